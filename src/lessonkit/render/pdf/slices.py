"""Where a high table row may be divided: between lines that end at the same height in all its cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from lessonkit.dataclass import dataclass
from lessonkit.render.pdf.galley import Break, Strip
from lessonkit.render.pdf.measures import Measures, common

TOGETHER = 2
"""How many lines of each cell stay together at both sides."""

SLACK = 2.0
"""By how many points lines may reach over the place where a row is divided: only their leading does."""


@dataclass(frozen=True, slots=True)
class Content:
    """What one cell holds, with its measures."""

    strips: Sequence[Strip]
    measures: Measures
    height: float

    def top(self, strip: int) -> float:
        """How far below the top of the cell a strip begins, with the boxes that begin with it."""
        return self.measures.bases[strip]

    def may_end(self, strip: int) -> bool:
        """Whether a page may end before this strip, with lines enough at both sides."""
        before, after = self.strips[strip - 1], self.strips[strip]
        return (
            TOGETHER <= strip <= len(self.strips) - TOGETHER
            and after.before != Break.NEVER
            and not common(before.frames, after.frames)
            and not before.columns
            and not after.columns
        )

    def end_at(self, y: float) -> int | None:
        """How many strips end above this height; None if the cell cannot be divided there."""
        if self.height <= y + SLACK:
            return len(self.strips)
        end = bisect_right(self.measures.feet, y + SLACK)
        if 0 < end < len(self.strips) and self.top(end) >= y - SLACK and self.may_end(end):
            return end
        return None


def content_of(strips: Sequence[Strip]) -> Content:
    """What a cell holds."""
    measures = Measures(strips, on_page=False)
    return Content(strips, measures, measures.height(0, len(strips)) if strips else 0.0)


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a row: of each cell the strips from the first to the one before the end."""

    top: float
    firsts: Sequence[int]
    ends: Sequence[int]


def slices(contents: Sequence[Content]) -> list[Slice]:
    """A row in as many slices as there can be; a single one if it cannot be divided."""
    found: list[Slice] = []
    top, firsts = 0.0, [0] * len(contents)
    highest = max(contents, key=lambda content: content.height)
    for strip in range(1, len(highest.strips)):
        if not highest.may_end(strip):
            continue
        y = highest.top(strip)
        ends = [content.end_at(y) for content in contents]
        known = [end for end in ends if end is not None]
        if len(known) == len(ends):
            found.append(Slice(top, firsts, known))
            top, firsts = y, known
    return [*found, Slice(top, firsts, [len(content.strips) for content in contents])]
