"""Tables in the Word file are plain rows and columns.

With each cell a screen reader says its row and column; where cells are joined, programs differ in what they say, and
some lose count.

Passes: three columns, and three cells in every row.
Fails: a row with fewer cells than the others. For a person to look at: cells that are joined; a table mostly empty.
Fix: In Word, Table Layout, Split Cells; make two tables of a table in a table.
Clause: EN 301 549 10.1.3.1; WCAG 2.2 SC 1.3.1; DX-E07
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.docx.wordfile import WordFile, WordTable
from lessonkit.check.rule import Finding, read_rule


def check(file: WordFile) -> Iterator[Finding]:
    for number, table in enumerate(file.tables, start=1):
        name = f"The table “{table.title}”" if table.title else f"Table {number}"
        place = file.place(table.title)
        if any(row.columns != table.columns for row in table.rows):
            what = f"{name} has rows with different numbers of columns."
            yield RULE.fail(what, "Give each row all its cells.", place)
        if any(row.merged for row in table.rows):
            todo = "Repeat the words in each cell, or listen to the table with a screen reader."
            yield RULE.review(f"{name} has cells that span rows or columns.", todo, place)
        if _is_mostly_empty(table):
            yield RULE.review(f"{name} is mostly empty.", "Use writing lines if it is a form.", place)


def _is_mostly_empty(table: WordTable) -> bool:
    cells = [cell for row in table.rows if not row.merged for cell in row.cells]
    return len([cell for cell in cells if not cell]) > len(cells) / 2


RULE = read_rule(__name__, __doc__, check)
