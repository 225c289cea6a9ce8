"""Footnotes: at the foot of the page that calls them, whatever calls them; split where they must."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonkit.appearance import Margins, PanelFrame
from lessonkit.document import (
    Block,
    Box,
    Callout,
    Cell,
    Columns,
    Footnote,
    List,
    ListItem,
    Panel,
    Paragraph,
    Row,
    Table,
    Text,
)
from lessonkit.problems import LessonkitError
from lessonkit.render.pdf.breaks import paginate
from lessonkit.render.pdf.galley import Break, Strip
from lessonkit.render.pdf.notes import foot_height
from lessonkit.render.pdf.pieces import MM, LaidPage, Rule, Run
from lessonkit.render.pdf.setting import place
from render.pdf.galleys import document, lay_out, lines, lines_of_text, pages_of, paragraph, pieces, words

HEIGHT = 120
FOOT = (HEIGHT - 10) * MM


def noted(text: str, *notes: str) -> Paragraph:
    """A paragraph that calls notes at its end."""
    return Paragraph((Text(text), *(Footnote(words(note)) for note in notes)))


def heights(page: LaidPage) -> dict[str, float]:
    """Where each run of text stands."""
    return {piece.text.strip(): y for _, y, piece in pieces(page) if isinstance(piece, Run)}


def home(pages: tuple[LaidPage, ...], text: str) -> int:
    return next(number for number, page in enumerate(pages) if any(text in line for line in lines(page)))


def test_a_note_stands_at_the_foot_of_its_page_under_a_rule() -> None:
    (page,) = lay_out(noted("Called here.", "Said there."), paragraph("And on."))
    at = heights(page)
    (rule,) = (y for _, y, piece in pieces(page, content=False) if isinstance(piece, Rule))
    assert at["Called here."] < at["And on."] < rule < at["Said there."] < FOOT
    assert FOOT - at["Said there."] < 10
    assert "1Said there." in lines(page)


def test_the_number_of_a_call_is_small_and_high() -> None:
    (page,) = lay_out(noted("Called", "Said."))
    runs = [(y, piece) for _, y, piece in pieces(page) if isinstance(piece, Run)]
    (text_y, text), (call_y, call) = runs[:2]
    assert (call.text, call.look.size < text.look.size, call_y < text_y) == ("1", True, True)


def test_links_lead_from_the_call_to_the_note_and_back() -> None:
    (page,) = lay_out(noted("Called.", "Said."))
    at = {anchor.id: anchor.y for anchor in page.anchors}
    assert at["call.1"] < 20 * MM < at["note.1"] < FOOT


def test_text_makes_room_for_the_notes_it_calls() -> None:
    for before in range(8, 17):
        pages = lay_out(lines_of_text(before, "fill"), noted("Called here.", "One note.", "Another note."))
        called = home(pages, "Called here.")
        assert home(pages, "One note.") == home(pages, "Another note.") == called
        at = heights(pages[called])
        assert at["Called here."] < at["One note."] < at["Another note."] < FOOT


def test_a_long_note_goes_on_at_the_foot_of_the_next_page() -> None:
    long = " ".join(f"note{number:02}{'y' * 40}" for number in range(30))
    pages = lay_out(lines_of_text(6), noted("Called.", long), lines_of_text(12, "after"))
    counts = [sum("yyy" in line for line in lines(page)) for page in pages]
    assert counts[0] >= 2
    assert counts[1] >= 2
    assert sum(counts) == 30
    below = [line for line in lines(pages[1]) if "after" in line or "yyy" in line]
    assert "after" in below[0], "the rest of a note stands below the text"
    assert "yyy" in below[-1]


def cell(block: Block) -> Cell:
    return Cell((block,))


def table(count: int, noted_row: int) -> Table:
    head = Row((Cell((noted("Who", "Said of the head."),), True), Cell((paragraph("What"),), True)))
    body = (
        Row((cell(paragraph(f"row {n}")), cell(noted("This.", "Said of a row.") if n == noted_row else paragraph("x"))))
        for n in range(count)
    )
    return Table((head,), tuple(body), (1, 1), ())


@pytest.mark.parametrize(
    "block",
    [
        List((ListItem((noted("item", "The note."),)),)),
        Callout("note", (), (noted("inside", "The note."),)),
        Columns(((paragraph("left"),), (Box("card", (noted("right", "The note."),)),)), (1, 1)),
        Columns(((table(2, 1),), (paragraph("right"),)), (1, 1)),
    ],
)
def test_whatever_calls_a_note_it_stands_at_the_foot_of_the_page(block: Block) -> None:
    (page,) = lay_out(paragraph("before"), block, paragraph("after"))
    notes = [
        (x, y) for x, y, piece in pieces(page) if isinstance(piece, Run) and piece.text.startswith(("The", "Said"))
    ]
    assert notes
    for x, y in notes:
        assert (x < 50, FOOT - y < 30) == (True, True)
        assert y > heights(page)["after"]


def test_notes_of_a_table_stand_on_the_pages_of_their_rows_and_those_of_its_head_only_once() -> None:
    pages = lay_out(table(30, 25))
    assert home(pages, "Said of the head.") == 0
    assert home(pages, "Said of a row.") == home(pages, "row 25") > 0
    assert sum("Said of the head." in line for page in pages for line in lines(page)) == 1


def test_notes_of_a_panel_stand_at_its_foot_and_count_as_part_of_it() -> None:
    def leaflet(note: str) -> tuple[LaidPage, ...]:
        flat = document(Panel(1, (noted("Called.", note),)))
        return pages_of(replace(flat, page=replace(flat.page, panels=(PanelFrame(1, 100, 90, Margins(8, 8, 8, 8)),))))

    (page,) = leaflet("Said.")
    assert 82 * MM - heights(page)["Said."] < 10
    with pytest.raises(LessonkitError, match=r"Panel 1 is too full by \d+ mm"):
        leaflet("many words " * 150)


ROOM = 100.0


def strip(height: float, before: Break, notes: list[int]) -> Strip:
    called = tuple(tuple(Strip(5.0, (), gap=0.0 if line else 2.0) for line in range(count)) for count in notes)
    return Strip(height, (), before=before, notes=called)


STRIPS = st.builds(
    strip,
    st.floats(5, 30),
    st.sampled_from([Break.FREE] * 4 + [Break.AVOID, Break.NEVER, Break.FORCED]),
    st.sampled_from([[], [], [], [1], [2, 1], [5], [30]]),
)


@given(st.lists(STRIPS, min_size=1, max_size=40))
def test_any_notes_keep_their_order_their_page_and_their_room(found: list[Strip]) -> None:
    pages = paginate(found, ROOM)
    assert [id(each) for page in pages for each in page.strips] == [id(each) for each in found]
    lines = [id(line) for each in found for note in each.notes for line in note]
    assert [id(line) for page in pages for line in page.notes] == lines
    for page in pages:
        assert place(page.strips).height + foot_height(page.notes) <= ROOM + 0.01


@given(st.lists(STRIPS.filter(lambda each: all(len(note) < 9 for note in each.notes)), min_size=1, max_size=40))
def test_a_note_begins_on_the_page_of_its_call(found: list[Strip]) -> None:
    for page in paginate([replace(each, before=min(each.before, Break.AVOID)) for each in found], ROOM):
        here = {id(line) for line in page.notes}
        assert all(id(note[0]) in here for each in page.strips for note in each.notes)
