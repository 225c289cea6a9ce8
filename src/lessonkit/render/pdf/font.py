"""Fonts as a document uses them: text to codes of composite fonts (Type0, Identity-H) that read back as written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, lru_cache
from unicodedata import normalize

from lessonkit.dataclass import dataclass
from lessonkit.fallback import Faces
from lessonkit.fonts import PLAIN, SUBSTITUTES, Face, Writing
from lessonkit.render.pdf.embedding import Codes, Reading
from lessonkit.render.pdf.shape import ShapedWord, shape

SMALLEST_MOVE = 1
"""Moves between glyphs of no more thousandths of the type size wait until they add up: nobody sees them."""

UNREAD = "\ufffd"
"""What .notdef reads as: an unused one may not read as U+0000."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Words as the inside of a TJ array."""

    operators: str
    """One character for each byte."""
    codes: frozenset[int]


class FontUse:
    """One face as one document uses it: which glyphs, and what each of them reads as.

    Codes are glyph numbers, so that the map from codes to glyphs is the identity. A glyph that stands for different
    characters in different places has further codes, beyond the glyphs of the face; those that the face itself asks
    for are the same in every document, so that shown words can be kept.
    """

    def __init__(self, face: Face, letters: float = 0.0) -> None:
        self.face = face
        self.letters = letters
        """How far its letters are set apart, as a fraction of the type size."""
        self.codes: set[int] = set()
        """Those in use that every document shares."""
        self.own: dict[Reading, int] = {}
        """Codes that only this document needs."""

    def show(self, text: str, size: float, written: Writing = PLAIN, spacing: float = 0.0) -> str:
        """Text as the inside of a TJ array, a string of one character for each byte.

        spacing: what each space is wider by, in points.
        """
        kept = shown(self.face, text, size, written, spacing)
        if kept is None:
            return _operators(_words(self.face, text, size, written, spacing), size, self._code)
        self.codes |= kept.codes
        return kept.operators

    def _code(self, reading: Reading) -> int:
        shared = code_table(self.face)
        if reading in shared:
            self.codes.add(shared[reading])
            return shared[reading]
        return self.own.setdefault(reading, self.face.hb_face.glyph_count + len(shared) + len(self.own))

    def all_codes(self) -> Codes:
        """Everything in use, .notdef first."""
        readings = _readings(self.face)
        shared = ((code, *readings[code]) for code in sorted(self.codes))
        own = ((code, *reading) for reading, code in self.own.items())
        return ((0, 0, UNREAD), *shared, *own)


@lru_cache(maxsize=50_000)
def shown(face: Face, text: str, size: float, written: Writing, spacing: float) -> Shown | None:
    """Text with the codes that every document uses for it; None if it needs others."""
    codes: set[int] = set()
    shared = code_table(face)

    def code(reading: Reading) -> int:
        codes.add(shared[reading])
        return shared[reading]

    try:
        return Shown(_operators(_words(face, text, size, written, spacing), size, code), frozenset(codes))
    except KeyError:
        return None


def _words(face: Face, text: str, size: float, written: Writing, spacing: float) -> Iterable[ShapedWord]:
    """The shaped words of a text with the spaces between them."""
    space = shape(face, " ", written)
    if spacing:
        space = replace(space, after=space.after - round(1000 * spacing / size))
    for at, word in enumerate(text.split(" ")):
        if at:
            yield space
        if word:
            yield shape(face, word, written)


def _operators(words: Iterable[ShapedWord], size: float, code: Callable[[Reading], int]) -> str:
    """Codes as strings, with the kerning between them; raised marks interrupt the array."""
    parts: list[str] = []
    owed = together = 0
    for word in words:
        for number, text, before, rise, count in word.glyphs:
            owed += before
            if abs(owed) > SMALLEST_MOVE:
                parts.append(f"){owed}(")
                owed = 0
            if count:
                together = count
                parts.append(f")]TJ/Span<</ActualText<feff{text.encode('utf-16-be').hex()}>>>BDC[(")
            drawn = _bytes(code((number, text)))
            parts.append(f")]TJ {rise * size / 1000:.2f} Ts[({drawn})]TJ 0 Ts[(" if rise else drawn)
            if together:
                together -= 1
                if not together:
                    parts.append(")]TJ EMC[(")
        owed += word.after
    return f"({''.join(parts)})".replace("()", "")


@cache
def _bytes(code: int) -> str:
    """The two bytes of a code inside a string (ISO 32000-1, 7.3.4.2)."""
    return "".join(ESCAPES.get(byte, chr(byte)) for byte in divmod(code, 256))


LIGATURES = range(0xFB00, 0xFB07)
"""Characters of ligatures, which texts spell with their letters."""

ESCAPES = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\", ord("\r"): "\\r", ord("\n"): "\\n"}


FontKey = tuple[str, float]
"""A key of a document's faces, and how far the letters are set apart."""


class FontUses(dict[FontKey, tuple[str, FontUse]]):
    """The fonts that one document uses, with the names of their resources; each begins with its first use."""

    def __init__(self, faces: Faces) -> None:
        super().__init__()
        self.faces = faces

    def __missing__(self, key: FontKey) -> tuple[str, FontUse]:
        font, letters = key
        self[key] = found = (f"F{len(self) + 1}", FontUse(self.faces[font], letters))
        return found


@cache
def code_table(face: Face) -> dict[Reading, int]:
    """The code of each glyph that the face has for a character, and the further ones of glyphs that it has for several.

    A space that does not break, a hard hyphen: they look like others and read as themselves.
    """
    codes: dict[Reading, int] = {}
    taken: set[int] = set()
    for glyph, text in _drawn(face):
        if glyph not in taken:
            taken.add(glyph)
            codes[glyph, text] = glyph
        elif (glyph, text) not in codes:
            codes[glyph, text] = face.hb_face.glyph_count + len(codes)
    return codes


def _drawn(face: Face) -> Iterable[Reading]:
    """Which glyph the face draws for each character, by itself or in place of another, and for ligatures."""
    glyph = face.hb_font.get_nominal_glyph
    for character in sorted(face.characters):
        number = glyph(character) or 0
        yield number, chr(character)
        if character in LIGATURES:
            yield number, normalize("NFKC", chr(character))
    for own, other in (SUBSTITUTES | {"\u00ad": "-"}).items():
        if ord(other) in face.characters:
            yield glyph(ord(other)) or 0, own


@cache
def _readings(face: Face) -> dict[int, Reading]:
    return {code: reading for reading, code in code_table(face).items()}
