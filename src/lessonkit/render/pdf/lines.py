"""Lines of text: measured words, and the pieces of one line at their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from lessonkit.dataclass import dataclass
from lessonkit.drawing import Drawing
from lessonkit.fonts import PLAIN, Writing
from lessonkit.render.pdf.bidi import has_rtl, in_order
from lessonkit.render.pdf.breaking import TOLERANCE, Line, break_words
from lessonkit.render.pdf.pieces import Look, Picture, Piece, Rectangle, Rule, Run

UNDERLINE_DEPTH, UNDERLINE_THICKNESS = 0.14, 0.05
"""Below the baseline, as a share of the type size."""

BLANK_ASCENT, BLANK_DESCENT, BLANK_RULE = 0.95, 0.28, 0.8
"""How far a blank reaches above and below the baseline, as a share of the type size; its rule in points."""

WIDEST = 1.0
"""By how many ems a space may grow; a line that would need more is left ragged."""

ICON_DEPTH = 0.1
"""How far a picture in a line reaches below the baseline, as a share of its height."""

Align: TypeAlias = Literal["left", "centre", "right", "justified"]
SHARES = {"left": 0.0, "centre": 0.5, "right": 1.0, "justified": 0.0}
"""How much of the room that a line leaves stands before it."""

__all__ = ["TOLERANCE", "Align", "Chunk", "Line", "Word", "break_lines", "line_width", "set_line"]


@dataclass(slots=True)
class Chunk:
    """An unbreakable stretch of one leaf in one look; without text it is a picture, or a blank to write in."""

    text: str
    look: Look
    leaf: int
    width: float
    ground: str = ""
    """What a blank is filled with."""
    written: Writing = PLAIN
    picture: Drawing | None = None
    """As high as its width and shape ask for; it reaches a little below the baseline."""
    drop: float = 0.0
    """How far, where that is not the share that an icon as high as capitals has."""
    gap: float = 0.0
    """The part of its width that keeps a symbol from its word."""


@dataclass(slots=True)
class Word:
    """What no line break may divide, and the space after it."""

    chunks: tuple[Chunk, ...]
    width: float
    space: Chunk | None = None
    """None where a line may end without a space, as in a web address, and at the end of a paragraph."""
    ends_line: bool = False
    """A forced line end follows."""
    hyphen: Chunk | None = None
    """What is drawn if a line ends here: this is a part of a word, and the next one belongs to it."""
    lead: float = 0.0
    """What it is wider by at the beginning of a line: it is kerned with the part before it elsewhere."""


def break_lines(words: Sequence[Word], width: float, justified: bool = False) -> list[Line]:
    """The lines of a paragraph: as few as there can be, and of those the most even.

    A word wider than the column gets its own line.
    """
    lines: list[Line] = []
    first = 0
    for number, word in enumerate(words, 1):
        if word.ends_line or number == len(words):
            lines += break_words(words[first:number], first, width, justified)
            first = number
    return lines


def line_width(words: Sequence[Word]) -> float:
    """The width of words on one line, without the space at its end."""
    between = sum(word.space.width for word in words[:-1] if word.space)
    hyphen = words[-1].hyphen if words else None
    return sum(word.width for word in words) + between + (words[0].lead if words else 0.0) + (hyphen or NOTHING).width


NOTHING = Chunk("", Look("", 0.0, ""), 0, 0.0)


def set_line(
    words: Sequence[Word],
    x: float,
    baseline: float,
    width: float,
    align: Align = "left",
    last: bool = True,
    direction: Literal["ltr", "rtl"] = "ltr",
    mixed: bool = True,
) -> tuple[Piece, ...]:
    """The runs, pictures, blanks and underlines of one line that has this column to itself.

    last: the line ends its paragraph or is ended by force, so that it is never stretched to the width.
    mixed: False if it is known that all words are written from left to right.
    """
    room, chunks = width - line_width(words), _chunks(words)
    if direction == "rtl":
        align = MIRRORED[align]
    x += room * SHARES[align]
    spacing = 0.0
    if align == "justified":
        spaces = sum(chunk.text.count(" ") for chunk in chunks) - (words[-1].space is not None)
        spacing = room / spaces if spaces and (not last or room < 0) else 0.0
        if spacing > WIDEST * words[0].chunks[0].look.size:
            spacing = 0.0
        x += room if direction == "rtl" and not spacing else 0.0
    if direction == "rtl" or (mixed and has_rtl(chunks)):
        return tuple(
            piece for chunk, at in _rtl(chunks, x, spacing, direction) for piece in _drawn(chunk, at, baseline)
        )
    return tuple(_from_left(chunks, x, baseline, spacing))


MIRRORED: dict[Align, Align] = {"left": "right", "right": "left", "centre": "centre", "justified": "justified"}


def _chunks(words: Sequence[Word]) -> list[Chunk]:
    chunks: list[Chunk] = []
    for word in words[:-1]:
        chunks += word.chunks
        if word.space:
            chunks.append(word.space)
    last = words[-1]
    chunks += last.chunks
    if last.hyphen:
        chunks.append(last.hyphen)
    if last.space:
        # The space at a line end is written, so that readers do not join two words, but takes no room.
        chunks.append(Chunk(" ", last.space.look, last.space.leaf, 0.0, "", last.space.written))
    return chunks


def _from_left(chunks: Sequence[Chunk], x: float, baseline: float, spacing: float) -> Iterator[Piece]:
    """The pieces of chunks side by side; those of one leaf in one look become one run."""
    at, count = 0, len(chunks)
    while at < count:
        first = chunks[at]
        at += 1
        if not first.text:
            yield from _drawn(first, x, baseline)
            x += first.width
            continue
        text, width = first.text, first.width
        look, leaf, written = first.look, first.leaf, first.written
        while at < count:
            chunk = chunks[at]
            if chunk.leaf != leaf or not chunk.text or (chunk.look is not look and chunk.look != look):
                break
            if chunk.written is not written and chunk.written.direction != "none":
                # Signs go with the words beside them.
                if written.direction != "none":
                    break
                written = chunk.written
            text += chunk.text
            width += chunk.width
            at += 1
        if spacing:
            width += spacing * (text.count(" ") if at < count else text.rstrip(" ").count(" "))
        yield from _run(text, look, leaf, written, width, x, baseline, spacing)
        x += width


def _rtl(
    chunks: Sequence[Chunk], x: float, spacing: float, direction: Literal["ltr", "rtl"]
) -> Iterator[tuple[Chunk, float]]:
    """Each chunk, in the order it is read, with its place; in lines that hold right-to-left words."""
    joined: list[Chunk] = []
    for chunk in chunks:
        last = joined[-1] if joined else None
        if last and _continues(last, chunk):
            joined[-1] = replace(last, text=last.text + chunk.text, width=last.width + chunk.width)
        elif spacing and chunk.text == " " and chunk.width:
            joined.append(replace(chunk, width=chunk.width + spacing))
        else:
            joined.append(chunk)
    return in_order(joined, x, direction)


def _continues(one: Chunk, other: Chunk) -> bool:
    """True for parts of one word: the letters of some scripts join."""
    same = one.leaf == other.leaf and one.written is other.written and one.look == other.look
    return same and one.text.strip() != "" and other.text.strip() != ""


def _drawn(chunk: Chunk, x: float, baseline: float) -> Iterator[Piece]:
    if chunk.text:
        yield from _run(chunk.text, chunk.look, chunk.leaf, chunk.written, chunk.width, x, baseline, 0.0)
    elif chunk.picture:
        width = chunk.width - chunk.gap
        height = width * chunk.picture.height / chunk.picture.width
        top = baseline - chunk.look.rise - height + (chunk.drop or height * ICON_DEPTH)
        left = x + chunk.gap if chunk.written.direction == "rtl" else x
        yield Picture(left, top, width, height, chunk.picture, chunk.look.colour, chunk.leaf)
    else:
        yield from _blank(chunk, x, baseline)


def _run(
    text: str, look: Look, leaf: int, written: Writing, width: float, x: float, baseline: float, spacing: float
) -> Iterator[Piece]:
    yield Run(x, baseline - look.rise, text, look, width, leaf, written, spacing)
    if look.underline:
        depth = UNDERLINE_DEPTH * look.size
        yield Rule(x, baseline + depth, width, look.colour, UNDERLINE_THICKNESS * look.size)


def _blank(chunk: Chunk, x: float, baseline: float) -> Iterator[Piece]:
    size = chunk.look.size
    top, bottom = baseline - BLANK_ASCENT * size, baseline + BLANK_DESCENT * size
    yield Rectangle(x, top, chunk.width, bottom - top, fill=chunk.ground, leaf=chunk.leaf)
    yield Rule(x, bottom, chunk.width, chunk.look.colour, BLANK_RULE, leaf=chunk.leaf)
