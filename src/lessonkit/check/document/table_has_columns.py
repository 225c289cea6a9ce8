"""A table has at least two columns and a row below its headers.

In a table readers hear “table with one column”, row numbers and headers; a list says the same with less noise.

Passes: a table of “Who” and “How”.
Fails: a table with one column; a header row alone.
Clause: the project's own; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Table


def check(subject: Designed) -> Iterator[Finding]:
    for table in subject.blocks(Table):
        rows = table.head + table.body
        if rows and max(sum(cell.columns for cell in row.cells) for row in rows) < 2:
            yield RULE.review("This table has only one column.", "Make it a list: `points`.", table.place)
        if not table.body:
            yield RULE.review("This table has no rows below its headers.", "Fill it, or leave it out.", table.place)


RULE = read_rule(__name__, __doc__, check)
