"""Line breaking: words to lines, ragged; and lines to runs of text at their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from lessonkit.render.pdf.pieces import Look, Piece, Rectangle, Rule, Run

TOLERANCE = 0.01
"""Points by which rounding may make a line wider than its column."""

SHORT = 0.2
"""How short a last line of one word is, as a share of the column, that looks lost."""

LOST, DIVIDED = 0.25, 0.1
"""What a lost word and a divided address cost: as much as a line that is half empty, or a third."""

UNDERLINE_DEPTH, UNDERLINE_THICKNESS = 0.14, 0.05
"""Below the baseline, as a share of the type size."""

BLANK_ASCENT, BLANK_DESCENT, BLANK_RULE = 0.95, 0.28, 0.8
"""How far a blank reaches above and below the baseline, as a share of the type size; its rule in points."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """An unbreakable stretch of one leaf in one look; without text it is a blank to write in."""

    text: str
    look: Look
    leaf: int
    width: float
    ground: str = ""
    """What a blank is filled with."""


@dataclass(frozen=True, slots=True)
class Word:
    """What no line break may divide, and the space after it."""

    chunks: tuple[Chunk, ...]
    width: float
    space: Chunk | None = None
    """None where a line may end without a space, as in a web address, and at the end of a paragraph."""
    ends_line: bool = False
    """A forced line end follows."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a part of the words, by number."""

    first: int
    end: int


def break_lines(words: Sequence[Word], width: float) -> list[Line]:
    """The lines of a paragraph: as few as there can be, and of those the most even at the right.

    A word wider than the column gets its own line.
    """
    lines: list[Line] = []
    first = 0
    for number, word in enumerate(words, 1):
        if word.ends_line or number == len(words):
            lines += _most_even(words[first:number], first, width)
            first = number
    return lines


def _most_even(words: Sequence[Word], offset: int, width: float) -> list[Line]:
    """The best lines for words without a forced end among them: total fit over all ways to break them."""
    if line_width(words) <= width + TOLERANCE:
        return [Line(offset, offset + len(words))]
    steps = [word.width + (word.space.width if word.space else 0.0) for word in words]
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    """By number of words: how many lines they take, how uneven those are, and where the last of them begins."""
    for end in range(1, len(words) + 1):
        last = words[end - 1]
        cost = _cost_at_end if end == len(words) else _cost
        first, used = end - 1, last.width
        choice = _choice(best[first], first, cost(used, width, last, 1))
        while first and used + steps[first - 1] <= width + TOLERANCE:
            first -= 1
            used += steps[first]
            choice = min(choice, _choice(best[first], first, cost(used, width, last, end - first)))
        best.append(choice)
    return _traced(best, offset)


def _choice(before: tuple[int, float, int], first: int, cost: float) -> tuple[int, float, int]:
    return before[0] + 1, before[1] + cost, first


def _traced(best: Sequence[tuple[int, float, int]], offset: int) -> list[Line]:
    """The lines that the last of the best choices leads back through."""
    found, end = [], len(best) - 1
    while end:
        first = best[end][2]
        found.append(Line(offset + first, offset + end))
        end = first
    return found[::-1]


def _cost(used: float, width: float, last: Word, count: int) -> float:
    """The square of the room left; an address reads better whole than with an even right edge."""
    return max(0.0, 1 - used / width) ** 2 + (0.0 if last.space else DIVIDED)


def _cost_at_end(used: float, width: float, last: Word, count: int) -> float:
    """At the end of a paragraph only a lost word counts."""
    return LOST if count == 1 and used < SHORT * width else 0.0


def line_width(words: Sequence[Word]) -> float:
    """The width of words on one line, without the space at its end."""
    between = sum(word.space.width for word in words[:-1] if word.space)
    return sum(word.width for word in words) + between


def set_line(
    words: Sequence[Word], x: float, baseline: float, width: float, align: Literal["left", "centre", "right"] = "left"
) -> tuple[Piece, ...]:
    """The runs, blanks and underlines of one line that has this column to itself."""
    share = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
    x += (width - line_width(words)) * share if share else 0.0
    pieces: list[Piece] = []
    for _, chunks in groupby(_chunks(words), key=lambda chunk: (chunk.leaf, chunk.look)):
        for chunk in _joined(list(chunks)):
            pieces.extend(_drawn(chunk, x, baseline) if chunk.text else _blank(chunk, x, baseline))
            x += chunk.width
    return tuple(pieces)


def _chunks(words: Sequence[Word]) -> Iterator[Chunk]:
    for word in words[:-1]:
        yield from word.chunks
        if word.space:
            yield word.space
    yield from words[-1].chunks
    if words[-1].space:
        # The space at a line end is written, so that readers do not join two words, but takes no room.
        yield replace(words[-1].space, width=0.0)


def _joined(chunks: list[Chunk]) -> Iterable[Chunk]:
    """Chunks of one leaf and look as one chunk, but for blanks."""
    if not chunks[0].text:
        return chunks
    return [replace(chunks[0], text="".join(c.text for c in chunks), width=sum(c.width for c in chunks))]


def _drawn(chunk: Chunk, x: float, baseline: float) -> Iterable[Piece]:
    look = chunk.look
    yield Run(x, baseline - look.rise, chunk.text, look, chunk.width, chunk.leaf)
    if look.underline:
        yield Rule(x, baseline + UNDERLINE_DEPTH * look.size, chunk.width, look.colour, UNDERLINE_THICKNESS * look.size)


def _blank(chunk: Chunk, x: float, baseline: float) -> Iterable[Piece]:
    size = chunk.look.size
    top, bottom = baseline - BLANK_ASCENT * size, baseline + BLANK_DESCENT * size
    yield Rectangle(x, top, chunk.width, bottom - top, fill=chunk.ground, leaf=chunk.leaf)
    yield Rule(x, bottom, chunk.width, chunk.look.colour, BLANK_RULE, leaf=chunk.leaf)
