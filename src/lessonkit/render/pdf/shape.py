"""Shaping: words to glyphs that remember the characters they stand for, once per face and word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lessonkit.fonts import Face


@dataclass(frozen=True, slots=True)
class ShapedGlyph:
    """One glyph of a shaped word, in thousandths of the type size."""

    id: int
    text: str
    """The characters it stands for: several for a ligature."""
    advance: float
    x_offset: float
    y_offset: float


@dataclass(frozen=True, slots=True)
class ShapedWord:
    """A word as glyphs."""

    glyphs: tuple[ShapedGlyph, ...]
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
    glyphs = tuple(
        ShapedGlyph(glyph.id, characters, glyph.advance * scale, glyph.x_offset * scale, glyph.y_offset * scale)
        for glyph, characters in zip(shaped, texts, strict=True)
    )
    missing = "".join(glyph.text for glyph in glyphs if glyph.id == 0)
    return ShapedWord(glyphs, sum(glyph.advance for glyph in glyphs) / 1000, missing)


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
