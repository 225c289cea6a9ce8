"""The structure tree of each kind of node, as it is read back: one file in `tags/` for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lessonkit.check.pdf.read import read_pdf
from lessonkit.check.pdf.structure import Element, Pointer, Words
from lessonkit.document import Block, Contents, Heading, Paragraph, Text
from lessonkit.render.pdf import render_pdf
from render.every_node import ASSETS, THEME
from render.pdf.galleys import document, words
from render.stress import HELD, LEAVES, LOOSE_ONES, WRAPPERS, numbered

FOLDER = Path(__file__).with_name("tags")

IN_A_LINE = LEAVES | {name: wrap(Text("words")) for name, wrap in WRAPPERS.items()}

NODES: dict[str, Block] = {
    **HELD,
    **LOOSE_ONES,
    **{f"{name} in a line": Paragraph((Text("Begin "), node, Text(" end."))) for name, node in IN_A_LINE.items()},
    "contents": Contents(words("Contents"), 2),
}


@pytest.mark.parametrize("name", NODES)
def test_the_tags_of_each_node(name: str, golden: Callable[[Path, str], None]) -> None:
    title, after = Heading(1, words("Title"), "title"), Heading(2, words("After it"), "after")
    source = numbered(document(title, NODES[name], after, width=210, height=297))
    _, *found, _ = read_pdf(render_pdf(source, THEME, ASSETS)[""]).root.kids
    lines = [line for each in found if isinstance(each, Element) for line in shown(each)]
    golden(FOLDER / f"{name.replace(' ', '-')}.txt", "\n".join([*(lines or ["nothing: it is decoration"]), ""]))


def test_each_file_belongs_to_a_node() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {name.replace(" ", "-") for name in NODES}


def shown(element: Element, depth: int = 0) -> Iterator[str]:
    """A tag tree as text: one line for each element, its words or its parts below it."""
    role = element.role if element.role == element.original else f"{element.original} ({element.role})"
    notes = [f"{key}={value}" for key, value in element.attributes.items() if key not in ("O", "BBox")]
    named = {"Alt": element.alt, "ActualText": element.actual_text, "E": element.expansion, "ID": element.id}
    notes += [f"{key}={value!r}" for key, value in named.items() if value]
    notes += [f"Lang={element.language}"] if element.language else []
    yield "  " * depth + " ".join([role, *notes])
    for kid in element.kids:
        match kid:
            case Element():
                yield from shown(kid, depth + 1)
            case Words():
                yield "  " * (depth + 1) + (repr(kid.text) if kid.text else "(drawn)")
            case Pointer():
                yield "  " * (depth + 1) + f"-> annotation {kid.annotation}"
