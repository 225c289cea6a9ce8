"""Tables and charts as they come out of the markup: every row complete, every number a number."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from lessonkit import document as tree
from lessonkit.layout.attributes import choice
from lessonkit.layout.inline import MarkupError
from lessonkit.problems import Place
from lessonkit.reading import grid, words_in


def checked_table(table: tree.Table) -> tree.Table:
    """The table, if all its rows have as many columns as the first, no cell reaches out of it, and widths match."""
    count = max((column + cell.columns for row in grid(table.head + table.body) for column, cell in row), default=0)
    for part in (table.head, table.body):
        for row, covered in zip(part, _covered(part), strict=True):
            if covered != count:
                what = f"A row of the table has {covered} columns, another one {count}."
                raise MarkupError(what, "Give every row the same number of columns.", row.place or table.place, "<row")
    for name, given in (("widths", table.widths), ("align", table.aligns)):
        if given and len(given) != count:
            what = f"`{name}` of <table> says {len(given)} columns, the table has {count}."
            raise MarkupError(what, "Give one for each column.", table.place, f"{name}=")
    return table


def _covered(rows: Sequence[tree.Row]) -> list[int]:
    """How many columns each row fills, with the cells that reach into it from above."""
    covered = [0] * len(rows)
    for number, row in enumerate(rows):
        for cell in row.cells:
            if number + cell.rows > len(rows):
                what = f"A cell spans {cell.rows} rows, but the table has no more than {len(rows) - number} from there."
                raise MarkupError(what, "Let it span fewer rows.", cell.place, "rows=")
            for reached in range(number, number + cell.rows):
                covered[reached] += cell.columns
    return covered


def chart_of(element: etree._Element, head: Sequence[tree.Row], body: Sequence[tree.Row], place: Place) -> tree.Chart:
    """The numbers of a chart from the rows of its table: first column the categories, then one for each series."""
    if len(head) != 1 or len(head[0].cells) < 2 or not body:
        raise MarkupError(
            "A chart needs a head with one row and at least two columns, and rows below it.",
            "Name the categories in the first column and a series in each other one.",
            place,
            "<chart",
        )
    names = [words_in(cell.blocks) for cell in head[0].cells[1:]]
    values = [[_value(cell, place) for cell in row.cells[1:]] for row in body]
    if any(len(row) != len(names) for row in values):
        raise MarkupError("A row of the chart has too few or too many numbers.", "Give one a series.", place, "<row")
    series = tuple(
        tree.Series(name, tuple(column)) for name, column in zip(names, zip(*values, strict=True), strict=True)
    )
    kind = choice(element, "kind", place)
    return tree.Chart(
        "line" if kind == "line" else "pictogram" if kind == "pictogram" else "bar",
        tuple(words_in(row.cells[0].blocks) for row in body),
        series,
        element.get("unit", ""),
        element.get("icon", ""),
    )


def _value(cell: tree.Cell, place: Place) -> float:
    written = words_in(cell.blocks)
    try:
        return float(written.replace(",", "").replace("\u00a0", "").rstrip("%").strip())
    except ValueError:
        what = f"A chart cannot draw “{written}”."
        raise MarkupError(what, "Write a number.", cell.place or place, written) from None
