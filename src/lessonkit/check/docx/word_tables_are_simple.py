"""Tables in the Word file are plain rows and columns.

With each cell a screen reader says its row and column; where cells are joined, programs differ in what they say, and
some lose count.

Passes: three columns, and three cells in every row.
Fails: a row with fewer cells than the others. For a person to look at: cells that are joined; a table mostly empty; an
empty row or column; a cell with ” for the words above it.
Fix: In Word, Table Layout, Split Cells; make two tables of a table in a table.
Clause: EN 301 549 10.1.3.1; WCAG 2.2 SC 1.3.1; DX-E07
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.docx.wordfile import WordFile, WordTable
from lessonkit.check.rule import Finding, read_rule

DITTO = re.compile(r"[\"”“„″〃]|''|,,|- ?[\"”] ?-|ditto", re.IGNORECASE)


def check(file: WordFile) -> Iterator[Finding]:
    for number, table in enumerate(file.tables, start=1):
        name = f"The table “{table.title}”" if table.title else f"Table {number}"
        place = file.place(table.title)
        words = next((cell for row in table.rows for cell in row.cells if cell), "")
        if any(row.columns != table.columns for row in table.rows):
            what = f"{name} has rows with different numbers of columns."
            yield RULE.fail(what, "Give each row all its cells.", place, quote=words)
        if any(row.merged for row in table.rows):
            todo = "Repeat the words in each cell, or listen to the table with a screen reader."
            yield RULE.review(f"{name} has cells that span rows or columns.", todo, place, quote=words)
        if any(DITTO.fullmatch(cell) for row in table.rows for cell in row.cells):
            what = f"{name} has a sign that stands for the words above it."
            yield RULE.review(what, "Repeat the words.", place, quote=words)
        if _is_mostly_empty(table):
            todo = "Use writing lines if it is a form."
            yield RULE.review(f"{name} is mostly empty.", todo, place, quote=words)
        elif gap := _gap(table):
            yield RULE.review(f"{name} has an empty {gap}.", "Delete it: space comes from a style.", place, quote=words)


def _filled(table: WordTable) -> list[list[bool]]:
    """Whether each cell says or holds something, row by row; rows with joined cells left out."""
    rows = [row for row in table.rows if not row.merged]
    return [[bool(cell) or holds for cell, holds in zip(row.cells, row.holds, strict=True)] for row in rows]


def _is_mostly_empty(table: WordTable) -> bool:
    cells = [cell for row in _filled(table) for cell in row]
    return cells.count(False) > len(cells) / 2


def _gap(table: WordTable) -> str:
    """What is there to make space: a row or a column without a word."""
    rows = _filled(table)
    if any(row and not any(row) for row in rows):
        return "row"
    even = len({len(row) for row in rows}) == 1
    return "column" if even and any(not any(column) for column in zip(*rows, strict=True)) else ""


RULE = read_rule(__name__, __doc__, check)
