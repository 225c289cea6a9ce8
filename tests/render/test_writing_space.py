"""Room to write and to draw: as high as its readers need, in every format."""

from __future__ import annotations

from itertools import pairwise

import pytest
from lxml import html

from lessonkit.check.docx import read_docx
from lessonkit.check.docx.names import W, attribute
from lessonkit.document import WritingSpace
from lessonkit.render.docx import render_docx
from lessonkit.render.html import render_html
from lessonkit.render.pdf.pieces import MM, Rectangle, Rule
from render.every_node import ASSETS, THEME
from render.pdf.galleys import document, lay_out, pieces, words

USUAL = 25.0


@pytest.mark.parametrize(("height", "apart"), [(0.0, USUAL), (13.0, 13 * MM)])
def test_ruled_lines_in_a_pdf_stand_as_far_apart_as_asked(height: float, apart: float) -> None:
    (page,) = lay_out(WritingSpace(words("My notes"), 4, height))
    rules = [y for _, y, piece in pieces(page, content=False) if isinstance(piece, Rule)]
    assert len(rules) == 4
    assert [below - above for above, below in pairwise(rules)] == pytest.approx([apart] * 3)


def test_a_frame_in_a_pdf_is_as_high_as_asked_and_as_wide_as_its_column() -> None:
    (page,) = lay_out(WritingSpace(words("Draw a safe place"), 0, 60.0))
    (frame,) = [piece for _, _, piece in pieces(page, content=False) if isinstance(piece, Rectangle)]
    assert (frame.height, frame.width) == pytest.approx((60 * MM, 130 * MM))
    assert frame.stroke
    assert not frame.fill


def test_word_gives_each_line_its_height_and_a_name() -> None:
    file = read_docx(render_docx(document(WritingSpace(words("My notes"), 2, 13.0)), THEME, ASSETS))
    spacings = [node for node in file.body.iter(f"{W}spacing") if attribute(node, "line")]
    assert [int(attribute(node, "line")) for node in spacings] == [round(13 * MM * 20)] * 2
    assert {attribute(node, "lineRule") for node in spacings} == {"atLeast"}
    assert [control.title for control in file.controls] == ["My notes (1/2)", "My notes (2/2)"]


def test_word_draws_a_frame_with_four_sides() -> None:
    file = read_docx(render_docx(document(WritingSpace(words("Draw a safe place"), 0, 60.0)), THEME, ASSETS))
    (border,) = list(file.body.iter(f"{W}pBdr"))
    assert [node.tag.removeprefix(W) for node in border] == ["top", "left", "bottom", "right"]
    assert [control.title for control in file.controls] == ["Draw a safe place"]


@pytest.mark.parametrize(
    ("space", "shown", "heard"),
    [
        (WritingSpace(words("My notes"), 3, 13.0), ["line"] * 3, "(space to write)"),
        (WritingSpace(words("Draw it"), 0, 60.0), ["frame"], "(space to draw)"),
    ],
)
def test_a_web_page_shows_the_room_and_says_what_it_is_for(space: WritingSpace, shown: list[str], heard: str) -> None:
    page = html.fromstring(render_html(document(space), THEME, ASSETS))
    (found,) = page.find_class("writing-space")
    assert [each.get("class") for each in found if each.tag == "div"] == shown
    assert {each.get("style") for each in found if each.tag == "div"} == {f"height:{space.height_mm:g}mm"}
    assert heard in found.text_content()
