"""Column widths from what the cells hold: no column narrower than its longest word, none wider than it needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lessonkit.dataclass import dataclass

NEARLY_FULL = 0.72
"""A table that needs more of its column than this share takes all of it: ragged by a little looks like a slip."""

TOLERANCE = 0.01
"""Points by which rounding may make columns too wide."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How narrow something can be made, and how wide it is when nothing makes it narrower; in points."""

    least: float = 0.0
    natural: float = 0.0

    def beside(self, points: float) -> Extent:
        """With so much room beside it."""
        return Extent(self.least + points, self.natural + points)


def widest(extents: Iterable[Extent]) -> Extent:
    """Of things below each other."""
    least = natural = 0.0
    for extent in extents:
        least, natural = max(least, extent.least), max(natural, extent.natural)
    return Extent(least, max(least, natural))


@dataclass(frozen=True, slots=True)
class Demand:
    """What one cell asks of the columns it covers."""

    first: int
    count: int
    extent: Extent

    def beside(self, points: float) -> Demand:
        """With so much room beside what the cell holds."""
        return Demand(self.first, self.count, self.extent.beside(points))


def column_extents(count: int, demands: Iterable[Demand]) -> list[Extent]:
    """What each column asks for; a cell that spans several asks of them what they do not have yet."""
    least, natural = [0.0] * count, [0.0] * count
    for demand in sorted(demands, key=lambda demand: demand.count):
        covered = range(demand.first, demand.first + demand.count)
        _raise(least, covered, demand.extent.least, natural)
        _raise(natural, covered, demand.extent.natural, natural)
    return [Extent(narrow, max(narrow, wide)) for narrow, wide in zip(least, natural, strict=True)]


def _raise(widths: list[float], covered: Sequence[int], wanted: float, shares: Sequence[float]) -> None:
    """Make the covered columns together as wide as wanted: each grows by its share, or equally if there are none."""
    missing = wanted - sum(widths[column] for column in covered)
    if missing <= 0:
        return
    whole = sum(shares[column] for column in covered)
    parts = [shares[column] / whole if whole else 1 / len(covered) for column in covered]
    for column, part in zip(covered, parts, strict=True):
        widths[column] += missing * part


def fitted(extents: Sequence[Extent], room: float) -> list[float] | None:
    """The widths of columns in so much room; None if their longest words do not fit beside each other."""
    least = sum(extent.least for extent in extents)
    # A cell that fills many lines asks for no more than all the room there is.
    natural = [max(extent.least, min(extent.natural, room)) for extent in extents]
    whole = sum(natural)
    if least > room + TOLERANCE:
        return None
    if whole <= room:
        stretch = room / whole if whole > NEARLY_FULL * room else 1.0
        return [width * stretch for width in natural]
    share = max(0.0, room - least) / (whole - least)
    return [extent.least + share * (wide - extent.least) for extent, wide in zip(extents, natural, strict=True)]
