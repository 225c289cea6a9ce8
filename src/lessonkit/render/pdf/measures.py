"""How high any run of strips is as a page: sums made once, and columns that end level."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lessonkit.dataclass import dataclass
from lessonkit.render.pdf.galley import Break, Frame, Group, Strip

TOLERANCE = 0.01
"""Points by which rounding may make strips higher than their page."""

UNEVEN = 1.25
"""How much higher columns may be so that no callout is divided between them."""


def common(one: Sequence[Frame], other: Sequence[Frame]) -> int:
    """How many boxes two strips share, counted from the outermost."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a is not b:
            break
        count += 1
    return count


def paddings(frames: Sequence[Frame], on_page: bool = False) -> float:
    """Above or below what is inside these boxes; one that bleeds needs none at the top of a page."""
    return sum(0.0 if on_page and frame.style.bleed else frame.style.padding_pt for frame in frames)


class Measures:
    """The heights of strips below each other, as if on one endless page."""

    def __init__(self, strips: Sequence[Strip], on_page: bool = True) -> None:
        self.strips = strips
        self.on_page = on_page
        self.bases: list[float] = []
        """For each strip where a page would begin that begins with it."""
        self.feet: list[float] = []
        """For each strip where a page would end that ends with it."""
        self.levels: dict[int, Level] = {}
        """For each strip in columns its columns."""
        self._run_down()

    def height(self, first: int, end: int) -> float:
        """The height of a page that holds these strips, from the first to the one before the end."""
        level = self.levels.get(first) if self.levels else None
        if level is None or level.first == first:
            return self.feet[end - 1] - self.bases[first]
        around = paddings(level.frames, self.on_page) + level.height(first, min(end, level.end))
        if end <= level.end:
            return around + paddings(level.frames)
        return around + self.feet[end - 1] - level.bottom

    def _run_down(self) -> None:
        y = 0.0
        outer: tuple[Frame, ...] = ()
        for number, strip in enumerate(self.strips):
            if number < len(self.feet):
                continue
            frames = strip.frames[: strip.columns.depth] if strip.columns else strip.frames
            if number:
                shared = common(outer, frames) if frames and outer else 0
                y += paddings(outer[shared:]) + strip.gap + paddings(frames[shared:])
            else:
                y += paddings(frames, self.on_page)
            above = paddings(frames, self.on_page) if frames else 0.0
            self.bases.append(y - above - (strip.head.height if strip.head and not strip.columns else 0.0))
            if strip.columns:
                y = self._columns(number, strip.columns, frames, y)
            else:
                y += strip.height
                self.feet.append(y + (paddings(frames) if frames else 0.0))
            outer = frames

    def _columns(self, first: int, group: Group, frames: tuple[Frame, ...], y: float) -> float:
        """Measure all strips of one group; gives the bottom of its columns."""
        end = first
        while end < len(self.strips) and self.strips[end].columns is group:
            end += 1
        level = Level(self.strips, group, frames, first, end)
        below = y + paddings(frames)
        self.feet.extend(below + level.height(first, number + 1) for number in range(first, end))
        self.bases.extend([self.bases[first]] * (end - first - 1))
        self.levels.update((number, level) for number in range(first, end))
        level.bottom = y + level.height(first, end)
        return level.bottom


@dataclass(frozen=True, slots=True)
class Levelled:
    """Columns that end as level as can be."""

    height: float
    starts: tuple[int, ...]
    """The first strip of each column, and that after the last column."""


class Level:
    """The columns of one group: how any run of its strips is divided into them."""

    def __init__(self, strips: Sequence[Strip], group: Group, frames: tuple[Frame, ...], first: int, end: int) -> None:
        self.frames = frames
        """The boxes around them all."""
        self.first, self.end = first, end
        self.bottom = 0.0
        self.count = group.count
        self.strips = [replace(strip, frames=strip.frames[group.depth :], columns=None) for strip in strips[first:end]]
        self.measures = Measures(self.strips, on_page=False)
        self._known: dict[tuple[int, int], Levelled] = {}

    def height(self, first: int, end: int) -> float:
        """The height of the highest column."""
        return self.divided(first, end).height

    def divided(self, first: int, end: int) -> Levelled:
        """The columns that these strips make; numbers count all strips."""
        if (first, end) not in self._known:
            found = self._divided(first - self.first, end - self.first)
            starts = tuple(start + self.first for start in found.starts)
            self._known[first, end] = Levelled(found.height, starts)
        return self._known[first, end]

    def _divided(self, first: int, end: int) -> Levelled:
        freely, divided = (self._level(first, end, kind) for kind in (Break.FREE, Break.AVOID))
        return freely if freely.height <= UNEVEN * divided.height else divided

    def _level(self, first: int, end: int, kind: Break) -> Levelled:
        """The lowest columns that break only where this kind allows it."""
        inner = (number for number in range(first + 1, end) if self.strips[number].before in (kind, Break.FREE))
        points = [first, *inner, end]
        height = max(self.measures.height(a, b) for a, b in pairwise(points))
        while True:
            starts, higher = self._filled(points, height)
            if starts[-1] == end:
                return Levelled(max(self.measures.height(a, b) for a, b in pairwise(starts)), starts)
            height = higher

    def _filled(self, points: Sequence[int], height: float) -> tuple[tuple[int, ...], float]:
        """Columns filled to a height, and the least height at which one of them would take more."""
        starts, at, higher = [points[0]], 0, float("inf")
        while len(starts) <= self.count and at < len(points) - 1:
            start = points[at]
            at = bisect_right(points, height + TOLERANCE, at + 1, key=lambda end: self.measures.height(start, end)) - 1
            starts.append(points[at])
            if at < len(points) - 1:
                higher = min(higher, self.measures.height(start, points[at + 1]))
        return tuple(starts), higher
