"""Footnotes at the foot of pages: how their lines are shared out, and how they are set there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from lessonkit.render.pdf.galley import Strip

GAP, RULE_GAP = 10.0, 5.0
"""At least so much above the rule between text and notes, and below it, in points."""

SPLIT, LATE = 0.4, 3.0
"""What it costs to carry a part of a note over to the next page; to carry a whole note."""

TOGETHER = 2
"""The lines of a note that stay together at its start and end."""


RULE, RULE_WIDTH = 0.6, 0.25
"""The thickness of the rule in points; its width as a share of the page's text."""


def foot_height(lines: Sequence[Strip]) -> float:
    """The height of lines at the foot of a page, with the rule above them."""
    return GAP + RULE_GAP + sum(line.gap + line.height for line in lines) - lines[0].gap if lines else 0.0


class Foot:
    """The lines of all notes that some strips call, in the order of their calls."""

    def __init__(self, strips: Sequence[Strip]) -> None:
        notes = [note for strip in strips for note in strip.notes]
        self.lines = [line for note in notes for line in note]
        self.any = bool(notes)
        if not notes:
            return
        self.called = list(accumulate((sum(map(len, strip.notes)) for strip in strips), initial=0))
        """For each strip how many lines those before it call."""
        self.begins = list(accumulate((len(note) for note in notes), initial=0))
        """The first line of each note."""
        self.sums = list(accumulate((line.gap + line.height for line in self.lines), initial=0.0))

    def height(self, first: int, end: int) -> float:
        """The height of these lines at the foot of a page, with the rule above them."""
        return GAP + RULE_GAP + self.sums[end] - self.sums[first] - self.lines[first].gap if end > first else 0.0

    def ways(self, first: int, end: int, room: float) -> Iterator[tuple[int, float]]:
        """How many lines stand on a page that begins with a line and ends before a strip, and their height.

        All there are; if they do not fit, as many as do, if the note that is called last begins on the page.
        """
        if not self.any:
            yield 0, 0.0
            return
        last = self.called[end]
        if self.height(first, last) <= room:
            yield last, self.height(first, last)
            return
        most = self.most(first, end, room)
        if most >= self.least(first, last):
            yield most, self.height(first, most)

    def least(self, first: int, last: int) -> int:
        """How many lines a page must show at least: the start of the last note called, the rest of an earlier one."""
        begin = self.begins[bisect_right(self.begins, last - 1) - 1]
        return min(last, max(begin, first) + TOGETHER)

    def most(self, first: int, end: int, room: float) -> int:
        """How many lines fit into the room, without a single last line of a note carried over."""
        if not self.any:
            return 0
        last = self.called[end]
        most = bisect_right(range(last + 1), room, first, last + 1, key=lambda line: self.height(first, line)) - 1
        return max(first, most - 1 if last - most == 1 else most)

    def cost(self, end: int, note: int) -> float:
        """What it costs that a page which ends before this strip has only so many lines."""
        if not self.any or note == self.called[end]:
            return 0.0
        return SPLIT if note not in self.begins else LATE
