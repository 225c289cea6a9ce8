"""Line breaking: the best of all ways to break a paragraph, as Knuth and Plass describe it.

Ragged lines are as few as there can be and as even as they can be; justified ones have the most even spaces.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple, Protocol

from lessonkit.dataclass import dataclass

TOLERANCE = 0.01
"""Points by which rounding may make a line wider than its column."""

SHORT = 0.2
"""How short a last line of one word is, as a share of the column, that looks lost."""

LOST, DIVIDED = 0.25, 0.1
"""What a lost word and a divided address cost: as much as a line that is half empty, or a third."""

HYPHENATED, BEFORE_LAST, LADDER, ENDLESS = 0.06, 0.2, 0.3, 100.0
"""What a hyphen costs, one before the last line, two lines in a row with hyphens, and more than two."""

LINE = 1.0
"""What one more line costs where words may be divided: so much that only ladders are worse."""

STRETCH, SHRINK = 0.5, 0.2
"""How much wider and narrower the spaces of justified lines may look good, as a share of a space."""

RIVER, RIVER_WIDTH = 0.3, 0.6
"""What a space costs that stands below a space, and how near that is, as a share of a space."""


class Sized(Protocol):
    """What has a width."""

    width: float


class Breakable(Protocol):
    """A word, or a part of one."""

    width: float
    lead: float
    ends_line: bool

    @property
    def space(self) -> Sized | None:
        """The space after it."""

    @property
    def hyphen(self) -> Sized | None:
        """What is drawn where a line ends after it, inside a word."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a part of the words, by number."""

    first: int
    end: int


def break_words(words: Sequence[Breakable], offset: int, width: float, justified: bool) -> list[Line]:
    """The best lines for words without a forced end among them; they are numbered from `offset` on."""
    measured = _Measured(words, width)
    if measured.ends[-1] - measured.starts[0] <= measured.limit:
        return [Line(offset, offset + len(words))]
    if justified:
        ends = _best(measured, _justified(measured), rivers=True)
    elif any(word.hyphen for word in words):
        ends = _best(measured, _ragged(measured), rivers=False)
    else:
        ends = _most_even(measured)
    return [Line(offset + first, offset + end) for first, end in zip([0, *ends], ends, strict=False)]


class _Measured:
    """Words as sums, so that the width of a line is one subtraction: `ends[end - 1] - starts[first]`."""

    def __init__(self, words: Sequence[Breakable], width: float) -> None:
        self.words = words
        self.width = width
        self.limit = width + TOLERANCE
        self.spaces = [word.space.width if word.space else 0.0 for word in words]
        steps = [word.width + space for word, space in zip(words, self.spaces, strict=True)]
        self.sums = list(accumulate(steps, initial=0.0))
        self.starts = [at - word.lead for at, word in zip(self.sums, words, strict=False)]
        self.ends = [
            at + word.width + (word.hyphen.width if word.hyphen else 0.0)
            for at, word in zip(self.sums, words, strict=False)
        ]
        self.divided = [0.0 if word.space else DIVIDED for word in words]


def _most_even(measured: _Measured) -> list[int]:
    """Where lines end that are as few as there can be, and of those have the least room left, as squares.

    The number of lines never falls from one word to the next, so only line starts with the least number count.
    """
    starts, ends, width, limit = measured.starts, measured.ends, measured.width, measured.limit
    total = len(ends)
    counts, costs, firsts = [0] * (total + 1), [0.0] * (total + 1), [0] * (total + 1)
    low = 0
    for end in range(1, total + 1):
        reach = ends[end - 1]
        while low < end - 1 and reach - starts[low] > limit:
            low += 1
        lines = counts[low]
        best, best_first = ENDLESS * total, low
        for first in range(low, end):
            if counts[first] != lines:
                break
            if end == total:
                cost = costs[first]
                if first == end - 1 and reach - starts[first] < SHORT * width:
                    cost += LOST
            else:
                room = 1 - (reach - starts[first]) / width
                cost = costs[first] + room * room
            if cost < best:
                best, best_first = cost, first
        if end < total:
            best += measured.divided[end - 1]
        counts[end], costs[end], firsts[end] = lines + 1, best, best_first
    return _traced(firsts, total)


def _traced(firsts: Sequence[int], end: int) -> list[int]:
    found = []
    while end:
        found.append(end)
        end = firsts[end]
    return found[::-1]


# ------------------------------------------------------------------------------- hyphens, and justified lines


class _State(NamedTuple):
    """The best way to end a line at a word with so many hyphens in a row up to there."""

    cost: float
    first: int
    before: _State | None
    hyphens: int
    end: int


Cost = Callable[[int, int], float]
"""What a line from one word to before another costs; infinite if it does not fit."""


def _best(measured: _Measured, cost: Cost, rivers: bool) -> list[int]:
    """Where lines end that cost least together, ladders of hyphens and rivers of spaces included."""
    total = len(measured.ends)
    nodes: list[list[_State]] = [[_State(0.0, 0, None, 0, 0)]]
    low = 0
    for end in range(1, total + 1):
        while low < end - 1 and cost(low, end) == float("inf"):
            low += 1
        hyphenated = end < total and measured.words[end - 1].hyphen is not None
        best: dict[int, _State] = {}
        for first in range(low, end):
            own = cost(first, end)
            if own == float("inf") and first < end - 1:
                continue
            for before in nodes[first]:
                hyphens = min(before.hyphens + 1, 3) if hyphenated else 0
                spent = before.cost + min(own, ENDLESS) + _ladder(hyphens)
                if end == total and before.hyphens:
                    spent += BEFORE_LAST
                if rivers and before.before is not None and (hyphens not in best or spent < best[hyphens].cost):
                    spent += RIVER * _aligned(measured, before, first, end)
                if hyphens not in best or spent < best[hyphens].cost:
                    best[hyphens] = _State(spent, first, before, hyphens, end)
        nodes.append(list(best.values()))
    state: _State | None = min(nodes[total], key=lambda each: each.cost)
    found = []
    while state is not None and state.before is not None:
        found.append(state.end)
        state = state.before
    return found[::-1]


def _ladder(hyphens: int) -> float:
    return (0.0, HYPHENATED, HYPHENATED + LADDER, ENDLESS)[hyphens]


def _ragged(measured: _Measured) -> Cost:
    starts, ends, width, limit = measured.starts, measured.ends, measured.width, measured.limit
    total = len(ends)

    def cost(first: int, end: int) -> float:
        used = ends[end - 1] - starts[first]
        if used > limit:
            return float("inf")
        if end == total:
            return LINE + (LOST if first == end - 1 and used < SHORT * width else 0.0)
        room = 1 - used / width
        return LINE + room * room + (0.0 if measured.words[end - 1].hyphen else measured.divided[end - 1])

    return cost


def _justified(measured: _Measured) -> Cost:
    starts, ends, width = measured.starts, measured.ends, measured.width
    gaps = list(accumulate(measured.spaces, initial=0.0))
    total = len(ends)

    def cost(first: int, end: int) -> float:
        room = width - (ends[end - 1] - starts[first])
        space = gaps[end - 1] - gaps[first]
        if room < -SHRINK * space - TOLERANCE:
            return float("inf")
        if end == total and room >= 0:
            return LOST if first == end - 1 and width - room < SHORT * width else 0.0
        if not space:
            return ENDLESS / 2 if room > TOLERANCE else 0.0
        ratio = room / (STRETCH * space) if room > 0 else room / (SHRINK * space)
        return min(ENDLESS / 2, (0.1 + abs(ratio) ** 3) ** 2)

    return cost


def _aligned(measured: _Measured, before: _State, first: int, end: int) -> int:
    """How many spaces of a line stand below a space of the line before it."""
    above, below = _spaces(measured, before.first, first), _spaces(measured, first, end)
    near = RIVER_WIDTH * max(measured.spaces)
    return sum(any(abs(one - other) < near for other in above) for one in below)


def _spaces(measured: _Measured, first: int, end: int) -> list[float]:
    """Where the spaces of a justified line stand, from its left."""
    inside = [at for at in range(first, end - 1) if measured.spaces[at]]
    room = measured.width - (measured.ends[end - 1] - measured.starts[first])
    more = room / len(inside) if inside and end < len(measured.ends) else 0.0
    return [measured.sums[at + 1] - measured.starts[first] + more * n for n, at in enumerate(inside)]
