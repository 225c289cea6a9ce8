"""Shaping: words to glyphs that remember the characters they stand for, once per face and word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lessonkit.fonts import Face

NOTHING = "\u200b"
"""What a glyph reads as that shares its characters with the glyphs before it."""


@dataclass(frozen=True, slots=True)
class ShapedGlyph:
    """One glyph of a shaped word."""

    id: int
    text: str
    """The characters it stands for: several for a ligature."""
    before: int
    """How far to move back before drawing it, in thousandths of the type size: kerning, and the place of marks."""
    rise: float
    """How far above the baseline, in thousandths of the type size."""


@dataclass(frozen=True, slots=True)
class ShapedWord:
    """A word as glyphs."""

    glyphs: tuple[ShapedGlyph, ...]
    after: int
    """How far to move back after the last glyph, in thousandths of the type size."""
    width: float
    """As a multiple of the type size."""
    missing: str
    """The characters that the face lacks."""


@lru_cache(maxsize=100_000)
def shape(face: Face, text: str) -> ShapedWord:
    """The glyphs of a word; kerning and ligatures are those of the face."""
    scale = 1000 / face.units_per_em
    shaped = face.shape(text)
    texts = _characters(text, tuple(glyph.cluster for glyph in shaped))
    glyphs = []
    back = 0.0
    for glyph, characters in zip(shaped, texts, strict=True):
        before = round(back - glyph.x_offset * scale)
        glyphs.append(ShapedGlyph(glyph.id, characters or NOTHING, before, glyph.y_offset * scale))
        back = (glyph.x_offset + advance(face, glyph.id) - glyph.advance) * scale
    width = sum(glyph.advance for glyph in shaped) / face.units_per_em
    missing = "".join(glyph.text for glyph in glyphs if glyph.id == 0)
    return ShapedWord(tuple(glyphs), round(back), width, missing)


@lru_cache(maxsize=100_000)
def advance(face: Face, glyph: int) -> int:
    """The advance of a glyph that nothing is kerned with, in font units."""
    return int(face.hb_font.get_glyph_h_advance(glyph))


def _characters(text: str, clusters: tuple[int, ...]) -> list[str]:
    """The characters of each glyph: a cluster's characters go one by one to its glyphs, the rest to its last."""
    starts = sorted(set(clusters))
    ends = dict(pairwise([*starts, len(text)]))
    left = dict.fromkeys(clusters, 0)
    for cluster in clusters:
        left[cluster] += 1
    taken = {start: start for start in starts}
    found = []
    for cluster in clusters:
        left[cluster] -= 1
        begin, end = taken[cluster], ends[cluster]
        stop = end if left[cluster] == 0 else min(begin + 1, end)
        found.append(text[begin:stop])
        taken[cluster] = stop
    return found
