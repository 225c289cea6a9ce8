"""The `table` block: a header row and body rows, all with the same number of cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import Field, PositiveFloat

from lessonkit.problems import Problem
from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import Line, Markdown


def _equal(data: dict[str, Any]) -> tuple[float, ...]:
    return (1.0,) * len(data.get("columns", ()))


class Table(Block):
    """`- table: {caption: Who helps, columns: [Who, How], rows: [[A friend, By listening]]}`."""

    name = "table"

    caption: Line
    columns: tuple[Line, ...] = Field(min_length=2)
    """The headers of the columns."""
    rows: tuple[tuple[Markdown, ...], ...] = Field(min_length=1)
    widths: tuple[PositiveFloat, ...] = Field(default_factory=_equal)
    """Shares of the width; equal ones if the author gives none."""
    row_headers: bool = True
    """The first cell of each row is the header of its row."""

    def problems(self) -> Iterator[Problem]:
        """Rows and widths are as many as the columns."""
        expected = len(self.columns)
        for index, row in enumerate(self.rows):
            if len(row) != expected:
                what = f"This row has {_cells(len(row))}, but the table has {expected} columns."
                more = "Add the missing ones" if len(row) < expected else "Remove the extra ones"
                quotes = ", and put cells that hold a comma in quotation marks" if len(row) > expected else ""
                yield Problem(self.place_of("rows", index), what, f"{more}{quotes}.")
        if len(self.widths) != expected:
            what = f"There are {len(self.widths)} `widths`, but the table has {expected} columns."
            yield Problem(self.place_of("widths"), what, "Give one number for each column.")


def _cells(count: int) -> str:
    return f"{count} cell{'' if count == 1 else 's'}"
