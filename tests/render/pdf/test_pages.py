"""Pages as plain data: what stays together, what is repeated, and what does not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lessonkit.appearance import Margins, PanelFrame, Sheet
from lessonkit.document import (
    Box,
    Callout,
    Cell,
    Columns,
    Contents,
    Footnote,
    Heading,
    Link,
    List,
    ListItem,
    PageBreak,
    Panel,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from lessonkit.problems import LessonkitError, Place
from lessonkit.render.pdf.pages import lay_out_pages
from lessonkit.render.pdf.panels import impose
from lessonkit.render.pdf.pieces import MM, Picture, Rectangle, Run
from lessonkit.render.pdf.tagging import structure
from render.every_node import ASSETS, THEME
from render.pdf.galleys import column_lines, document, lay_out, lines, lines_of_text, pages_of, paragraph, pieces, words

FIT = column_lines()
"""The lines of body text on a page of the tests."""


def rows(count: int, text: str = "cell") -> tuple[Row, ...]:
    return tuple(
        Row(
            (Cell((paragraph(f"row {n}", style="table-row-head"),), True), Cell((paragraph(text, style="table-cell"),)))
        )
        for n in range(1, count + 1)
    )


def table(count: int, text: str = "cell") -> Table:
    head = Row(tuple(Cell((paragraph(name, style="table-head"),), True) for name in ("Who", "What")))
    return Table((head,), rows(count, text), (1, 2), words("Caption"))


def filler(count: int) -> Paragraph:
    """So many lines before what a test is about."""
    return lines_of_text(count, "fill")


def test_no_single_line_is_left_alone_at_the_foot_or_top_of_a_page() -> None:
    for before in range(FIT - 5, FIT + 1):
        pages = lay_out(filler(before), lines_of_text(4))
        counts = [sum(line.startswith("word") for line in lines(page)) for page in pages]
        assert sum(counts) == 4
        assert 1 not in counts, f"after {before} lines: {counts}"


def test_a_heading_stays_with_two_lines_of_what_follows() -> None:
    heading, after = Heading(2, words("Title"), "title"), lines_of_text(3)
    for before in range(FIT - 8, FIT + 1):
        pages = [lines(page) for page in lay_out(filler(before), heading, after)]
        home = next(page for page in pages if "Title" in page)
        assert len(home) - home.index("Title") >= 3, f"after {before} lines: {home}"


def test_headings_in_a_row_stay_with_a_short_paragraph_and_the_next_one() -> None:
    blocks = (Heading(2, words("Chapter"), "a"), Heading(3, words("Part"), "b"), paragraph("Short."), lines_of_text(5))
    for before in range(FIT - 9, FIT + 1):
        pages = [lines(page) for page in lay_out(filler(before), *blocks)]
        home = next(page for page in pages if "Chapter" in page)
        assert home[home.index("Chapter") :][1:3] == ["Part", "Short."], f"after {before} lines"
        assert len(home) > home.index("Short.") + 1, f"after {before} lines"


def test_a_lead_in_stays_with_its_list() -> None:
    listed = List(tuple(ListItem((paragraph(f"item {n}", style="list"),)) for n in range(6)))
    for before in range(FIT - 6, FIT + 1):
        pages = [lines(page) for page in lay_out(filler(before), paragraph("Bring:"), listed)]
        home = next(page for page in pages if "Bring:" in page)
        assert any("item 0" in line for line in home), f"after {before} lines"


def test_a_lead_in_that_calls_a_note_stays_with_what_follows() -> None:
    lead_in = Paragraph((Text("Bring:"), Footnote(words("Or borrow."))))
    for before in range(FIT - 8, FIT - 1):
        pages = [lines(page) for page in lay_out(filler(before), lead_in, lines_of_text(4))]
        home = next(page for page in pages if "Bring:" in page)
        assert any(line.startswith("word01") for line in home), f"after {before} lines"


def test_the_label_of_an_empty_item_stays_where_it_belongs() -> None:
    (page,) = lay_out(List((ListItem(()), ListItem((paragraph("two", style="list"),))), "number"), paragraph("after"))
    assert lines(page) == ["1.", "2.two", "after"]


def test_spaces_between_blocks_do_not_add_up() -> None:
    (page,) = lay_out(paragraph("one"), Heading(2, words("two"), "two"))
    first, second = (y for _, y, piece in pieces(page) if isinstance(piece, Run))
    (alone,) = lay_out(Heading(2, words("two"), "two"))
    (top,) = (y for _, y, piece in pieces(alone) if isinstance(piece, Run))
    body_line, space = 12 * 1.4, 18
    assert second - top == pytest.approx(body_line + space)
    assert first > 0


def test_no_space_stands_above_the_first_block_of_a_page() -> None:
    first, second = lay_out(Heading(2, words("one"), "one"), PageBreak(), Heading(2, words("two"), "two"))
    assert [y for _, y, _ in pieces(first)] == [y for _, y, _ in pieces(second)]


def test_a_callout_moves_to_the_next_page_rather_than_splitting() -> None:
    callout = Callout("note", words("Note"), (lines_of_text(6),))
    first, second = lay_out(filler(FIT - 4), callout)
    assert not any(line.startswith("word") for line in lines(first))
    assert sum(line.startswith("word") for line in lines(second)) == 6


def test_a_callout_higher_than_a_page_is_drawn_as_a_box_on_both() -> None:
    callout = Callout("remember", words("Remember"), (lines_of_text(FIT + 5),))
    pages = lay_out(callout)
    assert len(pages) == 2
    for page in pages:
        boxes = [piece for _, _, piece in pieces(page, content=False) if isinstance(piece, Rectangle)]
        ys = [y for _, y, piece in pieces(page) if isinstance(piece, Run)]
        assert len(boxes) == 2, "ground and bar"
        assert boxes[0].y - 0.01 < min(ys) - 12 * 0.9 - 10 * MM
        assert boxes[0].y + boxes[0].height + 10 * MM > max(ys)


def test_a_callout_splits_where_its_page_would_stay_half_empty() -> None:
    callout = Callout("note", (), (lines_of_text(FIT - 3),))
    first, _ = lay_out(filler(FIT // 3), callout)
    assert any(line.startswith("word") for line in lines(first))


def test_a_long_table_repeats_its_head_as_decoration() -> None:
    pages = lay_out(table(40))
    assert len(pages) > 1
    for page in pages[1:]:
        repeated = [piece.text for group in page.running for piece in group.pieces if isinstance(piece, Run)]
        assert repeated[:2] == ["Who", "What"]
        assert "Who" not in "".join(lines(page))
    assert sum("row" in line for page in pages for line in lines(page)) == 40


def test_a_table_keeps_caption_head_and_first_row_together() -> None:
    for before in range(FIT - 9, FIT):
        pages = [lines(page) for page in lay_out(filler(before), table(12))]
        home = next(page for page in pages if "Caption" in page)
        assert any("row 1" in line for line in home), f"after {before} lines"


def test_a_short_table_stays_whole() -> None:
    first, second = lay_out(filler(FIT - 6), table(4))
    assert "Caption" not in lines(first)
    assert sum("row" in line for line in lines(second)) == 4


def test_a_row_higher_than_a_page_is_divided() -> None:
    long = " ".join(f"{'y' * 24}{n:03}" for n in range(FIT + 8))
    pages = lay_out(table(1, long))
    assert len(pages) == 2
    assert lines(pages[0])[0] == "Caption"
    assert sum("yyy" in line for page in pages for line in lines(page)) == FIT + 8


def test_columns_stand_side_by_side_and_cards_end_together() -> None:
    cards = tuple((Box("card", tuple(paragraph("text") for _ in range(count))),) for count in (1, 3))
    (page,) = lay_out(Columns(cards, (1, 1)))
    boxes = [piece for _, _, piece in pieces(page, content=False) if isinstance(piece, Rectangle)]
    assert boxes[0].x + boxes[0].width < boxes[1].x
    assert boxes[0].y + boxes[0].height == pytest.approx(boxes[1].y + boxes[1].height)


def test_contents_show_the_page_of_each_heading() -> None:
    chapters = [Section((PageBreak(), Heading(2, words(f"Chapter {n}"), f"c{n}"))) for n in (1, 2)]
    first, *_ = lay_out(Contents(words("Contents")), *chapters)
    assert lines(first) == ["Contents", "Chapter 12", "Chapter 23"], "name and page number stand on one line"


def test_what_cannot_be_divided_and_fits_no_page_is_an_error() -> None:
    tall = Columns(((filler(FIT + 3),),), (1,), Place("sources/sample.yaml", 12))
    with pytest.raises(LessonkitError, match=r"^sources/sample.yaml:12: .*divided.* higher than a page"):
        lay_out(tall)


def test_a_word_wider_than_its_column_is_divided_with_a_hyphen() -> None:
    (page,) = lay_out(paragraph("m" * 60, line=7))
    first, second = lines(page)
    assert first.endswith("\u00ad")
    assert (first + second).replace("\u00ad", "") == "m" * 60


def test_a_character_wider_than_its_column_is_an_error_with_its_measures() -> None:
    huge = replace(THEME.styles["body"], size_pt=200)
    theme = replace(THEME, styles={**THEME.styles, "body": huge})
    source = document(paragraph("mm", line=7), width=70)
    with pytest.raises(LessonkitError) as caught:
        lay_out_pages(source, structure(source), theme, ASSETS)
    expected = r"sources/sample.yaml:7: The word “m” needs \d+\.\d mm, but its column is 50.0 mm wide\."
    assert caught.match(expected)


def test_a_column_without_room_is_said_to_be_one() -> None:
    blocks: Callout | Paragraph = paragraph("Tell.", line=7)
    for _ in range(20):
        blocks = Callout("note", (), (blocks,), place=Place("sources/sample.yaml", 5))
    with pytest.raises(LessonkitError, match=r"sample.yaml:7: There is no room for words here"):
        lay_out(blocks)


def test_a_missing_character_is_an_error_that_names_it() -> None:
    with pytest.raises(LessonkitError) as caught:
        lay_out(paragraph("Learn 学 and ไ", line=9))
    assert caught.match(
        r"sources/sample.yaml:9: The font AtkinsonHyperlegibleNext-Regular has no “学” \(U\+5B66, CJK UNIFIED"
    )
    assert len(caught.value.problems) == 2, "all of them at once"


def test_a_link_that_leads_nowhere_is_an_error() -> None:
    link = Link(words("there"), "#nowhere", Place("sources/sample.yaml", 3))
    with pytest.raises(LessonkitError, match=r"^sources/sample.yaml:3: The link “there” leads to #nowhere"):
        lay_out(Paragraph((link,)))


# ------------------------------------------------------------------------------------------------------- panels

FRAMES = tuple(PanelFrame(n, 100, 90, Margins(8, 8, 8, 8), "inside" if n == 2 else "cover") for n in (1, 2))


def leaflet(*contents: tuple) -> object:
    flat = document(*(Panel(n, blocks, Place("sources/sample.yaml", n * 10)) for n, blocks in enumerate(contents, 1)))
    return replace(flat, page=replace(flat.page, width=200, height=90, panels=FRAMES, sheets=(Sheet((2, 1)),)))


def test_each_panel_is_a_page_and_the_sheet_has_them_side_by_side() -> None:
    folded = leaflet((paragraph("one"),), (paragraph("two"),))
    pages = pages_of(folded)
    assert [(page.width, lines(page)) for page in pages] == [(100 * MM, ["one"]), (100 * MM, ["two"])]
    (side,) = impose(folded, THEME, pages, folded.page.sheets)
    places = {piece.text: x for x, _, piece in pieces(side) if isinstance(piece, Run)}
    assert places["one"] == pytest.approx(places["two"] + 100 * MM)


def test_a_panel_that_is_too_full_says_by_how_much_and_what_fills_it() -> None:
    folded = leaflet(
        (paragraph("one"),), (paragraph("first", 21), *(paragraph("three more words", 30) for _ in range(14)))
    )
    with pytest.raises(LessonkitError) as caught:
        pages_of(folded)
    assert str(caught.value) == (
        "sources/sample.yaml:20: Panel 2 (inside) is too full by 49 mm, about 18 words. It is filled by lines 20–30 of "
        "sources/sample.yaml. Shorten it, or move something to another panel."
    )


def test_what_stands_outside_the_panels_is_an_error() -> None:
    folded = leaflet((paragraph("one"),), (paragraph("two"),))
    stray = replace(folded, blocks=(*folded.blocks, paragraph("stray", 33)))
    with pytest.raises(LessonkitError, match=r"^sources/sample.yaml:33: This stands outside the panels"):
        pages_of(stray)


def test_an_icon_is_decoration_beside_its_heading() -> None:
    (page,) = lay_out(Heading(2, (Text("Say"),), "say", icon="speech"))
    ((x, _, _),) = pieces(page)
    ((icon_x, _, icon),) = pieces(page, content=False)
    assert isinstance(icon, Picture)
    assert icon_x + icon.width < x
