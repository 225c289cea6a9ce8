"""Where the cells of a table stand on the page, and where its structure leaves their order and their rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from lessonkit.check.anypdf.facts import Box, Node
from lessonkit.check.anypdf.subject import AnyPdf, around
from lessonkit.check.anypdf.tables import rows_of, span

SLACK = 2.0
"""Points that one cell may reach into another."""


class Step(NamedTuple):
    """From one cell to the next."""

    before: Node
    after: Node


class Placed(NamedTuple):
    """A cell, and where its words stand."""

    cell: Node
    page: int
    box: Box


def steps_aside(subject: AnyPdf, table: Node) -> Iterator[Step]:
    """Steps up from a row to the next, and those along a row that go another way than most of the table."""
    rows = [[placed for cell in row if (placed := _placed(subject, cell))] for row in rows_of(table)]
    for above, below in pairwise(row for row in rows if row):
        if above[0].page == below[0].page and _goes_up(_around(above), _around(below)):
            yield Step(above[0].cell, below[0].cell)
    left: list[Step] = []
    right: list[Step] = []
    for row in rows:
        for one, other in pairwise(row):
            if one.page == other.page and _side_by_side(one.box, other.box):
                if other.box.right <= one.box.left + SLACK:
                    left.append(Step(one.cell, other.cell))
                elif one.box.right <= other.box.left + SLACK:
                    right.append(Step(one.cell, other.cell))
    yield from min(left, right, key=len)


def strays(subject: AnyPdf, table: Node) -> Iterator[Step]:
    """Cells that stand beside those of another row than their own, each after the first cell of its own."""
    rows = [[placed for cell in row if (placed := _placed(subject, cell))] for row in rows_of(table)]
    if any(span(cell, "RowSpan") > 1 for row in rows_of(table) for cell in row):
        return
    for row in rows:
        others = [placed for other in rows if other is not row for placed in other]
        for each in row[1:]:
            own = [placed for placed in row if placed is not each and placed.page == each.page]
            if own and not _stands_beside(each, own) and _stands_beside(each, others):
                yield Step(row[0].cell, each.cell)


def _stands_beside(placed: Placed, others: list[Placed]) -> bool:
    return any(other.page == placed.page and _side_by_side(other.box, placed.box) for other in others)


def _placed(subject: AnyPdf, cell: Node) -> Placed | None:
    runs = [run for run in subject.runs(cell) if run.text.strip() and run.level]
    return Placed(cell, runs[0].page, around(run for run in runs if run.page == runs[0].page)) if runs else None


def _around(row: list[Placed]) -> Box:
    box = row[0].box
    for each in row:
        box = box.joins(each.box) if each.page == row[0].page else box
    return box


def _goes_up(above: Box, below: Box) -> bool:
    shared = min(above.right, below.right) - max(above.left, below.left)
    return below.bottom >= above.top - SLACK and shared > 0


def _side_by_side(one: Box, other: Box) -> bool:
    return min(one.top, other.top) - max(one.bottom, other.bottom) > 0
