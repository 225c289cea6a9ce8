"""Which face draws which characters: the theme's own, else one of its fallbacks for the script; none opened in vain."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from lessonkit.appearance import Theme
from lessonkit.fonts import SOFT_HYPHEN, SUBSTITUTES, Direction, Face, Writing, face, writing

BLOCKS = (
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0750, 0x077F, "Arab"),
    (0x08A0, 0x08FF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0A00, 0x0A7F, "Guru"),
    (0x0A80, 0x0AFF, "Gujr"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x1C80, 0x1C8F, "Cyrl"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x2DE0, 0x2DFF, "Cyrl"),
    (0xA640, 0xA69F, "Cyrl"),
    (0xFB1D, 0xFB4F, "Hebr"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFE, "Arab"),
)
"""The Unicode blocks of the scripts that fallbacks are told apart by, with their ISO 15924 codes."""

STARTS = tuple(start for start, _, _ in BLOCKS)

JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")
"""Characters without a shape of their own that say how their neighbours are drawn."""

DIRECTIONS: dict[str, Direction] = {"R": "rtl", "AL": "rtl", "L": "ltr", "EN": "ltr", "AN": "ltr"}
"""Of the bidirectional classes (UAX 9) those that say which way a character is written."""

CURSIVE = frozenset({"Arab"})
"""Scripts whose letters join: space between them would tear words apart."""


class Stretch(NamedTuple):
    """Characters of a word that are shaped together."""

    text: str
    font: str
    """A key of `Faces`."""
    written: Writing


class Faces:
    """The faces of a theme and of its fallbacks by key, each opened when it is first asked for."""

    def __init__(
        self,
        fonts: tuple[tuple[str, Path], ...],
        fallbacks: tuple[Fallbacks, ...],
        letters: float = 0.0,
        words: float = 0.0,
    ) -> None:
        self.spacing = letters, words
        """Of the text that they set: see `Writing`."""
        self.paths = dict(fonts) | {
            fallback.key(font): fallback.path(font) for fallback in fallbacks for font in ("regular", "bold")
        }
        self.fallbacks = fallbacks
        self._stretches: dict[tuple[str, str, str], tuple[Stretch, ...]] = {}

    def __getitem__(self, font: str) -> Face:
        """The face of a key of the theme's fonts, or of a fallback's file name."""
        return face(self.paths[font])

    def spaced(self, letters: float, words: float) -> Faces:
        """The same faces for text with such spaces after its letters and between its words."""
        return _spaced(self, letters, words) if letters or words else self

    def draws(self, text: str, font: str) -> bool:
        """True if some face draws each character of the text where this font is asked for."""
        return all(self._has(stretch.font, stretch.text) for stretch in self.stretches(text, font, ""))

    def stretches(self, text: str, font: str, language: str) -> tuple[Stretch, ...]:
        """A word cut where its face or direction changes; what no face has stays in the font asked for."""
        key = (text, font, language)
        found = self._stretches.get(key)
        if found is None:
            found = self._stretches[key] = tuple(self._cut(text, font, language))
        return found

    def _cut(self, text: str, font: str, language: str) -> Iterator[Stretch]:
        if text.isascii() and self[font].has_all(text):
            yield Stretch(text, font, self._writing(language, "", "ltr" if any(map(str.isalnum, text)) else "none"))
            return
        drawn = [(each, self._font(each, font), *_kind(each)) for each in clusters(text)]
        if all(direction != "rtl" for _, _, _, direction in drawn):
            # From left to right, signs and digits need no telling apart from letters.
            none = all(direction == "none" for _, _, _, direction in drawn)
            drawn = [(each, key, script, "none" if none else "ltr") for each, key, script, _ in drawn]
        for (key, direction), group in groupby(drawn, key=lambda each: (each[1], each[3])):
            parts = list(group)
            script = next((script for _, _, script, _ in parts if script), "")
            yield Stretch("".join(part[0] for part in parts), key, self._writing(language, script, direction))

    def _writing(self, language: str, script: str, direction: Direction) -> Writing:
        letters, words = self.spacing
        return writing(language, script, direction, 0.0 if script in CURSIVE else letters, words)

    def _font(self, cluster: str, font: str) -> str:
        if self._has(font, cluster):
            return font
        script = script_of(cluster[0])
        for fallback in self.fallbacks:
            if not fallback.scripts or script in fallback.scripts:
                key = fallback.key(font)
                if self._has(key, cluster):
                    return key
        return font

    def _has(self, font: str, cluster: str) -> bool:
        characters = self[font].characters
        if all(ord(c) in characters or c in SUBSTITUTES or c in JOINERS or c == SOFT_HYPHEN for c in cluster):
            return True
        return len(cluster) > 1 and all(ord(c) in characters for c in unicodedata.normalize("NFC", cluster))


class Fallbacks(NamedTuple):
    """The files of one fallback, for some scripts or, if none are named, for any."""

    scripts: tuple[str, ...]
    regular: Path
    bold: Path | None

    def path(self, font: str) -> Path:
        """The file nearest in weight to one of the theme's fonts."""
        return self.bold if self.bold and font in ("semibold", "bold") else self.regular

    def key(self, font: str) -> str:
        """What `Faces` calls that file."""
        return self.path(font).stem


def faces(theme: Theme) -> Faces:
    """The faces of a theme, the same object for themes with the same fonts."""
    fallbacks = tuple(Fallbacks(each.scripts, each.regular, each.bold) for each in theme.fallback)
    return _faces(tuple(theme.fonts.items()), fallbacks)


_faces = cache(Faces)


@cache
def _spaced(plain: Faces, letters: float, words: float) -> Faces:
    return Faces(tuple(plain.paths.items()), plain.fallbacks, letters, words)


def clusters(text: str) -> Iterator[str]:
    """Characters with the marks that stand on them: what must be in one face."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not (unicodedata.combining(text[at]) or _joins(text, at)):
            yield text[start:at]
            start = at


def _joins(text: str, at: int) -> bool:
    character = text[at]
    return character in JOINERS or unicodedata.category(character).startswith("M") or text[at - 1] == "\u200d"


def script_of(character: str) -> str:
    """The script of a letter, by its block; empty for Latin letters and for signs that many scripts share."""
    code = ord(character)
    at = bisect_right(STARTS, code) - 1
    return BLOCKS[at][2] if at >= 0 and code <= BLOCKS[at][1] else ""


def _kind(cluster: str) -> tuple[str, Direction]:
    return script_of(cluster[0]), DIRECTIONS.get(unicodedata.bidirectional(cluster[0]), "none")
