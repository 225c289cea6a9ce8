"""What pandoc reads in a Word file, and the same facts of a document tree: headings, lists, tables, pictures, links."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import singledispatch
from pathlib import Path
from typing import Any

import pypandoc

from lessonkit.document import (
    Block,
    Document,
    Field,
    Figure,
    Footnote,
    Icon,
    Inlines,
    Link,
    List,
    Paragraph,
    Table,
    Text,
)
from lessonkit.reading import fold, headings, inlines, plain, walk, walk_inline

Facts = list[Any]


@dataclass
class Read:
    """What a reader learns of a document beside its words."""

    headings: Facts
    lists: Facts
    tables: Facts
    """The cells of the header rows, and how many rows follow."""
    pictures: Facts
    links: Facts
    notes: Facts


# ------------------------------------------------------------------------------------------------ the document


def of_document(document: Document) -> Read:
    """The facts as the author gave them."""
    blocks = list(walk(document.blocks))
    words = [node for block in blocks for content in inlines(block) for node in walk_inline(content)]
    return Read(
        headings=[(heading.level, said(heading.content)) for heading in headings(document)],
        lists=[_list(node) for node in _outermost(document.blocks)],
        tables=[_table(block) for block in blocks if isinstance(block, Table)],
        pictures=sorted(
            node.alt for node in (*blocks, *words) if isinstance(node, Figure | Icon) and isinstance(node.alt, str)
        ),
        links=[
            (said(node.children), node.target) for node in words if isinstance(node, Link) and node.target[0] != "#"
        ],
        notes=[said(node.content) for node in words if isinstance(node, Footnote)],
    )


def said(content: Inlines) -> str:
    """The words, with what stands in fields, without notes."""
    return fold(plain(tuple(_spoken(node) for node in content)))


@singledispatch
def _spoken(node: Any) -> Any:
    children = getattr(node, "children", None)
    return replace(node, children=tuple(map(_spoken, children))) if children else node


@_spoken.register
def _(node: Field) -> Text:
    return Text(node.value or node.label)


@_spoken.register
def _(node: Footnote) -> Text:
    return Text("")


def _outermost(blocks: tuple[Block, ...]) -> Iterator[List]:
    lists = [block for block in walk(blocks) if isinstance(block, List)]
    inner = {id(one) for outer in lists for item in outer.items for one in walk(item.blocks) if isinstance(one, List)}
    return (one for one in lists if id(one) not in inner)


def _list(node: List) -> Facts:
    kind = "number" if node.kind == "number" else "bullet"
    return [kind, *([_first(item.blocks), *map(_list, _outermost(item.blocks))] for item in node.items)]


def _first(blocks: tuple[Block, ...]) -> str:
    return next((said(one.content) for one in blocks if isinstance(one, Paragraph)), "")


def _table(table: Table) -> Facts:
    head = [[" ".join(_all_said(cell.blocks)) for cell in row.cells] for row in table.head]
    return [said(table.caption), head, len(table.body)]


def _all_said(blocks: tuple[Block, ...]) -> Iterator[str]:
    return (said(content) for block in walk(blocks) for content in inlines(block))


# ---------------------------------------------------------------------------------------------------- pandoc


def of_word(path: Path) -> Read:
    """The facts as pandoc finds them in a Word file."""
    found = json.loads(pypandoc.convert_file(str(path), "json", format="docx"))["blocks"]
    nodes = list(_nodes(found))
    return Read(
        headings=[(node["c"][0], _text(node["c"][2])) for node in nodes if node["t"] == "Header"],
        lists=[_read_list(node) for node in _outer_lists(found)],
        tables=[_read_table(node["c"]) for node in nodes if node["t"] == "Table"],
        pictures=sorted(text for node in nodes if node["t"] == "Image" and (text := _text(node["c"][1]))),
        links=[
            (_text(node["c"][1]), node["c"][2][0])
            for node in nodes
            if node["t"] == "Link" and node["c"][2][0][0] != "#"
        ],
        notes=[_text(node["c"]) for node in nodes if node["t"] == "Note"],
    )


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and "t" in value:
        yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inside:
        yield from _nodes(one)


def _text(value: Any) -> str:
    return fold("".join(_words(value)))


def _words(value: Any) -> Iterator[str]:
    match value:
        case {"t": "Str", "c": text} | {"t": "Code", "c": [_, text]}:
            yield text
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            yield " "
        case {"t": "Note" | "Image"}:
            return
        case {"t": "Link", "c": [_, inside, _]} | {"t": "Span", "c": [_, inside]} | {"c": inside}:
            yield from _words(inside)
        case list():
            for one in value:
                yield from _words(one)


LISTS = {"BulletList": "bullet", "OrderedList": "number"}


def _outer_lists(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and value.get("t") in LISTS:
        yield value
        return
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inside:
        yield from _outer_lists(one)


def _read_list(node: dict[str, Any]) -> Facts:
    items = node["c"] if node["t"] == "BulletList" else node["c"][1]
    return [
        LISTS[node["t"]],
        *([_text(item[:1]).lstrip("☐☑ "), *map(_read_list, _outer_lists(item))] for item in items),
    ]


def _read_table(parts: list[Any]) -> Facts:
    _, caption, _, (_, head), bodies, _ = parts
    rows = [[_text(cell[4]) for cell in row[1]] for row in head]
    return [_text(caption), rows, sum(len(body[2]) + len(body[3]) for body in bodies)]
