"""Inline content to measured words: looks resolved, break opportunities found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Literal, TypeAlias

from lessonkit.appearance import Style, Theme
from lessonkit.document import Emphasis, Field, Footnote, LineBreak, Link, Strong
from lessonkit.fonts import Face, face
from lessonkit.problems import Place, Problem
from lessonkit.render.pdf.lines import Chunk, Word
from lessonkit.render.pdf.pieces import MM, Look
from lessonkit.render.pdf.shape import shape
from lessonkit.render.pdf.tags import CALL, NOTE, Element, Leaf

ADDRESS = re.compile(r"://|^www\.|@|\.\w+/")
"""What makes a word a web or e-mail address."""

AFTER_IN_ADDRESS = re.compile(r"(?<=[/.?&@-])(?=[\w%])(?<!//(?=/))")
AFTER_IN_WORD = re.compile(r"(?<=[^\W\d_]{2}[-–—/])(?=[^\W\d_]{2})")
"""Where a line may end inside an address, and inside a compound word."""


TELEPHONE = re.compile(r"[+\d][\d ]*\d")
MOST_OF_A_LINE = 0.8

NARROWEST_BLANK = 10 * MM
"""Room for initials."""


CALL_SIZE, CALL_RISE = 0.68, 0.36
"""The size of the number that calls a note, and how high it stands, as shares of the type size."""


class Fonts:
    """The faces of a theme and the characters they turned out to lack."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.faces: dict[str, Face] = {key: face(path) for key, path in theme.fonts.items()}
        self.problems: list[Problem] = []

    def width(self, text: str, look: Look, place: Place | None) -> float:
        """The width of a word or space in points."""
        shaped = shape(self.faces[look.font], text)
        for character in shaped.missing:
            self.problems.append(_missing(character, self.faces[look.font], place))
        return shaped.width * look.size


def _missing(character: str, face: Face, place: Place | None) -> Problem:
    name = unicodedata.name(character, "a character without a name")
    what = f"The font {face.path.stem} has no “{character}” (U+{ord(character):04X}, {name})."
    return Problem(place, what, "Write it in another way.")


def look_of(style: Style, colour: str = "") -> Look:
    """The look of text in a paragraph style; `colour` overrides the style's own."""
    return Look(style.font, style.size_pt, colour or style.colour)


LinkLook: TypeAlias = Literal["coloured", "underlined", "plain"]
"""How links look: coloured ones are underlined too, so that nothing depends on colour alone."""


def words_of(
    element: Element, base: Look, fonts: Fonts, width: float, links: LinkLook = "coloured"
) -> tuple[Word, ...]:
    """The words of a paragraph-like element; width is that of its column: no blank is made wider."""
    writer = _Writer(fonts, width, links, element.place)
    writer.element(element, base)
    return writer.finish()


class _Writer:
    """Collects words; the one being collected may run over several leaves and looks."""

    def __init__(self, fonts: Fonts, width: float, links: LinkLook, place: Place) -> None:
        self.fonts = fonts
        self.column = width
        self.links = links
        self.place = place
        self.words: list[Word] = []
        self.chunks: list[Chunk] = []

    def element(self, element: Element, look: Look) -> None:
        for kid in element.kids:
            if isinstance(kid, Element) and kid.tag == NOTE:
                continue  # set at the foot of the page
            if isinstance(kid, Element):
                self.element(kid, self.styled(kid, look))
            else:
                self.leaf(kid, look)

    def styled(self, element: Element, look: Look) -> Look:
        styles = self.fonts.theme.styles
        match element.node:
            case Strong():
                return replace(look, font=styles["strong"].font)
            case Emphasis():
                return replace(look, font=styles["emphasis"].font)
            case Footnote() if element.tag == CALL:
                return replace(look, size=CALL_SIZE * look.size, rise=CALL_RISE * look.size)
            case Link() if element.parent and isinstance(element.parent.node, Footnote):
                return look  # its place says that it leads to a note
            case Link() if self.links == "coloured":
                return replace(look, colour=styles["link"].colour, underline=True)
            case Link():
                return replace(look, underline=self.links != "plain")
            case _:
                return look

    def leaf(self, leaf: Leaf, look: Look) -> None:
        match leaf.node:
            case LineBreak():
                self.space(leaf, look, ends_line=True)
            case Field(value=None):
                self.blank(leaf, leaf.node, look)
            case _:
                self.text(leaf, look)

    def blank(self, leaf: Leaf, field: Field, look: Look) -> None:
        width = field.width_mm * MM
        ink = self.fonts.theme.styles["body"].colour
        ground = self.fonts.theme.palette["field"]
        self.chunks.append(Chunk("", replace(look, colour=ink, underline=False), leaf.number, width, ground))

    def text(self, leaf: Leaf, look: Look) -> None:
        first, *rest = leaf.text.split(" ")
        whole = self.is_number(leaf, look)
        self.part(first, leaf, look)
        for part in rest:
            if whole:
                self.chunk(" ", leaf, look)
            else:
                self.space(leaf, look)
            self.part(part, leaf, look)

    def is_number(self, leaf: Leaf, look: Look) -> bool:
        """True for a linked telephone number that fits on a line: its groups of digits stay together."""
        if not isinstance(leaf.parent.node, Link) or not TELEPHONE.fullmatch(leaf.text):
            return False
        return self.fonts.width(leaf.text, look, self.place) < self.column * MOST_OF_A_LINE

    def part(self, text: str, leaf: Leaf, look: Look) -> None:
        """Text without a space: a word, or several between which a line may end."""
        if text:
            *inner, last = opportunities(text)
            for piece in inner:
                self.chunk(piece, leaf, look)
                self.close()
            self.chunk(last, leaf, look)

    def chunk(self, text: str, leaf: Leaf, look: Look) -> None:
        self.chunks.append(Chunk(text, look, leaf.number, self.fonts.width(text, look, self.place)))

    def space(self, leaf: Leaf, look: Look, ends_line: bool = False) -> None:
        chunk = Chunk(" ", look, leaf.number, self.fonts.width(" ", look, self.place))
        if self.chunks:
            self.close(chunk, ends_line)
        elif self.words and not self.words[-1].space:
            self.words[-1] = replace(self.words[-1], space=chunk, ends_line=ends_line)
        elif self.words and ends_line:
            self.words[-1] = replace(self.words[-1], ends_line=True)

    def close(self, space: Chunk | None = None, ends_line: bool = False) -> None:
        chunks = self.chunks
        excess = sum(chunk.width for chunk in chunks) - self.column
        if excess > 0:
            chunks = [_narrower(chunk, excess) for chunk in chunks]
        self.words.append(Word(tuple(chunks), sum(chunk.width for chunk in chunks), space, ends_line))
        self.chunks = []

    def finish(self) -> tuple[Word, ...]:
        if self.chunks:
            self.close()
        if self.words:
            self.words[-1] = replace(self.words[-1], space=None, ends_line=False)
        return tuple(self.words)


def _narrower(chunk: Chunk, excess: float) -> Chunk:
    """A blank as narrow as its column asks for, with what is written against it; text stays as it is."""
    return chunk if chunk.text else replace(chunk, width=max(NARROWEST_BLANK, chunk.width - excess))


@cache
def opportunities(text: str) -> tuple[str, ...]:
    """A word cut at the places inside it where a line may end."""
    return tuple(_cut(text, AFTER_IN_ADDRESS if ADDRESS.search(text) else AFTER_IN_WORD))


def _cut(text: str, places: re.Pattern[str]) -> Iterator[str]:
    start = 0
    for place in places.finditer(text):
        yield text[start : place.end()]
        start = place.end()
    yield text[start:]
