"""Page breaking: strips to pages, none divided, of all ways to end pages the one that leaves the least empty."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from lessonkit.dataclass import dataclass
from lessonkit.render.pdf.galley import Break, Strip
from lessonkit.render.pdf.measures import TOLERANCE, Measures
from lessonkit.render.pdf.notes import Foot

FULL_ENOUGH = 0.5
"""The share of a page below which filling ends it inside a callout or short table rather than before it."""

HOLLOW = 0.4
"""The share of a page that is filled wherever it can be."""

SCRAP = 0.12
"""The share of a page below which its end looks like a left-over: a couple of lines."""

DIVIDED, LEFT_OVER, FORCIBLE = 0.3, 0.3, 100.0
"""What it costs to end a page inside a callout (like leaving 55 % empty), with a left-over, or where none may end."""


LAG = 1
"""How many pages a way to break may lie behind the fastest one: so the time grows with the pages, not their square."""

SPLITS = 2
"""How many of the ways to end a page with a part of a note are tried: those that fill it most."""


class Start(NamedTuple):
    """Where a page begins."""

    strip: int
    note: int
    """The first line of all notes that is not on an earlier page."""


class _End(NamedTuple):
    """One way to end a page."""

    next: Start
    kind: Break
    filled: float
    """The share of the page."""
    cost: float


@dataclass(frozen=True, slots=True)
class Part:
    """What one page holds."""

    strips: Sequence[Strip]
    notes: Sequence[Strip] = ()
    """The lines at its foot."""


def cut(
    strips: Sequence[Strip], height: float, on_page: bool = True, first: float | None = None
) -> list[Sequence[Strip]]:
    """Strips in parts of this height, the first one perhaps lower; one that is higher gets a part of its own.

    Never more parts than filling one after the other would take. Footnotes take no room here.
    """
    starts = _Breaker(Measures(strips, on_page), Foot(()), height, height if first is None else first).starts()
    return [strips[here.strip : after.strip] for here, after in pairwise(starts)]


def paginate(strips: Sequence[Strip], height: float) -> list[Part]:
    """Strips in pages of this height, each with the lines of the footnotes at its foot."""
    foot = Foot(strips)
    starts = _Breaker(Measures(strips), foot, height, height).starts()
    return [
        Part(strips[here.strip : after.strip], foot.lines[here.note : after.note]) for here, after in pairwise(starts)
    ]


class _Breaker:
    """Finds the best pages: for each number of pages and each place where they may end the cheapest way there."""

    def __init__(self, measures: Measures, foot: Foot, height: float, first: float) -> None:
        self.measures, self.foot = measures, foot
        self.rooms = (first, height)
        strips = measures.strips
        self.count = len(strips)
        self.ends = [number for number, strip in enumerate(strips) if number and strip.before != Break.NEVER]
        self.ends.append(self.count)
        self.kinds = [strip.before for strip in strips]
        self.kinds.append(Break.FORCED)
        self.forced = [number for number in self.ends if self.kinds[number] == Break.FORCED]
        self.known: dict[tuple[Start, float], list[_End]] = {}
        self.fewest: dict[int, int] = {self.count: 0}

    def starts(self) -> list[Start]:
        """Where the pages begin, and the end."""
        if not self.count:
            return []
        filled = self.filled()
        limit = len(filled) - 1
        if limit == 1:
            return filled
        layers: list[dict[Start, tuple[float, Start]]] = [{filled[0]: (0.0, filled[0])}]
        for page in range(limit):
            layers.append(self.layer(layers[-1], page, limit))
        done = [(layer[filled[-1]][0], pages) for pages, layer in enumerate(layers) if filled[-1] in layer]
        return _traced(layers[: min(done)[1] + 1], filled[-1]) if done else filled

    def layer(
        self, before: dict[Start, tuple[float, Start]], page: int, limit: int
    ) -> dict[Start, tuple[float, Start]]:
        """Where a page more may end, but for places from where the rest takes more pages than the limit."""
        found: dict[Start, tuple[float, Start]] = {}
        for start, (cost, _) in before.items():
            for end in self.ways(start, page):
                known = found.get(end.next)
                total = cost + end.cost
                if (known is None or total <= known[0]) and page + 1 + self.needed(end.next.strip) <= limit:
                    found[end.next] = (total, start)
        if not found:
            return found
        most = min(self.needed(start.strip) for start in found) + LAG
        return {start: way for start, way in found.items() if self.needed(start.strip) <= most}

    def filled(self) -> list[Start]:
        """The pages as filling one after the other makes them: each ends before what does not fit any more."""
        found = [Start(0, 0)]
        while found[-1] != (self.count, len(self.foot.lines)):
            ways = self.ways(found[-1], len(found) - 1)
            found.append(_fullest(ways).next)
        return found

    def ways(self, start: Start, page: int) -> list[_End]:
        """The ways to end a page that begins here."""
        room = self.rooms[min(page, 1)]
        if (start, room) not in self.known:
            self.known[start, room] = self.found(start, room)
        return self.known[start, room]

    def found(self, start: Start, room: float) -> list[_End]:
        if start.strip == self.count:
            return list(self.notes_alone(start, room))
        first, stop = self.window(start.strip, room)
        height = partial(self.measures.height, start.strip)
        hollow = bisect_left(self.ends, HOLLOW * room, first, stop, key=height)
        for low in (hollow, first):
            found = list(self.fitting(start, self.ends[low:stop], room))
            if found:
                return self.fullest_splits(found)
        # Nothing may end the page where it should: it ends where it must not, or with what is too high.
        anywhere = range(start.strip + 1, self.ends[bisect_right(self.ends, start.strip)] + 1)
        fitting = list(self.fitting(start, anywhere, room))[-1:]
        return [end._replace(cost=end.cost + FORCIBLE) for end in fitting or [self.too_high(start, room)]]

    def fullest_splits(self, ways: list[_End]) -> list[_End]:
        """The ways, without most of those that split a note: they come last, the fullest at the end."""
        if not self.foot.any:
            return ways
        whole = sum(end.next.note == self.foot.called[end.next.strip] for end in ways)
        return ways[:whole] + ways[whole:][-SPLITS:]

    def window(self, start: int, room: float) -> tuple[int, int]:
        """Which of the ends a page that begins here can reach."""
        first = bisect_right(self.ends, start)
        stop = self.next_forced(start)
        return first, bisect_right(self.ends, room + TOLERANCE, first, stop, key=partial(self.measures.height, start))

    def next_forced(self, start: int) -> int:
        at = bisect_right(self.forced, start)
        return bisect_right(self.ends, self.forced[at]) if at < len(self.forced) else len(self.ends)

    def fitting(self, start: Start, ends: Sequence[int], room: float) -> Iterator[_End]:
        """Those of the ends at which strips and notes fit on the page."""
        height, first, any_notes = self.measures.height, start.strip, self.foot.any
        for end in ends:
            used = height(first, end)
            if used > room + TOLERANCE:
                return
            if not any_notes:
                filled = used / room
                yield _End(Start(end, 0), self.kinds[end], filled, self.cost(end, filled))
                continue
            for note, foot in self.foot.ways(start.note, end, room + TOLERANCE - used):
                filled = (used + foot) / room
                yield _End(
                    Start(end, note), self.kinds[end], filled, self.cost(end, filled) + self.foot.cost(end, note)
                )

    def cost(self, end: int, filled: float) -> float:
        kind = self.kinds[end]
        if kind == Break.FORCED:
            return LEFT_OVER * max(0.0, 1 - filled / SCRAP)
        return (1 - filled) ** 2 + (DIVIDED if kind == Break.AVOID else 0.0)

    def notes_alone(self, start: Start, room: float) -> Iterator[_End]:
        """A page of what is left of the notes, if anything is."""
        if start.note < len(self.foot.lines):
            note = max(start.note + 1, self.foot.most(start.note, self.count, room))
            yield _End(Start(self.count, note), Break.FORCED, 1.0, 0.0)

    def too_high(self, start: Start, room: float) -> _End:
        end = start.strip + 1
        used = self.measures.height(start.strip, end)
        note = self.foot.most(start.note, end, room + TOLERANCE - used)
        return _End(Start(end, note), self.kinds[end], 1.0, 0.0)

    def needed(self, start: int) -> int:
        """The fewest pages that the strips from here on can take."""
        if start in self.fewest:
            return self.fewest[start]
        chain = []
        while start not in self.fewest:
            chain.append(start)
            first, stop = self.window(start, max(self.rooms))
            start = self.ends[stop - 1] if stop > first else start + 1
        for number, earlier in enumerate(reversed(chain), self.fewest[start] + 1):
            self.fewest[earlier] = number
        return self.fewest[chain[0]]


def _fullest(ways: Sequence[_End]) -> _End:
    """The last way to end a page, before a callout if the page is full enough then."""
    last = {end.kind: end for end in ways}
    free = last.get(Break.FREE)
    if Break.FORCED in last:
        return last[Break.FORCED]
    if free and (free.filled >= FULL_ENOUGH or Break.AVOID not in last):
        return free
    return ways[-1]


def _traced(layers: Sequence[dict[Start, tuple[float, Start]]], last: Start) -> list[Start]:
    """The pages that the cheapest way to the last place leads back through."""
    found = [last]
    for layer in reversed(layers[1:]):
        found.append(layer[found[-1]][1])
    return found[::-1]
