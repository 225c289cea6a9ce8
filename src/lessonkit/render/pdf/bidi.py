"""Right-to-left words in a line: which way signs between them go, and where each stretch of text stands.

The part of the bidirectional algorithm (UAX 9) that separate words need: levels 0 to 2, no embeddings but those of
language, so that a passage marked as Arabic keeps its full stop at its left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from lessonkit.fonts import Writing, writing

if TYPE_CHECKING:
    from lessonkit.render.pdf.lines import Chunk

RTL_LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left."""


def is_rtl(language: str) -> bool:
    """True for a language tag whose language is written from right to left."""
    return language.partition("-")[0].lower() in RTL_LANGUAGES


def has_rtl(chunks: Sequence[Chunk]) -> bool:
    """True if some chunk is written from right to left."""
    return any(chunk.written.direction == "rtl" for chunk in chunks)


def base_direction(chunks: Sequence[Chunk], language: str) -> Literal["ltr", "rtl"]:
    """The direction of a paragraph: that of its language, or from right to left if all its words are or should be."""
    if is_rtl(language):
        return "rtl"
    if not has_rtl(chunks):
        return "ltr"
    against = (chunk.written.direction == "ltr" and not is_rtl(chunk.written.language) for chunk in chunks)
    return "ltr" if any(against) else "rtl"


def in_order(chunks: Sequence[Chunk], x: float, base: Literal["ltr", "rtl"]) -> Iterator[tuple[Chunk, float]]:
    """Each chunk, in the order it is read, with where it stands in a line that begins at x."""
    levels = _levels(chunks, base)
    places = [0.0] * len(chunks)
    for at in _visual(levels):
        places[at] = x
        x += chunks[at].width
    for chunk, level, place in zip(chunks, levels, places, strict=True):
        if level % 2 and (chunk.text or chunk.gap) and chunk.written.direction == "none":
            # Its mirror image is drawn, where it has one; a symbol stands at the right of its word.
            chunk = replace(chunk, written=turned(chunk.written))
        yield chunk, place


def turned(written: Writing) -> Writing:
    """The same from right to left."""
    return writing(written.language, written.script, "rtl", written.letters, written.words)


def _levels(chunks: Sequence[Chunk], base: Literal["ltr", "rtl"]) -> list[int]:
    """Embedding levels: even ones run from left to right."""
    ground = 1 if base == "rtl" else 0
    directions = [_direction(chunk) for chunk in chunks]
    resolved = [
        direction if direction != "none" else _neutral(chunks[at], directions, at, base)
        for at, direction in enumerate(directions)
    ]
    # Left-to-right words and numbers amid right-to-left ones stand on a level of their own.
    inside = [ground or is_rtl(chunk.written.language) for chunk in chunks]
    return [1 if one == "rtl" else 2 if deep else 0 for one, deep in zip(resolved, inside, strict=True)]


def _direction(chunk: Chunk) -> str:
    return chunk.written.direction if chunk.text.strip() else "none"


def _neutral(chunk: Chunk, directions: Sequence[str], at: int, base: str) -> str:
    """A sign between two words of one direction has theirs, else that of its language, else the line's."""
    before = next((each for each in reversed(directions[:at]) if each != "none"), base)
    after = next((each for each in directions[at + 1 :] if each != "none"), base)
    if before == after:
        return before
    return "rtl" if is_rtl(chunk.written.language) else base


def _visual(levels: Sequence[int]) -> list[int]:
    """The order from left to right (UAX 9, L2): from the highest level down, what stands as high is turned round."""
    order = list(range(len(levels)))
    for level in range(max(levels), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[at:end] = reversed(order[at:end])
            at = max(end, at + 1)
    return order
