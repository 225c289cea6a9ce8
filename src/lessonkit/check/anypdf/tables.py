"""Rows and columns of tables in the structure."""

from __future__ import annotations

from lessonkit.check.anypdf.facts import Node

PARTS = frozenset({"THead", "TBody", "TFoot"})
MOST_COLUMNS = 1_000


def rows_of(table: Node) -> list[list[Node]]:
    """The cells of each row; those of a table in a cell are its own."""
    rows = [row for part in table.nodes for row in (part.nodes if part.role in PARTS else [part]) if row.role == "TR"]
    return [[cell for cell in row.nodes if cell.role in ("TH", "TD")] for row in rows]


def widths(rows: list[list[Node]]) -> list[int]:
    """How many columns each row fills, with the cells that reach into it from above."""
    from_above: dict[int, int] = {}
    found = []
    for number, row in enumerate(rows):
        width = from_above.get(number, 0)
        for cell in row:
            columns, down = span(cell, "ColSpan"), span(cell, "RowSpan")
            width += columns
            for below in range(number + 1, min(number + down, len(rows))):
                from_above[below] = from_above.get(below, 0) + columns
        found.append(width)
    return found


def span(cell: Node, key: str) -> int:
    """How many columns or rows a cell fills."""
    value = cell.attributes.get(key, 1)
    return min(int(value), MOST_COLUMNS) if isinstance(value, int) and value > 0 else 1
