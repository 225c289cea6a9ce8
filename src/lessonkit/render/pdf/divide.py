"""Where a line may end inside a word: web addresses, compounds, syllables; and the parts of a word, measured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from lessonkit.dataclass import dataclass
from lessonkit.fallback import Faces, Stretch, clusters
from lessonkit.fonts import SOFT_HYPHEN
from lessonkit.render.pdf.shape import shape

if TYPE_CHECKING:
    from pyphen import Pyphen

ADDRESS = re.compile(r"://|^www\.|@|\.\w+/")
"""What makes a word a web or e-mail address."""

AFTER_IN_ADDRESS = re.compile(r"(?<=[/.?&@-])(?=[\w%])(?<!//(?=/))")
AFTER_IN_WORD = re.compile(r"(?<=[^\W\d_]{2}[-\u2010–—/])(?=[^\W\d_]{2})|(?<=\u200b)(?=.)")
"""Where a line may end inside an address, and inside a compound word."""

LETTERS = re.compile(r"[^\W\d_]{5,}")
"""What may be divided into syllables; shorter words are not worth it."""

BEFORE, AFTER = 2, 3
"""How many letters at least stay before and after a hyphen."""

MOST_KEPT = 50_000
"""Words of one font and language, after which they are forgotten."""

Break = tuple[int, bool]
"""A place in a word where a line may end, by number of characters, and whether that takes a hyphen."""


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """A part of a word that no line break divides; widths are multiples of the type size."""

    stretches: tuple[tuple[Stretch, float], ...]
    """With their widths."""
    hyphen: float | None
    """The width of the hyphen where a line ends after it; None where none is drawn."""
    lead: float
    """What it is wider by at the beginning of a line."""
    missing: str
    """The characters that no face has."""
    plain: bool = False
    """One stretch in the font asked for, with nothing missing."""


@cache
def opportunities(text: str) -> tuple[str, ...]:
    """A word cut at the places inside it where a line may end without a hyphen."""
    if text.isalpha():
        return (text,)
    places = (AFTER_IN_ADDRESS if ADDRESS.search(text) else AFTER_IN_WORD).finditer(text)
    return tuple(text[a:b] for a, b in pairwise([0, *(place.end() for place in places), len(text)]))


def syllables(text: str, language: str) -> list[int]:
    """Where a word may be divided with a hyphen, by number of characters; nowhere in an address."""
    dictionary = _dictionary(language) if len(text) > BEFORE + AFTER - 1 else None
    if dictionary is None or ADDRESS.search(text):
        return []
    return [
        found.start() + at
        for found in LETTERS.finditer(text)
        for at in dictionary.positions(found.group().lower())
        if BEFORE <= at <= len(found.group()) - AFTER
    ]


@cache
def _dictionary(language: str) -> Pyphen | None:
    """The patterns for a language, read at first use; British ones for English."""
    from pyphen import Pyphen, language_fallback

    wanted = "en_GB" if language in ("", "en") else language.replace("-", "_")
    found = language_fallback(wanted)
    return Pyphen(lang=found) if found else None


def anywhere(text: str) -> list[Break]:
    """A break after each character with its marks: for a word that is wider than its column."""
    found, at = [], 0
    parts = list(clusters(text))
    for one, other in pairwise(parts):
        at += len(one)
        found.append((at, one[-1].isalpha() and other[0].isalpha()))
    return found


class Cuts(dict[str, tuple[Part, ...]]):
    """The parts of each word that was met in one font and language."""

    def __init__(self, faces: Faces, font: str, language: str, hyphens: bool) -> None:
        super().__init__()
        self.setting = (font, language, hyphens)
        self.faces = faces

    def __missing__(self, text: str) -> tuple[Part, ...]:
        if len(self) >= MOST_KEPT:
            self.clear()
        self[text] = found = parts_of(self.faces, text, *self.setting)
        return found


cuts = cache(Cuts)
"""The one such dictionary for these faces, this font and language, with hyphens or without."""


def parts_of(faces: Faces, text: str, font: str, language: str, hyphens: bool) -> tuple[Part, ...]:
    """A word cut at every place where a line may end, measured."""
    breaks: dict[int, bool] = {}
    if not text.isalpha():
        text, breaks = _soft(text)
        breaks |= dict.fromkeys(_ends(opportunities(text)), False)
    if hyphens:
        breaks = dict.fromkeys(syllables(text, language), True) | breaks
    return cut(faces, text, font, language, tuple(sorted(breaks.items())))


def _soft(text: str) -> tuple[str, dict[int, bool]]:
    """A word without the soft hyphens in it, and where they were."""
    *inner, _ = parts = text.split(SOFT_HYPHEN)
    return "".join(parts), dict.fromkeys(_ends([*inner, ""]), True)


def _ends(parts: Sequence[str]) -> Iterable[int]:
    at = 0
    for part in parts[:-1]:
        at += len(part)
        yield at


@lru_cache(maxsize=20_000)
def cut(faces: Faces, text: str, font: str, language: str, breaks: tuple[Break, ...]) -> tuple[Part, ...]:
    """A word cut at these places."""
    stretches = faces.stretches(text, font, language)
    if not breaks:
        return (_whole(faces, stretches, font),)
    ends = [*breaks, (len(text), False)]
    starts = [0, *(at for at, _ in breaks)]
    return tuple(
        _part(faces, stretches, start, end, hyphen)
        for start, (end, hyphen) in zip(starts, ends, strict=True)
        if end > start
    )


def _whole(faces: Faces, stretches: Sequence[Stretch], font: str) -> Part:
    shaped = [shape(faces[each.font], each.text, each.written) for each in stretches]
    widths = tuple((each, word.width) for each, word in zip(stretches, shaped, strict=True))
    missing = "".join(word.missing for word in shaped)
    return Part(widths, None, 0.0, missing, len(stretches) == 1 and stretches[0].font == font and not missing)


def _part(faces: Faces, stretches: Sequence[Stretch], start: int, end: int, hyphen: bool) -> Part:
    """What of a word stands between two breaks: as wide as it is inside the word, with the kerning there."""
    found, missing, lead, at = [], "", 0.0, 0
    for each in stretches:
        first, last = max(start - at, 0), min(end - at, len(each.text))
        if first < last:
            width = _width(faces, each, 0, last) - _width(faces, each, 0, first)
            found.append((each._replace(text=each.text[first:last]), width))
            missing += shape(faces[each.font], each.text[first:last], each.written).missing
            if first and at + first == start:
                lead = _width(faces, each, first, len(each.text)) + _width(faces, each, 0, first)
                lead -= _width(faces, each, 0, len(each.text))
        at += len(each.text)
    return Part(tuple(found), _hyphen(faces, stretches, end) if hyphen else None, max(lead, 0.0), missing)


def _hyphen(faces: Faces, stretches: Sequence[Stretch], end: int) -> float:
    """The width of a hyphen after so many characters, with its kerning."""
    for each in stretches:
        if end <= len(each.text):
            before = each._replace(text=each.text[:end] + SOFT_HYPHEN)
            return _width(faces, before, 0, end + 1) - _width(faces, each, 0, end)
        end -= len(each.text)
    raise AssertionError("A word is divided outside itself.")


def _width(faces: Faces, stretch: Stretch, first: int, last: int) -> float:
    return shape(faces[stretch.font], stretch.text[first:last], stretch.written).width if first < last else 0.0
