"""Tables whose cells fill their grid, and whose cells find their headers (PDF/UA-1 7.2 and 7.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lessonkit.check.anypdf.facts import Node, PdfFacts
from lessonkit.check.anypdf.tables import MOST_COLUMNS, PARTS
from lessonkit.check.ua1.broken import Broken, rule
from lessonkit.check.ua1.significant import kids

CELLS = ("TH", "TD")
BELOW, BESIDE = rule("TABLE-COLUMN-ROWSPAN"), rule("TABLE-ROW-COLUMNSPAN")
OVERLAP = rule("TABLE-CELL-INTERSECTION")
SCOPE, UNDEFINED = rule("TABLE-HEADERS-SCOPE"), rule("TABLE-HEADERS-UNDEFINED")
RULES = frozenset({BELOW, BESIDE, OVERLAP, SCOPE, UNDEFINED})
MOST_CELLS = 200_000
CORNER = (0, 0)
"""The cell above all row headers and before all column headers has none itself."""

Grid: TypeAlias = list[list[Node | None]]


def broken(facts: PdfFacts) -> Iterator[Broken]:
    """Tables with holes, overlaps, or cells without headers."""
    for table in facts.nodes:
        if table.role == "Table":
            rows = [[cell for cell in kids(row) if cell.role in CELLS] for row in _rows(table)]
            yield from (fault._replace(where=table) for fault in _table(rows))


def _rows(table: Node) -> Iterator[Node]:
    for part in kids(table):
        yield from (row for row in (kids(part) if part.role in PARTS else (part,)) if row.role == "TR")


def _table(rows: list[list[Node]]) -> Iterator[Broken]:
    columns = sum(_span(cell, "ColSpan") for cell in rows[0]) if rows else 0
    height = _height(rows)
    if not height or columns > MOST_COLUMNS or height * columns > MOST_CELLS:
        return
    grid: Grid = [[None] * columns for _ in range(height)]
    fault = _fill(grid, rows, columns)
    yield from [fault] if fault else _headers(grid)


def _span(cell: Node, key: str) -> int:
    """How many columns or rows a cell says it fills, none included."""
    value = cell.attributes.get(key, 1)
    return value if isinstance(value, int) else 1


def _height(rows: list[list[Node]]) -> int:
    """How many rows the first cells fill: all cells of the last row may reach as far below it as the first one."""
    height = at = 0
    while at < len(rows):
        high = _span(rows[at][0], "RowSpan") if rows[at] else 0
        height, at = height + high, at + max(1, high)
    return height


def _fill(grid: Grid, rows: list[list[Node]], columns: int) -> Broken | None:
    """Puts each cell where it belongs; the first one that does not fit is told."""
    for number, row in enumerate(rows):
        if columns and not row:
            return Broken(BESIDE, f"row {number + 1} of a table has no cells")
        if columns and number >= len(grid):
            return Broken(BELOW, f"the first cells of a table fill only {len(grid)} of its rows")
        column = 0
        for cell in row:
            wide, high = _span(cell, "ColSpan"), _span(cell, "RowSpan")
            if wide < 0 or high < 0:
                return Broken(BESIDE, f"a cell in row {number + 1} of a table fills less than nothing")
            while column < columns and grid[number][column] is not None:
                column += 1
            if column + wide > columns:
                return Broken(BESIDE, f"row {number + 1} of a table reaches beyond its {columns} columns")
            if number + high > len(grid):
                return Broken(BELOW, f"a cell in column {column + 1} of a table reaches below its last row")
            for line in grid[number : number + high]:
                if any(line[column : column + wide]):
                    return Broken(OVERLAP, f"two cells of a table overlap in row {number + 1}")
                line[column : column + wide] = [cell] * wide
            column += wide
    short = next((number for number, line in enumerate(grid) if None in line), None)
    return None if short is None else Broken(BESIDE, f"row {short + 1} of a table has fewer than {columns} columns")


def _headers(grid: Grid) -> Iterator[Broken]:
    """Every TH says which way it points, or every TD names its headers."""
    cells = {cell: (row, column) for row, line in reversed(list(enumerate(grid)))
             for column, cell in reversed(list(enumerate(line))) if cell is not None}  # fmt: skip
    heads = [cell for cell in cells if cell.role == "TH"]
    if all("Scope" in cell.attributes for cell in heads):
        return
    names = {cell.id for cell in heads if cell.id}
    for cell, place in sorted(cells.items(), key=lambda each: each[1]):
        named = _named(cell)
        if cell.role == "TD" and place != CORNER and not (named and names.issuperset(named)):
            yield _unfound([name for name in named if name not in names], place[0])
            return


def _named(cell: Node) -> list[str]:
    listed = cell.attributes.get("Headers")
    return [str(name) for name in listed] if isinstance(listed, list) else []


def _unfound(unknown: list[str], row: int) -> Broken:
    where = f"a cell in row {row + 1} of a table whose header cells do not all have a Scope"
    if unknown:
        return Broken(UNDEFINED, f"{where} names the header “{unknown[0]}”, which is not there")
    return Broken(SCOPE, f"{where} does not name its headers")
