"""Text that runs through columns, and text beside what stands at its side."""

from __future__ import annotations

from typing import Literal

import pytest

from lessonkit.document import Box, Callout, Figure, Float, Footnote, Heading, MultiColumn, Paragraph, Text
from lessonkit.render.pdf.pieces import MM, LaidPage, Picture, Run
from render.pdf.galleys import column_lines, lay_out, lines_of_text, paragraph, pieces, words

FIT = column_lines()
LEFT, MIDDLE, RIGHT = 10 * MM, 75 * MM, 140 * MM
"""The edges of the text on a page, and its middle."""


def narrow_lines(count: int, word: str = "word") -> Paragraph:
    """A paragraph of so many lines in half a column."""
    return paragraph(" ".join(f"{word}{number:02}{'x' * 15}" for number in range(1, count + 1)))


def columns(page: LaidPage) -> list[list[str]]:
    """The lines of text at the left and at the right, from the top down."""
    runs = sorted((y, x, piece.text.strip()) for x, y, piece in pieces(page) if isinstance(piece, Run))
    return [[text for _, x, text in runs if (x < MIDDLE) == left] for left in (True, False)]


def test_columns_are_read_one_after_the_other_and_end_level() -> None:
    (page,) = lay_out(MultiColumn((narrow_lines(11),)), paragraph("after"))
    left, right = columns(page)
    assert [len(left), len(right)] == [7, 5], "with the line after them"
    assert left[0].startswith("word01")
    assert right[0].startswith("word07")
    assert left[-1] == "after"


def test_columns_fill_the_page_before_they_go_on_overleaf() -> None:
    first, second = lay_out(MultiColumn((narrow_lines(2 * FIT + 6),)))
    assert [len(side) for side in columns(first)] == [FIT, FIT]
    assert [len(side) for side in columns(second)] == [3, 3]


def test_no_column_ends_with_a_heading_or_a_single_line() -> None:
    for before in range(4, 12):
        blocks = narrow_lines(before, "a"), Heading(2, words("Title"), "t"), narrow_lines(9, "b")
        (page,) = lay_out(MultiColumn(blocks))
        left, right = columns(page)
        assert left[-1] != "Title"
        assert not left[-1].startswith("b01")
        assert not right[0].startswith(("b09", f"a{before:02}"))


def test_three_columns_in_a_callout_stay_inside_it() -> None:
    inner = MultiColumn(tuple(paragraph("some words") for _ in range(9)), 3)
    (page,) = lay_out(Callout("note", (), (inner,)), paragraph("after"))
    xs = sorted({round(x) for x, _, piece in pieces(page) if isinstance(piece, Run) and piece.text != "after"})
    ys = {round(y) for _, y, piece in pieces(page) if isinstance(piece, Run) and piece.text != "after"}
    assert (len(xs), len(ys)) == (3, 3)
    assert min(xs) > LEFT


def test_columns_in_columns_keep_their_order() -> None:
    inner = MultiColumn(tuple(paragraph(f"in {n}") for n in range(4)))
    (page,) = lay_out(MultiColumn((paragraph("one"), inner, *(paragraph(f"on {n}") for n in range(5)))))
    runs = [piece.text for _, _, piece in sorted(pieces(page), key=lambda each: each[2].leaf) if isinstance(piece, Run)]
    assert runs == ["one", *(f"in {n}" for n in range(4)), *(f"on {n}" for n in range(5))]


def test_a_note_called_in_a_column_stands_at_the_foot_of_the_page() -> None:
    called = Paragraph((Text("called"), Footnote(words("Said."))))
    (page,) = lay_out(MultiColumn((narrow_lines(9), called)))
    ((x, y),) = ((x, y) for x, y, piece in pieces(page) if isinstance(piece, Run) and piece.text == "Said.")
    assert x < MIDDLE / 2
    assert 110 * MM - y < 10


# ------------------------------------------------------------------------------------------------------- floats

PICTURE = Figure("icon:talk", "Two people talk.", 30)


def beside(side: Literal["left", "right"], *blocks: Paragraph | Box) -> Float:
    return Float(side, (PICTURE,), blocks, 0.4)


@pytest.mark.parametrize("side", ["left", "right"])
def test_text_runs_beside_a_picture_and_below_it_as_wide_as_before(side: Literal["left", "right"]) -> None:
    texts = tuple(paragraph(f"{n} some words to read") for n in range(9))
    (page,) = lay_out(paragraph("before"), beside(side, *texts))
    ((picture_x, top, picture),) = (each for each in pieces(page) if isinstance(each[2], Picture))
    runs = [(x, y, piece) for x, y, piece in pieces(page) if isinstance(piece, Run)][1:]
    narrow = [(x, y) for x, y, _ in runs if y < top + picture.height]
    assert len(narrow) > 2
    if side == "left":
        assert all(x > picture_x + picture.width for x, _ in narrow)
        assert [x for x, y, _ in runs if y > top + picture.height + 20] == pytest.approx([LEFT] * (9 - len(narrow)))
    else:
        assert all(x + piece.width < picture_x for x, y, piece in runs if y < top + picture.height)
    assert abs(narrow[0][1] - top) < 20, "the first line stands at the top of the picture"


def test_the_lines_of_one_paragraph_become_as_wide_as_the_column_below_the_picture() -> None:
    (page,) = lay_out(beside("left", paragraph("some words to read " * 40)))
    ((_, top, picture),) = (each for each in pieces(page) if isinstance(each[2], Picture))
    runs = [(x, y, piece.width) for x, y, piece in pieces(page) if isinstance(piece, Run)]
    narrow = [(x, width) for x, y, width in runs if y < top + picture.height]
    wide = [(x, width) for x, y, width in runs if y > top + picture.height + 22]
    assert min(len(narrow), len(wide)) > 2
    assert min(x for x, _ in narrow) > LEFT + picture.width
    assert {round(x) for x, _ in wide} == {round(LEFT)}
    assert max(width for _, width in narrow) < min(width for _, width in wide[:-1])


def test_what_follows_stands_below_a_picture_that_is_higher_than_the_text_beside_it() -> None:
    (page,) = lay_out(beside("left", paragraph("short")), paragraph("after"))
    ((_, top, picture),) = (each for each in pieces(page) if isinstance(each[2], Picture))
    at = {piece.text: (x, y) for x, y, piece in pieces(page) if isinstance(piece, Run)}
    assert at["after"][1] > top + picture.height
    assert at["after"][0] == pytest.approx(LEFT)


def test_a_picture_and_the_text_beside_it_stay_on_one_page() -> None:
    for before in range(FIT - 8, FIT + 1):
        pages = lay_out(lines_of_text(before, "fill"), beside("right", *(paragraph(f"beside {n}") for n in range(12))))
        home = next(page for page in pages if any(isinstance(piece, Picture) for _, _, piece in pieces(page)))
        texts = [piece.text for _, _, piece in pieces(home) if isinstance(piece, Run)]
        assert {"beside 0", "beside 1", "beside 2"} <= set(texts), f"after {before} lines"
