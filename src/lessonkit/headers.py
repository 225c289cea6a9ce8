"""Header cells of tables with spans: which of them belong to each cell (ISO 32000-1, 14.8.5.7; HTML 4.9.12)."""

from __future__ import annotations

from lessonkit.document import Cell, Table
from lessonkit.reading import grid


def has_spans(table: Table) -> bool:
    """Whether a cell reaches over several columns or rows; without one, the scope of each header says enough."""
    return any(cell.columns > 1 or cell.rows > 1 for row in table.head + table.body for cell in row.cells)


class Headers:
    """Ids for the header cells of one table, where it has spans, and the ids of those that belong to each cell."""

    def __init__(self, table: Table, prefix: str) -> None:
        self.ids: dict[int, str] = {}
        """By `id(cell)`: the id of each header cell."""
        self.known: dict[int, tuple[str, ...]] = {}
        """By `id(cell)`: the ids of the headers of its row, then of its columns, from the outermost in."""
        if has_spans(table):
            self._find(table, prefix)

    def own(self, cell: Cell) -> str | None:
        """The id of this cell; None for one that is no header."""
        return self.ids.get(id(cell))

    def of(self, cell: Cell) -> str | None:
        """The ids of the headers of this cell, with spaces between; None for one without."""
        return " ".join(self.known.get(id(cell), ())) or None

    def _find(self, table: Table, prefix: str) -> None:
        columns: dict[int, list[str]] = {}
        """The ids of the column headers above each column."""
        for part, is_head in ((table.head, True), (table.body, False)):
            rows: dict[int, list[str]] = {}
            """The ids of the row headers of each row of this part."""
            for row, placed in enumerate(grid(part)):
                for column, cell in placed:
                    beside = _known(rows, row, cell.rows)
                    self.known[id(cell)] = (*beside, *_known(columns, column, cell.columns))
                    if not (is_head or cell.header):
                        continue
                    own = self.ids[id(cell)] = f"{prefix}{len(self.known)}"
                    if is_head:
                        _note(columns, column, cell.columns, own)
                    else:
                        _note(rows, row, cell.rows, own)


def _note(known: dict[int, list[str]], first: int, count: int, own: str) -> None:
    for at in range(first, first + count):
        known.setdefault(at, []).append(own)


def _known(known: dict[int, list[str]], first: int, count: int) -> dict[str, None]:
    """The ids known for these rows or columns, each once."""
    return dict.fromkeys(own for at in range(first, first + count) for own in known.get(at, ()))
