"""Every table has a header row, whose headers say what stands below them.

A screen reader says the header with each cell; without one, a reader has to remember what the third column was.

Passes: a table with the headers “Who” and “How”.
Fails: a table whose first row is already data, or with a column without a name. For a person to look at: “Column 1”;
two columns with the same header.
Clause: PDF/UA-1 7.5; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Cell, Table
from lessonkit.reading import walk, words_in

TODO = "Name every column in `columns`."
NOTHING = re.compile(r"(?:column|col|header|heading|title|spalte)[\s_-]*\d*", re.I)


def check(subject: Designed) -> Iterator[Finding]:
    for table in (block for block in walk(subject.document.blocks) if isinstance(block, Table)):
        if not table.head:
            yield RULE.fail("This table has no header row.", TODO, table.place)
        for number, cell in ((n, cell) for row in table.head for n, cell in enumerate(row.cells, 1)):
            if not words_in(cell.blocks):
                yield RULE.fail(f"Column {number} of this table has an empty header.", TODO, cell.place)
            elif NOTHING.fullmatch(words := words_in(cell.blocks)):
                yield RULE.review(f"The header “{words}” does not say what stands below it.", TODO, cell.place)
        if len(table.head) == 1:  # below the groups of a first row, the same may come again
            yield from _twice(table.head[0].cells)
        for row in table.body if table.row_headers else ():
            if not words_in(row.cells[0].blocks):
                yield RULE.fail("The first cell of this row is its header, and is empty.", "Fill it.", row.place)


def _twice(cells: tuple[Cell, ...]) -> Iterator[Finding]:
    """A header that another column of the same row has."""
    seen: set[str] = set()
    for cell in cells:
        words = words_in(cell.blocks)
        if words and words.casefold() in seen:
            yield RULE.review(f"Two columns have the header “{words}”.", "Say in each what is different.", cell.place)
        seen.add(words.casefold())


RULE = read_rule(__name__, __doc__, check)
