"""Every table has a header row, and no header is empty.

A screen reader says the header with each cell; without one, a reader has to remember what the third column was.

Passes: a table with the headers “Who” and “How”.
Fails: a table whose first row is already data, or with a column without a name.
Clause: PDF/UA-1 7.5; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Table
from lessonkit.reading import walk, words_in

TODO = "Name every column in `columns`."


def check(subject: Designed) -> Iterator[Finding]:
    for table in (block for block in walk(subject.document.blocks) if isinstance(block, Table)):
        if not table.head:
            yield RULE.fail("This table has no header row.", TODO, table.place)
        for number, cell in ((n, cell) for row in table.head for n, cell in enumerate(row.cells, 1)):
            if not words_in(cell.blocks):
                yield RULE.fail(f"Column {number} of this table has an empty header.", TODO, cell.place)
        for row in table.body if table.row_headers else ():
            if not words_in(row.cells[0].blocks):
                yield RULE.fail("The first cell of this row is its header, and is empty.", "Fill it.", row.place)


RULE = read_rule(__name__, __doc__, check)
