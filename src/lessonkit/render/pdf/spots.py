"""Where the cells of a table stand in its grid, and which rows they join."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from lessonkit.dataclass import dataclass
from lessonkit.document import Cell, Row, Table
from lessonkit.reading import grid
from lessonkit.render.pdf.tags import Element

STYLES = {"Column": "table-head", "Row": "table-row-head"}
"""The paragraph styles of header cells, by their scope."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell at its place in the head or body, or in a band of joined rows."""

    element: Element
    row: int
    column: int
    rows: int
    columns: int

    @property
    def style(self) -> str:
        """The paragraph style of the cell."""
        return STYLES.get(self.element.attributes.get("Scope", ""), "table-cell")

    @property
    def last_row(self) -> int:
        """The row it ends in."""
        return self.row + self.rows - 1

    @property
    def end(self) -> int:
        """The column after it."""
        return self.column + self.columns


def column_count(node: Table) -> int:
    """How many columns a table has."""
    return max((at + cell.columns for row in grid(node.head or node.body) for at, cell in row), default=0)


def table_spots(element: Element, node: Table) -> Iterator[list[Spot]]:
    """The cells of all rows."""
    head, body = element.elements()[-2:]
    return chain(spots(head, node.head), spots(body, node.body))


def spots(part: Element, rows: Sequence[Row]) -> list[list[Spot]]:
    """The cells of a head or body, row by row."""
    return [
        [_spot(element, number, at, cell) for element, (at, cell) in zip(row.elements(), placed, strict=True)]
        for number, (row, placed) in enumerate(zip(part.elements(), grid(rows), strict=True))
    ]


def _spot(element: Element, row: int, column: int, cell: Cell) -> Spot:
    return Spot(element, row, column, cell.rows, cell.columns)


@dataclass(frozen=True, slots=True)
class Band:
    """One row, or several that cells span together."""

    rows: int
    spots: tuple[Spot, ...]
    """Their rows are counted from the first one of the band."""


def bands(rows: Sequence[Sequence[Spot]]) -> Iterator[Band]:
    """Rows in bands, as few in each as can be."""
    first = 0
    reach = 0
    for number, row in enumerate(rows):
        reach = max([reach, number, *(spot.last_row for spot in row)])
        if reach == number:
            yield joined(rows[first : number + 1], first)
            first = number + 1


def joined(rows: Sequence[Sequence[Spot]], first: int) -> Band:
    """Rows, of which the first has this number, as one band."""
    found = (replace(spot, row=spot.row - first) if first else spot for row in rows for spot in row)
    return Band(len(rows), tuple(found))


def single_rows(band: Band) -> Iterator[Band]:
    """A band row by row, for where it must be divided: a cell that spans rows stands in its first one."""
    for number in range(band.rows):
        yield Band(1, tuple(replace(spot, row=0, rows=1) for spot in band.spots if spot.row == number))
