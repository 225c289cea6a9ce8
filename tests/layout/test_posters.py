"""Posters: large enough to be read from across a room, and the same design on both sizes of paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lessonkit.document import Figure, Paragraph, QRCode
from lessonkit.fonts import face
from lessonkit.layout.compose import Composed, compose
from lessonkit.layout.enlarge import enlarged_blocks
from lessonkit.layout.geometry import read_layout
from lessonkit.problems import LessonkitError
from lessonkit.reading import reading_lines, walk
from lessonkit.source.library import read_library
from lessonkit.source.read import read_definition
from lessonkit.tailor.tailoring import PLAIN, tailor_for
from library import DOCUMENTS, PROJECT

MM = 25.4 / 72
POSTERS = [name for name in DOCUMENTS if name.startswith("poster") and not name.endswith("a3")]


def composed(name: str) -> Composed:
    named = DOCUMENTS[name]
    definition = read_definition(named.path, PROJECT, tailor=tailor_for(PLAIN, named))
    return compose(definition, read_library(PROJECT), {}, PROJECT.layouts)


@pytest.mark.parametrize("name", POSTERS)
def test_a_poster_is_read_from_three_metres(name: str) -> None:
    small, large = composed(name), composed(f"{name}-a3")
    headlines = {b.style for b in walk(large.document.blocks) if isinstance(b, Paragraph) and "headline" in b.style}
    assert headlines
    for style in (large.theme.styles[name] for name in headlines):
        capitals = face(large.theme.fonts[style.font]).capitals * style.size_pt * MM
        assert round(capitals) >= 25
    read = {b.style for b in walk(small.document.blocks) if isinstance(b, Paragraph) and b.style != "small"}
    assert {style: small.theme.styles[style].size_pt for style in read if small.theme.styles[style].size_pt < 28} == {}


@pytest.mark.parametrize("name", POSTERS)
def test_the_larger_poster_is_the_same_design(name: str) -> None:
    small, large = composed(name), composed(f"{name}-a3")
    assert reading_lines(large.document) == reading_lines(small.document)
    assert (large.document.page.width, large.document.page.height) == (297, 420)
    assert large.document.page.margins.left == pytest.approx(small.document.page.margins.left * 2**0.5, rel=1e-4)
    for key, style in small.theme.styles.items():
        assert large.theme.styles[key].size_pt == pytest.approx(style.size_pt * 2**0.5, rel=1e-4)
    for key, box in small.theme.boxes.items():
        assert large.theme.boxes[key].padding_pt == pytest.approx(box.padding_pt * 2**0.5, rel=1e-4)


def test_pictures_grow_with_the_paper() -> None:
    picture = Figure(QRCode("https://example.org"), "A code", 25.0)
    assert enlarged_blocks((picture,), 2) == (replace(picture, width_mm=50.0),)


@pytest.mark.parametrize(
    "text", ["format: 1\n", "format: 1\nenlarges: poster\npage: {width: 99, height: 99, margins: [1, 1, 1, 1]}\n"]
)
def test_a_layout_has_a_page_of_its_own_or_that_of_another(text: str, tmp_path: Path) -> None:
    (tmp_path / "layout.yaml").write_text(text, "utf-8")
    with pytest.raises(LessonkitError, match="either `page` or `enlarges`"):
        read_layout(tmp_path)
