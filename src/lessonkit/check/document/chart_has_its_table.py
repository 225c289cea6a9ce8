"""Every chart is followed by a table of the same numbers.

A chart is a picture: its numbers can neither be heard, nor searched, nor copied. The table beside it can.

Passes: a chart of two years with the table of both below it.
Fails: a chart alone; a table with a number that the chart does not have.
Clause: WCAG 2.2 SC 1.1.1 (technique G92)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Cell, Chart, Figure, Row, Table
from lessonkit.reading import fold, walk, words_in

NUMBER = re.compile(r"-?\d[\d,\u00a0]*(\.\d+)?")
TODO = "Write the chart with `<chart>`, which makes both from the same numbers."


def check(subject: Designed) -> Iterator[Finding]:
    for figure, after in pairwise([*walk(subject.document.blocks), None]):
        if isinstance(figure, Figure) and isinstance(figure.source, Chart):
            if not isinstance(after, Table):
                yield RULE.fail("This chart has no table of its numbers right after it.", TODO, figure.place)
            elif _shown(figure.source) != _told(after):
                what = f"This chart shows other numbers than the table after it: {_first(figure.source, after)}."
                yield RULE.fail(what, TODO, figure.place)


def _shown(chart: Chart) -> list[tuple[str, ...]]:
    """The names of the series, then for each category its name and its numbers."""
    rows = zip(chart.categories, *(each.values for each in chart.series), strict=True)
    names = tuple(fold(each.name) for each in chart.series)
    return [names, *((fold(category), *map(str, map(float, values))) for category, *values in rows)]


def _told(table: Table) -> list[tuple[str, ...]]:
    """The same as a table has it."""
    names = tuple(words_in(cell.blocks) for row in table.head[-1:] for cell in row.cells[1:])
    return [names, *map(_row, table.body)]


def _row(row: Row) -> tuple[str, ...]:
    first, *values = row.cells
    return (words_in(first.blocks), *map(_number, values))


def _number(cell: Cell) -> str:
    words = words_in(cell.blocks)
    found = NUMBER.search(words)
    return str(float(re.sub(r"[^-.\d]", "", found[0]))) if found else words


def _first(chart: Chart, table: Table) -> str:
    """The first row of both that differs."""
    ours, theirs = _shown(chart), _told(table)
    alike = next((n for n, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other), len(ours))
    one, other = (", ".join(rows[alike]) if alike < len(rows) else "nothing" for rows in (ours, theirs))
    return f"{one} in the chart, {other} in the table"


RULE = read_rule(__name__, __doc__, check)
