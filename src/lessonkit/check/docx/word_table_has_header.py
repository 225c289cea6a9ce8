"""Every table in the Word file has header rows that repeat, and rows that stay whole.

A screen reader says the column's header with each cell; a header row that repeats does the same for the eye on the
next page.

Passes: the first row is a header row, the table's style shows it, no row may split.
Fails: no row is a header row; header rows with a body row between them; nothing but header rows; a table
inside a table. For a person to look at: a row that may split; a header row that was typed again.
Fix: In Word, click in the first row, Table Layout, Repeat Header Rows; in Table Properties, Row, untick “Allow row to
break across pages”.
Clause: EN 301 549 10.1.3.1; WCAG 2.2 SC 1.3.1; DX-E06
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.docx.wordfile import WordFile, WordTable
from lessonkit.check.rule import Finding, read_rule

TODO = "Give the table `columns`, and nothing but plain rows below them."


def check(file: WordFile) -> Iterator[Finding]:
    for number, table in enumerate(file.tables, start=1):
        name = f"The table “{table.title}”" if table.title else f"Table {number}"
        words = next((cell for row in table.rows for cell in row.cells if cell), "")
        for fault in _faults(table):
            yield RULE.fail(f"{name} {fault}.", TODO, file.place(table.title), quote=words)
        if _has_header_again(table):
            what = f"{name} has its header row once more among its rows."
            todo = "Delete it: Word repeats header rows on each page."
            yield RULE.review(what, todo, file.place(table.title), quote=words)
        if not all(row.cannot_split for row in table.rows):
            todo = "In Word, choose Table Properties, Row, and clear “Allow row to break across pages”."
            what = f"{name} has a row that may split over two pages."
            yield RULE.review(what, todo, file.place(table.title), quote=words)


def _faults(table: WordTable) -> Iterator[str]:
    headers = [row.is_header for row in table.rows]
    if not headers or not headers[0]:
        yield "has no header row"
    elif any(headers[headers.index(False) :] if False in headers else ()):
        yield "has a header row below its body"
    elif all(headers) and len(headers) > 1:
        yield "has nothing but header rows"
    elif any(not cell and not held for cell, held in _header_cells(table)):
        yield "has a header cell without words"
    if not table.first_row:
        yield "does not show its header row"
    if table.nested:
        yield "stands inside another table"


def _has_header_again(table: WordTable) -> bool:
    """True if somebody typed it where a page began once."""
    rows = [row.cells for row in table.rows]
    return bool(rows) and len(rows[0]) > 1 and all(rows[0]) and rows[0] in rows[1:]


def _header_cells(table: WordTable) -> list[tuple[str, bool]]:
    """Those of the first row, but for the corner, with their words and whether they hold something else."""
    row = table.rows[0]
    return list(zip(row.cells, row.holds or (False,) * len(row.cells), strict=False))[1:]


RULE = read_rule(__name__, __doc__, check)
