"""Fonts in the PDF: subset TrueType faces as composite fonts (Type0, Identity-H) that read back as written."""

from __future__ import annotations

import hashlib
import struct
from functools import cached_property, lru_cache
from itertools import groupby

import uharfbuzz as hb

from lessonkit.fonts import Face
from lessonkit.render.pdf.shape import ShapedWord, advance, shape

NEEDED_TABLES = frozenset({"glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep"})
"""What a reader needs of a TrueType file inside a PDF (ISO 32000-1, 9.9)."""

ENTRIES_PER_BLOCK = 100
"""The most that one bfchar block may hold (Adobe Technical Note 5014)."""


class FontUse:
    """One face as one document uses it: which glyphs, and what each of them reads as.

    Codes are glyph numbers, so that the map from codes to glyphs is the identity. Only a glyph that stands for
    different characters in different places gets further codes, beyond the glyphs of the face.
    """

    def __init__(self, face: Face) -> None:
        self.face = face
        self.texts: dict[int, str] = {0: "\ufffd"}
        """What each code reads as; an unused .notdef reads as REPLACEMENT CHARACTER, as U+0000 is not allowed."""
        self.glyphs: dict[int, int] = {0: 0}
        """The glyph of each code."""
        self._further: dict[tuple[int, str], int] = {}
        """The codes beyond the glyphs of the face."""
        self._shown: dict[str, str] = {}

    def show(self, word: str, size: float) -> str:
        """A word, or a space, as the inside of a TJ array."""
        shown = self._shown.get(word)
        if shown is None:
            shaped = shape(self.face, word)
            shown = self._show(shaped, size)
            if not any(glyph.rise for glyph in shaped.glyphs):
                self._shown[word] = shown
        return shown

    def _show(self, word: ShapedWord, size: float) -> str:
        """Codes in hexadecimal, with the kerning between them; raised marks interrupt the array."""
        parts: list[str] = []
        for glyph in word.glyphs:
            if glyph.before:
                parts.append(f">{glyph.before}<")
            code = f"{self._code(glyph.id, glyph.text):04x}"
            rise = glyph.rise * size / 1000
            parts.append(f">] TJ {rise:.2f} Ts [<{code}>] TJ 0 Ts [<" if rise else code)
        if word.after:
            parts.append(f">{word.after}<")
        return f"<{''.join(parts)}>".replace("<>", "")

    def _code(self, glyph: int, text: str) -> int:
        if self.texts.setdefault(glyph, text) == text:
            self.glyphs[glyph] = glyph
            return glyph
        code = self._further.setdefault((glyph, text), self.face.hb_face.glyph_count + len(self._further))
        self.texts[code] = text
        self.glyphs[code] = glyph
        return code

    # ------------------------------------------------------------------------------------------- what is written

    @cached_property
    def name(self) -> str:
        """The PostScript name, with the tag that marks a subset: of its own content, so that no two agree."""
        digest = hashlib.sha256(self.program + repr(sorted(self.texts.items())).encode()).digest()
        tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
        return f"{tag}+{''.join(c for c in self.face.path.stem if c.isalnum() or c == '-')}"

    @cached_property
    def program(self) -> bytes:
        """The TrueType file with the glyphs in use only."""
        return cut_font(self.face, frozenset(self.glyphs.values()))

    def is_identity(self) -> bool:
        """True if every code is the number of its glyph."""
        return all(code == glyph for code, glyph in self.glyphs.items())

    def code_map(self) -> bytes:
        """The glyph of each code (CIDToGIDMap)."""
        return b"".join(struct.pack(">H", self.glyphs.get(code, 0)) for code in range(max(self.glyphs) + 1))

    def widths(self) -> str:
        """The W array: runs of neighbouring codes with their advances."""
        runs = groupby(enumerate(sorted(self.glyphs)), key=lambda pair: pair[1] - pair[0])
        parts = []
        for _, run in runs:
            codes = [code for _, code in run]
            parts.append(f"{codes[0]} [{' '.join(f'{self._advance(self.glyphs[code]):g}' for code in codes)}]")
        return f"[{' '.join(parts)}]"

    def _advance(self, glyph: int) -> float:
        return advance(self.face, glyph) * 1000 / self.face.units_per_em

    def to_unicode(self) -> bytes:
        """The CMap from codes to characters, in the usual layout."""
        entries = [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in sorted(self.texts.items())]
        blocks = [entries[at : at + ENTRIES_PER_BLOCK] for at in range(0, len(entries), ENTRIES_PER_BLOCK)]
        lines = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
        return "\n".join([*CMAP_HEAD, *lines, *CMAP_TAIL, ""]).encode()

    def descriptor(self) -> dict[str, str]:
        """The metrics of the font descriptor, in thousandths of the type size."""
        scale = 1000 / self.face.units_per_em
        head, os2, post = (bytes(self.face.hb_face.reference_table(tag).data) for tag in ("head", "OS/2", "post"))
        box = " ".join(f"{value * scale:.0f}" for value in struct.unpack(">4h", head[36:44]))
        extents = self.face.hb_font.get_font_extents("ltr")
        (weight,), (capitals,) = struct.unpack(">H", os2[4:6]), struct.unpack(">h", os2[88:90])
        (angle,) = struct.unpack(">i", post[4:8])
        return {
            "Flags": "4",
            "FontBBox": f"[{box}]",
            "ItalicAngle": f"{angle / 65536:g}",
            "Ascent": f"{extents[0] * scale:.0f}",
            "Descent": f"{extents[1] * scale:.0f}",
            "CapHeight": f"{capitals * scale:.0f}",
            # The usual estimate from the weight class: no TrueType table holds the width of stems.
            "StemV": f"{50 + (weight / 65) ** 2:.0f}",
        }


CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <ffff>",
    "endcodespacerange",
)
CMAP_TAIL = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")


@lru_cache(maxsize=64)
def cut_font(face: Face, glyphs: frozenset[int]) -> bytes:
    """A TrueType file with these glyphs only, under their own numbers."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).set(set(glyphs))
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).set(
        {_tag(name) for name in face.hb_face.table_tags if name not in NEEDED_TABLES}
    )
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    return bytes(hb.subset(face.hb_face, wanted).blob.data)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("latin-1"), "big")
