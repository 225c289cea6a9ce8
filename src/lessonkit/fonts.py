"""TrueType faces through HarfBuzz: metrics, which characters they hold, shaping and subsets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import uharfbuzz as hb

SUBSTITUTES = {"\u2010": "-", "\u2011": "-", "\u00ad": "-"}
"""Characters that may be drawn as another one when a face lacks them; their text stays what it was."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shaped glyph, in font units."""

    id: int
    cluster: int
    """Index of the first character it stands for."""
    advance: int
    x_offset: int
    y_offset: int


class Face:
    """One font file, opened once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = path.read_bytes()
        self.hb_face = hb.Face(self.data)
        self.hb_font = hb.Font(self.hb_face)
        self.units_per_em: int = self.hb_face.upem

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points this face has a glyph for."""
        return frozenset(self.hb_face.unicodes)

    def has(self, character: str) -> bool:
        """True if the face can draw the character, itself or by a harmless substitute."""
        return ord(SUBSTITUTES.get(character, character)) in self.characters or ord(character) in self.characters

    def shape(self, text: str) -> tuple[Glyph, ...]:
        """Glyphs for text that is all in one language and direction; kerning and ligatures on."""
        buffer = hb.Buffer()
        buffer.add_str("".join(c if ord(c) in self.characters else SUBSTITUTES.get(c, c) for c in text))
        buffer.guess_segment_properties()
        hb.shape(self.hb_font, buffer)
        return tuple(
            Glyph(info.codepoint, info.cluster, at.x_advance, at.x_offset, at.y_offset)
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )

    def subset(self, characters: frozenset[str], glyphs: frozenset[int] = frozenset(), keep_ids: bool = False) -> bytes:
        """A smaller TrueType file with these characters and glyphs; the same input gives the same bytes.

        keep_ids: glyph numbers stay those of the whole face, as a CID font with an identity map needs.
        """
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.UNICODE).set({ord(c) for c in characters})
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).set(set(glyphs))
        if keep_ids:
            wanted.flags = hb.SubsetFlags.RETAIN_GIDS
        return bytes(hb.subset(self.hb_face, wanted).blob.data)


@cache
def face(path: Path) -> Face:
    """The face in this file, opened at first use."""
    return Face(path)
