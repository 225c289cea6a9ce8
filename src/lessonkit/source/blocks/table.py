"""The `table` block: a header row and body rows, all with the same number of cells."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field, PositiveFloat

from lessonkit.problems import Place, Problem
from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import Line, Markdown
from lessonkit.source.values import SourceMap, items_of, place_at


class Table(Block):
    """`- table: {caption: Who helps, columns: [Who, How], rows: [[A friend, By listening]]}`."""

    name = "table"

    caption: Line
    columns: tuple[Line, ...] = Field(min_length=2, max_length=12)
    """The headers of the columns."""
    rows: tuple[tuple[Markdown, ...], ...] = Field(min_length=1)
    widths: tuple[PositiveFloat, ...] = ()
    """Shares of the width; columns are as wide as what they hold asks for if the author gives none."""
    row_headers: bool = True
    """The first cell of each row is the header of its row."""

    @classmethod
    def early_problems(cls, source: SourceMap) -> Iterator[Problem]:
        """Rows and widths are as many as the columns."""
        expected = len(items_of(source.get("columns")))
        for index, row in enumerate(items_of(source.get("rows"))):
            if isinstance(row, list) and len(row) != expected:
                yield _wrong_length(len(row), expected, place_at(source, ("rows", index)))
        widths = items_of(source.get("widths"))
        if widths and len(widths) != expected:
            what = f"There are {len(widths)} `widths`, but the table has {_count(expected, 'column')}."
            yield Problem(place_at(source, ("widths",)), what, "Give one number for each column.")


def _wrong_length(found: int, expected: int, place: Place) -> Problem:
    what = f"This row has {_count(found, 'cell')}, but the table has {_count(expected, 'column')}."
    if found < expected:
        return Problem(place, what, "Add the missing cells.")
    return Problem(place, what, "Remove the extra cells, or put a cell that holds a comma in quotation marks.")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
