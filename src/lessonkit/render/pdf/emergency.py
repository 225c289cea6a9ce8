"""Words that are wider than their column: divided at their syllables, or wherever a character ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lessonkit.fallback import Faces
from lessonkit.fonts import SOFT_HYPHEN
from lessonkit.render.pdf.divide import ADDRESS, Part, anywhere, cut, syllables
from lessonkit.render.pdf.lines import Chunk


def divided(
    chunks: Sequence[Chunk], word: str, column: float, faces: Faces
) -> Iterator[tuple[Chunk, Chunk | None, float]]:
    """The pieces of a word, each with the hyphen after it and what it is wider by at the beginning of a line.

    word: all of it, as the author wrote it: an address is divided without hyphens.
    """
    hyphens = ADDRESS.search(word) is None
    for chunk in chunks:
        if not chunk.text:
            yield chunk, None, 0.0
            continue
        size = chunk.look.size
        for part in _parts(chunk, hyphens, column / size, faces):
            stretch, width = part.stretches[0]
            one = Chunk(stretch.text, chunk.look, chunk.leaf, width * size, "", chunk.written)
            dash = replace(one, text=SOFT_HYPHEN, width=part.hyphen * size) if part.hyphen else None
            yield one, dash, part.lead * size


def _parts(chunk: Chunk, hyphens: bool, room: float, faces: Faces) -> Sequence[Part]:
    """The syllables of a chunk, and the characters of those that find no room either."""
    text, font, language = chunk.text, chunk.look.font, chunk.written.language
    faces = faces.spaced(chunk.look.letters, chunk.look.words)
    breaks = dict.fromkeys(syllables(text, language), True) if hyphens else {}
    start = 0
    for part in cut(faces, text, font, language, tuple(breaks.items())):
        stretch, width = part.stretches[0]
        if width + (part.hyphen or 0.0) + part.lead > room:
            breaks |= {start + at: hyphens and between_letters for at, between_letters in anywhere(stretch.text)}
        start += len(stretch.text)
    return cut(faces, text, font, language, tuple(sorted(breaks.items())))
