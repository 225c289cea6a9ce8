"""The places of a table's rows, those too that a cell from a row above reaches into."""

from __future__ import annotations

from collections.abc import Iterable

from lessonkit.dataclass import dataclass
from lessonkit.document import Cell, Row
from lessonkit.reading import grid


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in a row at one column."""

    column: int
    """Where it begins, from 0."""
    cell: Cell
    begins: bool
    """False where the cell began in a row above."""
    goes_on: bool
    """The cell reaches into the next row."""


def slots(rows: Iterable[Row]) -> list[list[Slot]]:
    """The places of each row of a table head or body, from left to right."""
    found: list[list[Slot]] = []
    reaching: dict[int, tuple[Cell, int]] = {}
    for placed in grid(rows):
        row = [Slot(column, cell, False, left > 1) for column, (cell, left) in reaching.items()]
        row += [Slot(column, cell, True, cell.rows > 1) for column, cell in placed]
        reaching = {column: (cell, left - 1) for column, (cell, left) in reaching.items() if left > 1}
        reaching |= {column: (cell, cell.rows - 1) for column, cell in placed if cell.rows > 1}
        found.append(sorted(row, key=lambda slot: slot.column))
    return found
