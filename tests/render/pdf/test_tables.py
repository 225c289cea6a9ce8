"""Tables as a reader sees them: widths from what the cells hold, spans, numbers in line, divided rows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonkit.check.pdf.read import reading_lines as read_back
from lessonkit.document import Align, Cell, List, ListItem, Row, Table
from lessonkit.problems import LessonkitError, Place
from lessonkit.reading import grid, reading_lines
from lessonkit.render.pdf import render_pdf
from lessonkit.render.pdf.pieces import LaidPage, Rectangle, Rule, Run
from render.every_node import ASSETS, THEME
from render.pdf.galleys import column_lines, document, lay_out, lines, lines_of_text, paragraph, pieces, words

FIT = column_lines()
ZEBRA = THEME.table.zebra
PADDING = THEME.table.padding_pt


def cell(text: str, columns: int = 1, rows: int = 1, style: str = "table-cell") -> Cell:
    return Cell((paragraph(text, style=style),), style != "table-cell", columns, rows)


def head(*cells: str | Cell) -> Row:
    return Row(tuple(cell(each, style="table-head") if isinstance(each, str) else each for each in cells))


def row(*cells: str | Cell) -> Row:
    return Row(tuple(cell(each) if isinstance(each, str) else each for each in cells))


def table(head: Sequence[Row], *rows: Row, widths: tuple[float, ...] = (), aligns: tuple[Align, ...] = ()) -> Table:
    return Table(tuple(head), rows, widths, words("Caption"), False, aligns, Place("sources/sample.yaml", 8))


def runs(page: LaidPage) -> dict[str, Run]:
    """Each run of text at its place on the page."""
    return {
        piece.text.strip(): Run(x, y, "", piece.look, piece.width)
        for x, y, piece in pieces(page)
        if isinstance(piece, Run)
    }


# -------------------------------------------------------------------------------------------------------- widths


def test_columns_are_as_wide_as_what_they_hold() -> None:
    long = "a text that is a good deal longer than what stands in the other columns and fills several lines there"
    (page,) = lay_out(table([head("No", "What", "Who")], row("1", long, "Childline")))
    found = runs(page)
    first, second, third = (found[name].x for name in ("No", "What", "Who"))
    assert second - first < 40
    assert third - second > 200
    assert "1a text that is" in " ".join(lines(page))


def test_a_small_table_is_no_wider_than_it_needs_to_be() -> None:
    (page,) = lay_out(table([head("A", "B")], row("one", "two")))
    ground = next(piece for _, _, piece in pieces(page, content=False) if isinstance(piece, Rectangle))
    assert ground.width < 120


def test_a_table_that_cannot_fit_names_its_column_and_the_excess() -> None:
    wide = table([head("Who", "Where")], row("m" * 20, "n" * 40))
    expected = (
        r"^sources/sample.yaml:8: The table is \d+\.\d mm wider than its column: its column “Where” needs "
        r"\d+\.\d mm of 130.0 mm for its longest word"
    )
    with pytest.raises(LessonkitError, match=expected):
        lay_out(wide)


def test_lists_in_cells_have_room_for_their_labels() -> None:
    items = List((ListItem((paragraph("safeguarding", style="list"),)),), "check")
    narrow = table([head("A", "B")], Row((Cell((items,)), cell("word " * 200))), widths=())
    lay_out(narrow, height=400)


# ------------------------------------------------------------------------------------------------------- numbers


def test_numbers_stand_with_their_decimal_points_in_line() -> None:
    source = table(
        [head("Year", "Number")],
        *(row("2024", number) for number in ("1,204.5", "\u22123.25", "12", "7.125 %", "–")),
        aligns=("left", "number"),
    )
    (page,) = lay_out(source)
    found = runs(page)
    whole = {"1,204.5": ".5", "\u22123.25": ".25", "12": "", "7.125 %": ".125 %", "–": ""}
    points = []
    for text, rest in whole.items():
        run = found[text]
        points.append(run.x + run.width - width(rest))
    assert max(points) - min(points) < 0.6
    assert max(run.x + run.width for run in map(found.get, whole) if run) == pytest.approx(
        found["Number"].x + found["Number"].width, abs=0.6
    ), "the header ends where the longest number ends"


def width(text: str) -> float:
    if not text:
        return 0.0
    (page,) = lay_out(paragraph(text, style="table-cell"))
    return runs(page)[text].width


def test_a_number_with_its_unit_is_never_divided() -> None:
    source = table([head("What", "How many")], row("word " * 90, "12 345.5 km"), aligns=("left", "number"))
    (page,) = lay_out(source, width=110, height=300)
    assert any("12 345.5 km" in line for line in lines(page))


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("centre", 0.5), ("right", 1.0)])
def test_words_stand_where_their_column_says(align: Align, share: float) -> None:
    source = table([head("A", "B")], row("x", "one"), widths=(1, 1), aligns=("left", align))
    (page,) = lay_out(source)
    run = runs(page)["one"]
    left, right = 10 * 72 / 25.4 * 1 + 130 * 72 / 25.4 / 2 + PADDING, 140 * 72 / 25.4 - PADDING
    assert run.x == pytest.approx(left + (right - left - run.width) * share, abs=0.1)


# --------------------------------------------------------------------------------------------------------- spans

SPANNING = table(
    [
        head(cell("Helpline", rows=2, style="table-head"), cell("Open", columns=2, style="table-head")),
        head("Day", "Night"),
    ],
    row(cell("Childline", rows=2), "yes", "no"),
    row(cell("free of charge", columns=2)),
    row("Samaritans", "maybe", "often"),
    widths=(1, 1, 1),
)


def test_what_spans_columns_stands_over_them() -> None:
    (page,) = lay_out(SPANNING)
    found = runs(page)
    middle = found["Open"].x + found["Open"].width / 2
    assert found["Day"].x < middle < found["Night"].x + found["Night"].width
    assert found["free of charge"].x == pytest.approx(found["yes"].x)
    assert found["Childline"].y == pytest.approx(found["yes"].y, abs=1)
    assert found["free of charge"].y > found["yes"].y


def test_the_last_row_of_a_head_is_in_line() -> None:
    (page,) = lay_out(SPANNING)
    found = runs(page)
    assert found["Helpline"].y == pytest.approx(found["Day"].y) == pytest.approx(found["Night"].y)


def test_joined_rows_are_on_one_ground_with_no_rule_through_their_cells() -> None:
    (page,) = lay_out(SPANNING)
    drawn = [(x, y, piece) for x, y, piece in pieces(page, content=False)]
    ((_, zebra_y, zebra),) = [found for found in drawn if isinstance(found[2], Rectangle) and found[2].fill == ZEBRA]
    found = runs(page)
    assert zebra_y < found["Samaritans"].y < zebra_y + zebra.height
    assert found["free of charge"].y < zebra_y
    between = [x for x, y, piece in drawn if isinstance(piece, Rule) and found["yes"].y < y < found["free of charge"].y]
    assert between == [pytest.approx(found["yes"].x - PADDING)]


def test_joined_rows_stay_on_one_page() -> None:
    body = [row(cell("group 7", rows=3), "first 7"), row("second 7"), row("third 7")]
    source = table([head("A", "B")], *(row(f"a{k}", "b") for k in range(6)), *body, row("last", "z"), widths=(1, 1))
    for before in range(FIT):
        for page in lay_out(lines_of_text(before, "fill"), source):
            joined = [line for line in lines(page) if line.endswith("7")]
            assert len(joined) in (0, 3), f"after {before} lines"


def test_joined_rows_higher_than_a_page_are_divided_between_rows() -> None:
    count = 40
    body = [row(cell("all of them", rows=count), "row 0"), *(row(f"row {n}") for n in range(1, count))]
    pages = lay_out(table([head("A", "B")], *body, widths=(1, 1)))
    assert len(pages) > 1
    assert sum("row" in line for page in pages for line in lines(page)) == count


# -------------------------------------------------------------------------------------------------- divided rows


def high(count: int) -> Row:
    return row("high", " ".join(f"{'y' * 24}{n:03}" for n in range(count)))


def test_a_high_row_is_divided_where_its_page_would_stay_half_empty() -> None:
    source = table([head("A", "B")], row("a", "b"), high(FIT - 4), row("c", "d"), widths=(1, 2))
    first, *others = lay_out(source)
    counts = [sum("yyy" in line for line in lines(page)) for page in (first, *others)]
    assert sum(counts) == FIT - 4
    assert counts[0] >= 2
    assert all(count != 1 for count in counts)


def test_a_high_row_stays_whole_where_little_room_is_lost() -> None:
    source = table([head("A", "B")], high(FIT // 2), row("c", "d"), widths=(1, 2))
    pages = lay_out(lines_of_text(FIT - 6, "fill"), source)
    assert [sum("yyy" in line for line in lines(page)) for page in pages if any("yyy" in s for s in lines(page))] == [
        FIT // 2
    ]


# ------------------------------------------------------------------------------------------------- any table at all


@st.composite
def grids(draw: st.DrawFn) -> tuple[Row, ...]:
    """Rows of cells that span at random and fill their grid."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    taken: set[tuple[int, int]] = set()
    rows = []
    for y in range(height):
        cells = []
        for x in range(width):
            if (y, x) in taken:
                continue
            free = next((at for at in range(x, width) if (y, at) in taken), width) - x
            columns, down = draw(st.integers(1, free)), draw(st.integers(1, height - y))
            taken |= {(y + dy, x + dx) for dy in range(down) for dx in range(columns)}
            text = draw(st.sampled_from(["one", "two words", "a longer text of several words", "12.5 %"]))
            cells.append(cell(f"{text} {y}.{x}", columns, down))
        rows.append(Row(tuple(cells)))
    return tuple(rows)


@given(grids(), st.sampled_from(["left", "number", "right"]))
@settings(max_examples=25)
def test_cells_never_overlap_and_none_is_lost(rows: tuple[Row, ...], align: Align) -> None:
    count = max(at + each.columns for placed in grid(rows) for at, each in placed)
    names = (f"h{n}" for n in range(count))
    source = table([head(*names)], *rows, aligns=(align,) * count)
    placed = [
        (x, y, piece) for page in lay_out(source, height=600) for x, y, piece in pieces(page) if isinstance(piece, Run)
    ]
    for number, (x, y, run) in enumerate(placed):
        for other_x, other_y, other in placed[number + 1 :]:
            apart = abs(y - other_y) > 8 or x + run.width <= other_x + 0.1 or other_x + other.width <= x + 0.1
            assert apart, (run.text, other.text)
    written = document(source, height=600)
    assert read_back(render_pdf(written, THEME, ASSETS)[""]) == reading_lines(written)
