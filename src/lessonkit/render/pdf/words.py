"""Inline content to measured words: looks, languages and faces resolved, break opportunities found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from lessonkit.appearance import Style, Theme
from lessonkit.document import Icon
from lessonkit.drawing import Assets
from lessonkit.fallback import Faces, faces
from lessonkit.fonts import SOFT_HYPHEN, Face
from lessonkit.problems import Place, Problem
from lessonkit.reading import is_symbol
from lessonkit.render.pdf.divide import Cuts, Part, cut, cuts
from lessonkit.render.pdf.emergency import divided
from lessonkit.render.pdf.lines import TOLERANCE, Chunk, Word
from lessonkit.render.pdf.pieces import MM, Look
from lessonkit.render.pdf.shape import shape
from lessonkit.render.pdf.spans import LinkLook, Span, language_of, spans_of
from lessonkit.render.pdf.tags import Element

TELEPHONE = re.compile(r"[+\d][\d ]*\d")
MOST_OF_A_LINE = 0.8

NARROWEST_BLANK = 10 * MM
"""Room for initials."""

ICON_HEIGHT = 1.25
"""Of a picture in a line, as a multiple of the height of its capitals; it reaches below and above them alike."""

SYMBOL_GAP = 0.22
"""Between a symbol and its word, as a share of the type size."""

NO_ROOM = 5 * MM
"""A column narrower than this is a slip in its widths or boxes, not a matter of one word."""


class Fonts:
    """The faces of a theme and the characters they turned out to lack, and where icons come from."""

    def __init__(self, theme: Theme, assets: Assets | None = None) -> None:
        self.theme = theme
        self.assets = assets
        self.faces: Faces = faces(theme)
        self.problems: list[Problem] = []

    def width(self, text: str, look: Look, place: Place | None) -> float:
        """The width of a word or space in points."""
        width = 0.0
        for stretch in self.spaced(look).stretches(text, look.font, ""):
            shaped = shape(self.faces[stretch.font], stretch.text, stretch.written)
            self.lacks(shaped.missing, look.font, place)
            width += shaped.width
        return width * look.size

    def spaced(self, look: Look) -> Faces:
        """The faces, for text with the spaces of this look."""
        return self.faces.spaced(look.letters, look.words)

    def lacks(self, missing: str, font: str, place: Place | None) -> None:
        """Remember a problem for each of these characters."""
        self.problems.extend(_missing(character, self.faces[font], place) for character in missing)


def _missing(character: str, face: Face, place: Place | None) -> Problem:
    name = unicodedata.name(character, "a character without a name")
    what = f"The font {face.path.stem} has no “{character}” (U+{ord(character):04X}, {name})."
    return Problem(place, what, "Write it in another way.")


def look_of(style: Style, colour: str = "") -> Look:
    """The look of text in a paragraph style; `colour` overrides the style's own."""
    spacing = style.letter_spacing, style.word_spacing
    return Look(style.font, style.size_pt, colour or style.colour, False, 0.0, *spacing)


def words_of(
    element: Element, base: Look, fonts: Fonts, width: float, links: LinkLook = "coloured", hyphens: bool = False
) -> tuple[Word, ...]:
    """The words of a paragraph-like element; width is that of its column: no blank or word is made wider."""
    spans, leaves = spans_of(element, base, fonts.theme, links, language_of(element))
    return words_from(spans, [leaf.number for leaf in leaves], fonts, width, hyphens, element.place)


def words_from(
    spans: Sequence[Span], numbers: Sequence[int], fonts: Fonts, width: float, hyphens: bool, place: Place
) -> tuple[Word, ...]:
    """The words of some content; `numbers` are those of its leaves."""
    writer = _Writer(fonts, width, hyphens, place)
    for span, number in zip(spans, numbers, strict=True):
        writer.span(span, number)
    return writer.finish()


class _Writer:
    """Collects words; the one being collected may run over several leaves and looks."""

    def __init__(self, fonts: Fonts, width: float, hyphens: bool, place: Place) -> None:
        self.fonts = fonts
        self.column = width
        self.hyphens = hyphens
        self.place = place
        self.words: list[Word] = []
        self.chunks: list[Chunk] = []
        self.lead = 0.0
        self.whole = ""
        """The word being collected."""

    def span(self, span: Span, leaf: int) -> None:
        if span.ends_line:
            self.space(self.space_in(span, leaf), ends_line=True)
        elif span.blank:
            ground = self.fonts.theme.palette["field"]
            self.chunks.append(Chunk("", span.look, leaf, span.blank, ground, span.look.written(span.language, "none")))
        elif span.icon:
            self.icon(span.icon, span, leaf)
        else:
            self.text(span, leaf)

    def icon(self, icon: Icon, span: Span, leaf: int) -> None:
        if self.fonts.assets is None:
            todo = "Leave it out here."
            self.fonts.problems.append(Problem(icon.place, "An icon cannot stand in a line outside the text.", todo))
            return
        drawing = self.fonts.assets.drawing(icon.name, icon.place)
        capitals = self.fonts.faces[span.look.font].capitals * span.look.size
        height = icon.size * span.look.size or ICON_HEIGHT * capitals
        drop = (height - capitals) / 2 if icon.size else 0.0
        gap = SYMBOL_GAP * span.look.size if is_symbol(icon) else 0.0
        width = height * drawing.width / drawing.height + gap
        written = span.look.written(span.language, "none")
        self.chunks.append(Chunk("", span.look, leaf, width, "", written, drawing, drop, gap))

    def text(self, span: Span, leaf: int) -> None:
        spaced = self.fonts.spaced(span.look)
        if " " in span.text and span.linked and self.is_number(span):
            self.parts(cut(spaced, span.text, span.look.font, span.language, ()), span, leaf)
            return
        known = cuts(spaced, span.look.font, span.language, self.hyphens)
        first, *rest = span.text.split(" ")
        if first:
            self.whole += first
            self.parts(known[first], span, leaf)
        if rest:
            self.rest(rest, known, span, leaf)

    def rest(self, texts: Sequence[str], known: Cuts, span: Span, leaf: int) -> None:
        """What follows the first space of a span: most words stand whole between two of its spaces."""
        look, limit = span.look, self.column + TOLERANCE
        words, space = self.words, self.space_in(span, leaf)
        at_end = len(texts) - 1
        self.space(space)
        for at, text in enumerate(texts):
            parts = known[text] if text else ()
            if at < at_end and len(parts) == 1 and parts[0].plain:
                stretch, width = parts[0].stretches[0]
                width *= look.size
                if width <= limit:
                    words.append(Word((Chunk(text, look, leaf, width, "", stretch.written),), width, space))
                    continue
            if parts:
                self.whole = text
                self.parts(parts, span, leaf)
            if at < at_end:
                self.space(space)

    def is_number(self, span: Span) -> bool:
        """True for a linked telephone number that fits on a line: its groups of digits stay together."""
        if not TELEPHONE.fullmatch(span.text):
            return False
        return self.fonts.width(span.text, span.look, self.place) < self.column * MOST_OF_A_LINE

    def parts(self, parts: Sequence[Part], span: Span, leaf: int) -> None:
        """A word, or the parts of one between which a line may end."""
        size, last = span.look.size, parts[-1]
        for part in parts:
            if part.missing:
                self.fonts.lacks(part.missing, span.look.font, self.place)
            if not self.chunks:
                self.lead = part.lead * size
            for stretch, width in part.stretches:
                look = span.look if stretch.font == span.look.font else span.look._replace(font=stretch.font)
                self.chunks.append(Chunk(stretch.text, look, leaf, width * size, "", stretch.written))
            if part is not last:
                chunk = self.chunks[-1]
                self.close(hyphen=replace(chunk, text=SOFT_HYPHEN, width=part.hyphen * size) if part.hyphen else None)

    def space_in(self, span: Span, leaf: int) -> Chunk:
        face = self.fonts.faces[span.look.font]
        written = span.look.written(span.language)
        return Chunk(" ", span.look, leaf, shape(face, " ", written).width * span.look.size, "", written)

    def space(self, chunk: Chunk, ends_line: bool = False) -> None:
        self.whole = ""
        if self.chunks:
            self.close(chunk, ends_line)
        elif self.words and self.words[-1].space is None:
            self.words[-1].space = chunk
            self.words[-1].hyphen = None
            self.words[-1].ends_line = ends_line
        elif self.words and ends_line:
            self.words[-1].ends_line = True

    def close(self, space: Chunk | None = None, ends_line: bool = False, hyphen: Chunk | None = None) -> None:
        chunks, self.chunks = self.chunks, []
        width = sum([chunk.width for chunk in chunks]) if len(chunks) > 1 else chunks[0].width
        if width > self.column + TOLERANCE:
            self.squeeze(chunks, width, space, ends_line, hyphen)
        else:
            self.words.append(Word(tuple(chunks), width, space, ends_line, hyphen, self.lead))
        self.lead = 0.0

    def squeeze(
        self, chunks: list[Chunk], width: float, space: Chunk | None, ends_line: bool, hyphen: Chunk | None
    ) -> None:
        """A word that is wider than its column: its blank is made narrower, or it is divided in an emergency."""
        chunks = [_narrower(chunk, width - self.column) for chunk in chunks]
        width = sum(chunk.width for chunk in chunks)
        if width <= self.column + TOLERANCE or self.column < NO_ROOM:
            self.words.append(Word(tuple(chunks), width, space, ends_line, hyphen, 0.0))
            return
        pieces = list(divided(chunks, self.whole, self.column, self.fonts.faces))
        for chunk, dash, lead in pieces[:-1]:
            self.words.append(Word((chunk,), chunk.width, hyphen=dash, lead=lead))
        chunk, _, lead = pieces[-1]
        self.words.append(Word((chunk,), chunk.width, space, ends_line, hyphen, lead))

    def finish(self) -> tuple[Word, ...]:
        if self.chunks:
            self.close()
        if self.words:
            last = self.words[-1]
            last.space, last.ends_line, last.hyphen = None, False, None
        return tuple(self.words)


def _narrower(chunk: Chunk, excess: float) -> Chunk:
    """A blank as narrow as its column asks for, with what is written against it; text stays as it is."""
    return chunk if chunk.text else replace(chunk, width=max(NARROWEST_BLANK, chunk.width - excess))
