"""TrueType faces through HarfBuzz: metrics, which characters they hold, shaping and subsets."""

from __future__ import annotations

import struct
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

import uharfbuzz as hb

from lessonkit.dataclass import dataclass

SOFT_HYPHEN = "\u00ad"
"""Where a word may be divided; drawn as a hyphen where one is, and nowhere else."""

SUBSTITUTES = {"\u2010": "-", "\u2011": "-"}
"""Characters that may be drawn as another one when a face lacks them; their text stays what it was."""

Direction: TypeAlias = Literal["ltr", "rtl", "none"]
"""Which way a stretch of text is written; `none` for signs that go with what is around them."""


@dataclass(frozen=True, eq=False, slots=True)
class Writing:
    """How a stretch of text is written: what HarfBuzz calls its segment properties. Made by `writing`."""

    language: str
    """BCP 47; empty if nothing is known."""
    script: str
    """ISO 15924, such as `Latn`; empty lets HarfBuzz find it."""
    direction: Direction
    letters: float = 0.0
    """What is added after each character with its marks, as a fraction of the type size."""
    words: float = 0.0
    """What is added to each space besides."""


def writing(
    language: str = "", script: str = "", direction: Direction = "ltr", letters: float = 0.0, words: float = 0.0
) -> Writing:
    """The one object for these properties, so that it compares and hashes at no cost."""
    return _writing(language, script, direction, letters, words)


_writing = cache(Writing)


PLAIN = writing()
"""Left to right, and nothing else known."""

APART = {"liga": False, "clig": False}
"""Letters that are set apart are not joined to ligatures, but for those that a script cannot do without."""


class Glyph(NamedTuple):
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

    @cached_property
    def capitals(self) -> float:
        """The height of capital letters, as a share of the type size."""
        (height,) = struct.unpack(">h", bytes(self.hb_face.reference_table("OS/2").data)[88:90])
        return float(height) / self.units_per_em

    def has_all(self, text: str) -> bool:
        """True if the face has a glyph for each of these characters."""
        return self.characters.issuperset(map(ord, text))

    def shape(self, text: str, written: Writing = PLAIN) -> tuple[Glyph, ...]:
        """Glyphs, from left to right, for text of one writing; kerned, with ligatures unless letters are set apart."""
        buffer = hb.Buffer()
        buffer.add_str(self._substituted(text))
        buffer.direction = "rtl" if written.direction == "rtl" else "ltr"
        if written.language:
            buffer.language = written.language
        if written.script:
            buffer.script = written.script
        buffer.guess_segment_properties()
        hb.shape(self.hb_font, buffer, APART if written.letters else None)
        return tuple(
            Glyph(info.codepoint, info.cluster, at.x_advance, at.x_offset, at.y_offset)
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )

    def _substituted(self, text: str) -> str:
        if self.has_all(text) and SOFT_HYPHEN not in text:
            return text
        return "".join(map(self._drawn, text))

    def _drawn(self, character: str) -> str:
        # HarfBuzz hides soft hyphens; the ones that reach it stand where a word is divided.
        if character == SOFT_HYPHEN:
            return "-"
        return character if ord(character) in self.characters else SUBSTITUTES.get(character, character)

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
