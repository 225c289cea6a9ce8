"""Header cells of tables with spans: which of them belong to each cell (ISO 32000-1, 14.8.5.7)."""

from __future__ import annotations

from lessonkit.document import Cell, Table
from lessonkit.reading import grid


class Headers:
    """The span and header attributes of one table's cells; without spans, Scope alone says which headers belong."""

    def __init__(self, table: Table, number: int) -> None:
        self.found: dict[int, dict[str, str]] = {}
        if any(cell.columns > 1 or cell.rows > 1 for row in table.head + table.body for cell in row.cells):
            self._find(table, number)

    def attributes(self, cell: Cell) -> dict[str, str]:
        """ID, Headers, ColSpan and RowSpan of a cell, as far as it has any."""
        return self.found.get(id(cell), {})

    def _find(self, table: Table, number: int) -> None:
        columns: dict[int, list[str]] = {}
        """The ids of the column headers above each column."""
        for part, is_head in ((table.head, True), (table.body, False)):
            rows: dict[int, list[str]] = {}
            """The ids of the row headers of each row of this part."""
            for row, placed in enumerate(grid(part)):
                for column, cell in placed:
                    known = [*rows.get(row, []), *columns.get(column, [])]
                    own = {"ID": f"table-{number}-{len(self.found) + 1}"} if cell.header or is_head else {}
                    self.found[id(cell)] = own | _spans(cell) | ({"Headers": " ".join(known)} if known else {})
                    if is_head:
                        _note(columns, column, cell.columns, own["ID"])
                    elif cell.header:
                        _note(rows, row, cell.rows, own["ID"])


def _note(known: dict[int, list[str]], first: int, count: int, id: str) -> None:
    for at in range(first, first + count):
        known.setdefault(at, []).append(id)


def _spans(cell: Cell) -> dict[str, str]:
    spans = {"ColSpan": cell.columns, "RowSpan": cell.rows}
    return {name: str(count) for name, count in spans.items() if count > 1}
