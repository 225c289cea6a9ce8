"""Line breaking: words to lines, ragged; and lines to runs of text at their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from lessonkit.render.pdf.pieces import Look, Piece, Rectangle, Rule, Run

TOLERANCE = 0.01
"""Points by which rounding may make a line wider than its column."""

SHORT, FEW_WORDS = 0.12, 3
"""How short a last line is, as a share of the column, that looks lost; how many words a line keeps."""

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
    """The lines of a paragraph, each as full as it can be. A word wider than the column gets its own line."""
    lines = []
    first, used = 0, 0.0
    for number, word in enumerate(words):
        if number > first and used + word.width > width + TOLERANCE:
            lines.append(Line(first, number))
            first, used = number, 0.0
        used += word.width + (word.space.width if word.space else 0.0)
        if word.ends_line:
            lines.append(Line(first, number + 1))
            first, used = number + 1, 0.0
    if first < len(words):
        lines.append(Line(first, len(words)))
    return _with_company(words, lines, width)


def _with_company(words: Sequence[Word], lines: list[Line], width: float) -> list[Line]:
    """The lines, with a word from the line above for a short one that would end a paragraph alone."""
    if len(lines) > 1:
        above, last = lines[-2:]
        alone = last.end - last.first == 1 and words[last.first].width < SHORT * width
        if alone and above.end - above.first > FEW_WORDS and not words[above.end - 1].ends_line:
            return [*lines[:-2], Line(above.first, above.end - 1), Line(above.end - 1, last.end)]
    return lines


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
    yield Run(x, baseline, chunk.text, look, chunk.width, chunk.leaf)
    if look.underline:
        yield Rule(x, baseline + UNDERLINE_DEPTH * look.size, chunk.width, look.colour, UNDERLINE_THICKNESS * look.size)


def _blank(chunk: Chunk, x: float, baseline: float) -> Iterable[Piece]:
    size = chunk.look.size
    top, bottom = baseline - BLANK_ASCENT * size, baseline + BLANK_DESCENT * size
    yield Rectangle(x, top, chunk.width, bottom - top, fill=chunk.ground, leaf=chunk.leaf)
    yield Rule(x, bottom, chunk.width, chunk.look.colour, BLANK_RULE, leaf=chunk.leaf)
