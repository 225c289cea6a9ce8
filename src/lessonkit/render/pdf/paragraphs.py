"""Paragraphs: content to lines of pieces, worked out once in a process for the same words in the same column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lessonkit.problems import Place, Problem
from lessonkit.render.pdf.bidi import base_direction, has_rtl
from lessonkit.render.pdf.lines import TOLERANCE, Align, Word, break_lines, set_line
from lessonkit.render.pdf.memory import Memory
from lessonkit.render.pdf.pieces import DECORATION, MM, Piece, Rule, Run
from lessonkit.render.pdf.spans import Span
from lessonkit.render.pdf.words import NO_ROOM, Fonts, words_from

Lines = tuple[tuple[Piece, ...], ...]


class Beside(NamedTuple):
    """The first lines of a paragraph, where something stands at its side."""

    lines: int
    x: float
    """From the left edge of the paragraph."""
    width: float


class Setting(NamedTuple):
    """How a paragraph is set, beside its content."""

    width: float
    baseline: float
    """From the top of a line."""
    align: Align = "left"
    hyphens: bool = False
    language: str = ""
    """Of the paragraph as a whole."""
    beside: Beside | None = None


def set_paragraph(
    spans: Sequence[Span], leaves: Sequence[int], setting: Setting, fonts: Fonts, x: float, place: Place
) -> Lines:
    """The lines of a paragraph that begins at x; what is wrong with it is added to the problems of the fonts."""
    key = (fonts.faces, tuple(spans), setting, fonts.theme.palette["field"])
    paragraph = _kept.get(key)
    if paragraph is None:
        known = len(fonts.problems)
        paragraph = _Paragraph(tuple(_lines(spans, setting, fonts, place)))
        # What is wrong is said in every document, and a picture belongs to the assets of one.
        if len(fonts.problems) == known and not any(span.icon for span in spans):
            _kept.keep(key, paragraph)
    return paragraph.placed(leaves, x)


class _Paragraph:
    """The lines of a paragraph, at any place."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.leaves: Sequence[int] = ()
        self.x = 0.0
        self.last: Lines | None = None
        """As they were placed last: in the documents of a series most paragraphs have the same leaves."""

    def placed(self, leaves: Sequence[int], x: float) -> Lines:
        """The lines with these leaves, from this place on."""
        if self.last is None or leaves != self.leaves or x != self.x:
            self.leaves, self.x = leaves, x
            self.last = tuple([tuple(_placed(line, leaves, x)) for line in self.lines])
        return self.last


_kept: Memory[_Paragraph] = Memory(most=20_000)
"""At most about 100 MB."""


def _lines(spans: Sequence[Span], setting: Setting, fonts: Fonts, place: Place) -> Iterator[tuple[Piece, ...]]:
    narrow = setting.beside.width if setting.beside else setting.width
    words = words_from(spans, range(len(spans)), fonts, narrow, setting.hyphens, place)
    fonts.problems.extend(too_wide(word, narrow, place) for word in words if word.width > narrow + TOLERANCE)
    chunks = [chunk for word in words for chunk in word.chunks]
    direction, mixed = base_direction(chunks, setting.language), has_rtl(chunks)
    for part, x, width in _broken(words, setting):
        last = part[-1] is words[-1] or part[-1].ends_line
        yield set_line(part, x, setting.baseline, width, setting.align, last, direction, mixed)


def _broken(words: Sequence[Word], setting: Setting) -> Iterator[tuple[Sequence[Word], float, float]]:
    """The words of each line, with its place and width."""
    justified, start = setting.align == "justified", 0
    if setting.beside:
        count, x, width = setting.beside
        for line in break_lines(words, width, justified)[:count]:
            yield words[line.first : line.end], x, width
            start = line.end
    rest = words[start:]
    for line in break_lines(rest, setting.width, justified) if rest else ():
        yield rest[line.first : line.end], 0.0, setting.width


def _placed(line: tuple[Piece, ...], leaves: Sequence[int], x: float) -> Iterator[Piece]:
    """Kept pieces at their place, with the leaves of this document."""
    for piece in line:
        if type(piece) is Run:
            yield Run(
                piece.x + x,
                piece.y,
                piece.text,
                piece.look,
                piece.width,
                leaves[piece.leaf],
                piece.written,
                piece.spacing,
            )
        elif type(piece) is Rule and piece.leaf == DECORATION:
            yield Rule(piece.x + x, piece.y, piece.width, piece.colour, piece.thickness)
        else:
            leaf = piece.leaf if piece.leaf == DECORATION else leaves[piece.leaf]
            yield piece._replace(x=piece.x + x, leaf=leaf)


def too_wide(word: Word, width: float, place: Place) -> Problem:
    """What to say of a word that is wider than its column, and cannot be divided."""
    if width < NO_ROOM:
        what = "There is no room for words here: the boxes and columns around take up all the width."
        return Problem(place, what, "Put fewer boxes inside each other, or make this column wider.")
    text = "".join(chunk.text for chunk in word.chunks)
    what = f"The word “{text}” needs {word.width / MM:.1f} mm, but its column is {width / MM:.1f} mm wide."
    return Problem(place, what, "Write it in another way, or make its column wider.")
