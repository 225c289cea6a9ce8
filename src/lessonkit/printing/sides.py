"""Sides of paper with pages on them, as plain data; all lengths in points, from the lower left corner."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from lessonkit.dataclass import dataclass


class Area(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width

    @property
    def top(self) -> float:
        """Its upper side."""
        return self.y + self.height

    def grown(self, by: float) -> Area:
        """The same with an edge around it."""
        return Area(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def joins(self, other: Area) -> Area:
        """The smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Area(x, y, max(self.right, other.right) - x, max(self.top, other.top) - y)


@dataclass(frozen=True, slots=True)
class Spot:
    """One page of the source on a side."""

    page: int
    """Counted from 0."""
    area: Area
    """The page as it lies there."""
    cell: Area
    """The room it has: nothing is drawn beyond it, but for bleed at a free edge."""
    scale: float = 1.0
    turn: int = 0
    """Degrees that it is turned by, anticlockwise: 0, 90, 180 or 270."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet."""

    width: float
    height: float
    spots: tuple[Spot, ...] = ()
    trim: Area | None = None
    """What is left when the sheet has been cut; None for the whole sheet."""
    folds: tuple[float, ...] = ()
    """Where it is folded, from the left."""
    cuts: tuple[Area, ...] = ()
    """What is cut out of it; empty for the whole trim."""

    @property
    def kept(self) -> Area:
        """What is left when the sheet has been cut."""
        return self.trim or Area(0, 0, self.width, self.height)

    @property
    def pieces(self) -> tuple[Area, ...]:
        """What is cut out of it."""
        return self.cuts or (self.kept,)

    def turned(self) -> Side:
        """The same upside down."""
        return replace(
            self,
            spots=tuple(
                replace(spot, area=self._over(spot.area), cell=self._over(spot.cell), turn=(spot.turn + 180) % 360)
                for spot in self.spots
            ),
            trim=self._over(self.trim) if self.trim else None,
            folds=tuple(sorted(self.width - fold for fold in self.folds)),
            cuts=tuple(map(self._over, self.cuts)),
        )

    def _over(self, area: Area) -> Area:
        return Area(self.width - area.right, self.height - area.top, area.width, area.height)


@dataclass(frozen=True, slots=True)
class Plan:
    """How the pages of a file lie on sheets."""

    sides: tuple[Side, ...]
    """Front and back in turn, if it is printed on both sides."""
    both_sides: bool
    edge: str = ""
    """The edge that sheets are turned over: `long`, `short`; empty for one side."""

    @property
    def sheets(self) -> int:
        """Sheets of paper for one copy."""
        return -(-len(self.sides) // 2) if self.both_sides else len(self.sides)
