"""Lists of every kind: where labels stand, what they look like, and how they are tagged."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lessonkit.check.pdf.read import read_pdf
from lessonkit.check.pdf.structure import find
from lessonkit.document import Block, Callout, Definition, DefinitionList, Heading, List, ListItem, Numbering
from lessonkit.render.pdf import render_pdf
from lessonkit.render.pdf.pieces import DECORATION, LaidPage, Picture, Rectangle, Run
from render.every_node import ASSETS, THEME
from render.pdf.galleys import column_lines, document, lay_out, lines, lines_of_text, paragraph, pieces, words

FIT = column_lines()


def items(*texts: str) -> tuple[ListItem, ...]:
    return tuple(ListItem((paragraph(text, style="list"),)) for text in texts)


def runs(page: LaidPage) -> dict[str, tuple[float, float, float]]:
    """Where each run of text begins and ends, and its baseline."""
    return {piece.text: (x, x + piece.width, y) for x, y, piece in pieces(page) if isinstance(piece, Run)}


def test_numbers_end_in_line_on_their_full_stop() -> None:
    (page,) = lay_out(List(items("nine", "ten"), "number", 9))
    found = runs(page)
    assert found["9."][1] == pytest.approx(found["10."][1])
    assert found["9."][0] > found["10."][0]
    assert found["nine"][0] == pytest.approx(found["ten"][0])


@pytest.mark.parametrize(
    ("numbering", "expected", "tag"),
    [
        ("decimal", ["3.", "4."], "Decimal"),
        ("lower-alpha", ["c.", "d."], "LowerAlpha"),
        ("upper-roman", ["III.", "IV."], "UpperRoman"),
    ],
)
def test_numbers_are_printed_and_tagged_in_their_style(numbering: Numbering, expected: list[str], tag: str) -> None:
    source = List(items("one", "two"), "number", 3, numbering=numbering)
    (page,) = lay_out(source)
    assert [text for text in runs(page) if text.endswith(".")] == expected
    (found,) = find(read_pdf(render_pdf(document(source), THEME, ASSETS)[""]).root, "L")
    assert found.attributes["ListNumbering"] == tag


def nested(levels: int) -> List:
    inner = (nested(levels - 1),) if levels > 1 else ()
    return List((ListItem((paragraph(f"level {levels}", style="list"), *inner)),))


def test_bullets_look_different_at_each_level_and_are_tagged_so() -> None:
    (page,) = lay_out(nested(4))
    assert "•" in runs(page)
    ring, square, _ = (piece for _, _, piece in pieces(page) if isinstance(piece, Rectangle))
    assert (bool(ring.fill), bool(ring.stroke)) == (False, True)
    assert (bool(square.fill), bool(square.stroke)) == (True, False)
    root = read_pdf(render_pdf(document(nested(4)), THEME, ASSETS)[""]).root
    assert [found.attributes["ListNumbering"] for found in find(root, "L")] == ["Disc", "Circle", "Square", "Square"]
    assert [label.actual_text for label in find(root, "Lbl")] == [None, "•", "•", "•"]


def test_a_numbered_list_in_bullets_starts_with_the_first_bullet_again_inside_it() -> None:
    mixed = List((ListItem((paragraph("a"), List(items("one"), "number"))),))
    (page,) = lay_out(mixed)
    assert {"•", "1."} <= set(runs(page))


def test_a_ticked_task_has_a_tick_in_its_box_and_says_so() -> None:
    tasks = List((ListItem((paragraph("done"),), checked=True), *items("to do")), "check")
    (page,) = lay_out(tasks)
    found = pieces(page)
    boxes = [piece for _, _, piece in found if isinstance(piece, Rectangle)]
    ((_, _, tick),) = ((x, y, piece) for x, y, piece in found if isinstance(piece, Picture))
    assert len(boxes) == 2
    assert tick.leaf == boxes[0].leaf
    labels = find(read_pdf(render_pdf(document(tasks), THEME, ASSETS)[""]).root, "Lbl")
    assert [label.actual_text for label in labels] == ["tick box, ticked", "tick box"]


def test_a_list_in_a_list_leaves_no_larger_space_after_it() -> None:
    inner = List(items("b"), "bullet")
    (page,) = lay_out(List((ListItem((paragraph("a", style="list"), inner)), *items("c", "d"))))
    found = runs(page)
    assert found["c"][2] - found["b"][2] == pytest.approx(found["d"][2] - found["c"][2])


# --------------------------------------------------------------------------------------------------- definitions

LONG_TERM = "The Designated Safeguarding Lead of this school"


def definitions(*terms: str, block: Callable[[int], Block] = lambda n: paragraph("It says something.")) -> Block:
    return DefinitionList(tuple(Definition(words(term), (block(n),)) for n, term in enumerate(terms)))


def test_short_terms_stand_on_one_line_with_what_is_said_of_them() -> None:
    (page,) = lay_out(definitions("Block", "Report"))
    assert lines(page) == ["BlockIt says something.", "ReportIt says something."]


@pytest.mark.parametrize(
    "source",
    [definitions("Block", LONG_TERM), definitions("Block", block=lambda n: Callout("note", (), (paragraph("It"),)))],
    ids=["long", "no paragraph"],
)
def test_other_terms_stand_above(source: Block) -> None:
    (page,) = lay_out(source)
    assert lines(page)[0] == "Block"
    found = runs(page)
    assert all(found["Block"][0] < x for text, (x, _, _) in found.items() if text.startswith("It"))


def test_no_term_is_alone_at_the_end_of_a_page() -> None:
    source = definitions(LONG_TERM, f"{LONG_TERM} too", block=lambda n: lines_of_text(4))
    for before in range(FIT - 7, FIT + 1):
        pages = [lines(page) for page in lay_out(lines_of_text(before, "fill"), source)]
        for page in pages:
            for number, line in enumerate(page):
                assert not line.startswith("The Designated") or len(page) - number > 2, f"after {before} lines"


# -------------------------------------------------------------------------------------------------------- badges


def test_a_badge_is_decoration_before_its_heading() -> None:
    (page,) = lay_out(Heading(2, words("Say"), "say", badge="A"))
    (x, _, piece), *others = pieces(page)
    assert isinstance(piece, Run)
    assert (piece.text, others) == ("Say", [])
    ((disc_x, _, disc), (sign_x, _, sign)) = pieces(page, content=False)
    assert isinstance(disc, Rectangle)
    assert isinstance(sign, Run)
    assert (sign.text, sign.leaf) == ("A", DECORATION)
    assert disc_x < sign_x < sign_x + sign.width < disc_x + disc.width < x
    assert disc.width == pytest.approx(disc.height), "a circle"
