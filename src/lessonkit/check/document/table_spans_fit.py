"""Every row of a table has the same number of columns, and no cell reaches out of the table.

A screen reader counts rows and columns; where they do not come out even, it speaks the wrong header with a cell.

Passes: a cell over two columns in a table of three.
Fails: a cell over three columns that begins in the second of three.
Clause: PDF/UA-1 7.5; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Row, Table
from lessonkit.reading import grid

TODO = "Let its cells span fewer or more columns and rows."


def check(subject: Designed) -> Iterator[Finding]:
    for table in subject.blocks(Table):
        count = len(table.widths) or max([*_filled(table.head), *_filled(table.body)], default=0)
        for part in (table.head, table.body):
            for row, filled in zip(part, _filled(part), strict=True):
                if filled != count:
                    what = f"A row of this table has {filled} columns; the table has {count}."
                    yield RULE.fail(what, TODO, row.place or table.place)
            yield from _reaching_out(table, part)


def _reaching_out(table: Table, part: Sequence[Row]) -> Iterator[Finding]:
    for number, row in enumerate(part):
        for cell in row.cells:
            if cell.rows > len(part) - number:
                what = f"A cell spans {cell.rows} rows; there are {len(part) - number} from there."
                yield RULE.fail(what, TODO, cell.place or table.place)


def _filled(rows: Sequence[Row]) -> list[int]:
    """How many columns each row fills, with the cells that reach into it from above."""
    filled = [0] * len(rows)
    for number, placed in enumerate(grid(rows)):
        for _, cell in placed:
            for reached in range(number, min(number + cell.rows, len(rows))):
                filled[reached] += cell.columns
    return filled


RULE = read_rule(__name__, __doc__, check)
