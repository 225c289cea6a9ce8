"""Shaping: words to glyphs that remember the characters they stand for, once per face and word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from lessonkit.dataclass import dataclass
from lessonkit.fonts import PLAIN, Face, Glyph, Writing

SPACES = " \u00a0"
"""What parts words, whether a line may end there or not."""

NOTHING = "\u200b"
"""What a glyph reads as that shares its characters with the glyphs before it."""


class ShapedGlyph(NamedTuple):
    """One glyph of a shaped word."""

    id: int
    text: str
    """The characters it stands for: several for a ligature."""
    before: int
    """How far to move back before drawing it, in thousandths of the type size: kerning, and the place of marks."""
    rise: float
    """How far above the baseline, in thousandths of the type size."""
    together: int = 0
    """How many glyphs, from this one on, are read as one: where a character takes more glyphs than one."""


@dataclass(frozen=True, eq=False, slots=True)
class ShapedWord:
    """A word as glyphs, in the order of its characters: from right to left the glyphs move back."""

    glyphs: tuple[ShapedGlyph, ...]
    after: int
    """How far to move back after the last glyph, in thousandths of the type size."""
    width: float
    """As a multiple of the type size."""
    missing: str
    """The characters that the face lacks."""


@lru_cache(maxsize=100_000)
def shape(face: Face, text: str, written: Writing = PLAIN) -> ShapedWord:
    """The glyphs of a word; kerning and ligatures are those of the face."""
    scale = 1000 / face.units_per_em
    shaped, places = face.shape(text, written), []
    pen = 0
    if written.letters or written.words:
        shaped = _apart(face, shaped, text, written)
    for _, _, step, x_offset, _ in shaped:
        places.append(pen + x_offset)
        pen += step
    order = list(zip(shaped, places, strict=True))
    if written.direction == "rtl":
        order.reverse()
    texts = _characters(text, tuple(glyph.cluster for glyph, _ in order))
    glyphs, shown = [], 0.0
    for ((number, _, _, _, y_offset), place), (characters, together) in zip(order, texts, strict=True):
        before = round(shown - place * scale)
        shown += advance(face, number, written.letters) * scale - before
        glyphs.append(ShapedGlyph(number, characters, before, y_offset * scale, together))
    return ShapedWord(tuple(glyphs), round(shown - pen * scale), pen / face.units_per_em, _missing(text, shaped))


def _apart(face: Face, shaped: Sequence[Glyph], text: str, written: Writing) -> tuple[Glyph, ...]:
    """Glyphs with room after each character, and more after a space; marks stay on their bases."""
    letters, words = room_after(face, written.letters), round(written.words * face.units_per_em)
    found: list[Glyph] = []
    for cluster, group in groupby(shaped, key=lambda glyph: glyph.cluster):
        glyphs = list(group)
        if any(glyph.advance for glyph in glyphs):
            more = letters + (words if text[cluster] in SPACES else 0)
            glyphs[-1] = glyphs[-1]._replace(advance=glyphs[-1].advance + more)
        found += glyphs
    return tuple(found)


@lru_cache(maxsize=100_000)
def advance(face: Face, glyph: int, letters: float = 0.0) -> int:
    """The advance of a glyph that nothing is kerned with, in font units; letters: how far it is set apart."""
    own = int(face.hb_font.get_glyph_h_advance(glyph))
    return own + room_after(face, letters) if own else own


def room_after(face: Face, letters: float) -> int:
    """The room after each letter in font units."""
    return round(letters * face.units_per_em)


def _missing(text: str, shaped: tuple[Glyph, ...]) -> str:
    return "".join(text[glyph.cluster] for glyph in shaped if glyph.id == 0)


def _characters(text: str, clusters: tuple[int, ...]) -> list[tuple[str, int]]:
    """The characters of each glyph: a cluster's characters go one by one to its glyphs, the rest to its last.

    With each of them how many glyphs are read as one from there on: all of a cluster that has fewer characters.
    """
    if clusters == tuple(range(len(text))):
        return [(character, 0) for character in text]
    ends = dict(pairwise([*sorted(set(clusters)), len(text)]))
    found: list[tuple[str, int]] = []
    at = 0
    while at < len(clusters):
        start, count = clusters[at], 1
        while at + count < len(clusters) and clusters[at + count] == start:
            count += 1
        own = text[start : ends[start]]
        if count > len(own):
            found += [(own, count), *((NOTHING, 0) for _ in range(count - 1))]
        else:
            found += [(character, 0) for character in own[: count - 1]]
            found.append((own[count - 1 :], 0))
        at += count
    return found
