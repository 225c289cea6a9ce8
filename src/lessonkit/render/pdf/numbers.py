"""Numbers below each other: their decimal points in line, whatever stands before and after them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field

from lessonkit.dataclass import dataclass
from lessonkit.document import Align, Paragraph, Table
from lessonkit.render.pdf.lines import TOLERANCE, line_width
from lessonkit.render.pdf.spots import Spot, table_spots
from lessonkit.render.pdf.tags import Element, words
from lessonkit.render.pdf.typesetter import Column, Typesetter
from lessonkit.render.pdf.words import look_of, words_of

NUMBER = re.compile(r"(?P<whole>\D{0,4}\d[\d,\s]*(?<!\s))(?P<rest>(\.\d+)?\D{0,16})")
"""A sign or currency, digits with separators, then decimals and a unit."""

NO_NUMBER = re.compile(r"\D{1,8}")
"""What stands in place of a number: a dash, `none`."""

ENDLESS = 1e6


def room_after(aligns: Sequence[Align], column: int, padding: float) -> float:
    """What keeps words apart from the numbers before them: both would begin and end at one edge."""
    here, after = aligns[column : column + 2] if column + 1 < len(aligns) else ("left", "left")
    return padding if here in ("right", "number") and after == "left" else 0.0


@dataclass(slots=True)
class Numbers:
    """The numbers in the columns of one table that are aligned at the decimal point."""

    before: dict[int, float] = field(default_factory=dict)
    """For the id of each cell that holds a number alone the width up to its decimal point."""
    columns: dict[int, tuple[float, float]] = field(default_factory=dict)
    """The most that stands before and after the decimal point of a column."""

    def add(self, spot: Spot, before: float, after: float) -> None:
        """Take in one number."""
        self.before[id(spot.element)] = before
        most_before, most_after = self.columns.get(spot.column, (0.0, 0.0))
        self.columns[spot.column] = max(most_before, before), max(most_after, after)

    def widths(self) -> Iterator[tuple[int, float]]:
        """Each column with the width of its numbers."""
        return ((column, sum(parts)) for column, parts in self.columns.items())

    def aligned(self, spot: Spot, column: Column) -> Column | None:
        """Where the number of a cell is set in its column: all end at the right. None if they need more room."""
        before, after = self.columns[spot.column]
        if before + after > column.width + TOLERANCE:
            return None
        return column.inset(column.width - after - self.before[id(spot.element)])


def number_columns(typesetter: Typesetter, element: Element, node: Table) -> Numbers:
    """The numbers of a table in the columns that are aligned at the decimal point."""
    found = Numbers()
    if "number" not in node.aligns:
        return found
    for spot in (spot for row in table_spots(element, node) for spot in row):
        if spot.columns == 1 and node.aligns[spot.column] == "number" and spot.style != "table-head":
            parts = _parts(typesetter, spot)
            if parts:
                found.add(spot, *parts)
    return found


def _parts(typesetter: Typesetter, spot: Spot) -> tuple[float, float] | None:
    """The widths of a number up to its decimal point and from there on; None for a cell with anything else."""
    blocks = spot.element.elements()
    text = words(spot.element).strip()
    match = NUMBER.fullmatch(text)
    alone = len(blocks) == 1 and isinstance(blocks[0].node, Paragraph) and not blocks[0].node.icon
    if not alone or not (match or NO_NUMBER.fullmatch(text)):
        return None
    style = typesetter.in_column(blocks[0].node.style, Column(0.0, ENDLESS, spot.style), spot.element.place)
    look = look_of(style)
    known = len(typesetter.problems)
    whole = line_width(words_of(blocks[0], look, typesetter.fonts, ENDLESS))
    after = typesetter.fonts.width(match["rest"], look, None) if match and match["rest"] else 0.0
    # What is wrong with the words is found again when they are set.
    del typesetter.problems[known:]
    return whole - after, after
