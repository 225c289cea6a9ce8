"""Fonts as they are embedded: cut to the glyphs in use, with the maps from codes to glyphs and to characters."""

from __future__ import annotations

import hashlib
import struct
from functools import cache, lru_cache
from itertools import groupby

import uharfbuzz as hb

from lessonkit.dataclass import dataclass
from lessonkit.fonts import Face
from lessonkit.render.pdf.finish import stream
from lessonkit.render.pdf.shape import advance, room_after
from lessonkit.render.pdf.widened import widened

NEEDED_TABLES = frozenset({"glyf", "loca", "head", "hhea", "hmtx", "maxp"})
"""What a reader needs of a TrueType file inside a PDF (ISO 32000-1, 9.9), without instructions for coarse screens."""

ENTRIES_PER_BLOCK = 100
"""The most that one bfchar block may hold (Adobe Technical Note 5014)."""

Reading = tuple[int, str]
"""A glyph and the characters it stands for."""


Codes = tuple[tuple[int, int, str], ...]
"""Code, glyph and characters of all that is used of a face."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A font as it is written: streams ready, dictionaries waiting for the numbers of their objects."""

    name: str
    """The PostScript name, with the tag that marks a subset: of its own content, so that no two agree."""
    program: bytes
    descriptor: str
    """Entries of the font descriptor."""
    descendant: str
    """Entries of the CIDFont."""


@lru_cache(maxsize=256)
def embedded(face: Face, codes: Codes, letters: float = 0.0) -> Embedded:
    """A face cut to these glyphs; kept, for most documents of a series use the same ones.

    letters: how far they are set apart, as a fraction of the type size.
    """
    program = cut_font(face, frozenset(glyph for _, glyph, _ in codes))
    if letters:
        program = widened(program, room_after(face, letters))
    digest = hashlib.sha256(program + repr(codes).encode()).digest()
    tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
    name = f"{tag}+{''.join(c for c in face.path.stem if c.isalnum() or c == '-')}"
    return Embedded(
        name,
        stream(program, f"/Length1 {len(program)}"),
        f"/Type/FontDescriptor/FontName/{name}{descriptor(face)}",
        f"/Type/Font/Subtype/CIDFontType2/BaseFont/{name}/DW 0"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W{widths(face, codes, letters)}",
    )


@dataclass(frozen=True, slots=True)
class Maps:
    """What codes stand for."""

    characters: bytes
    """The ToUnicode map."""
    glyphs: bytes | None
    """The glyph of each code (CIDToGIDMap); None for the identity."""


@lru_cache(maxsize=256)
def joined(fonts: tuple[Codes, ...]) -> tuple[Codes, ...]:
    """For each font the codes that its maps hold: those of several together where none of them means something else.

    The weights of one family number their glyphs alike, so that they can share their maps.
    """
    groups: list[dict[int, Reading]] = []
    of_fonts: list[dict[int, Reading]] = []
    for codes in fonts:
        own = {code: (glyph, text) for code, glyph, text in codes}
        fitting = (group for group in groups if all(group.get(code, own[code]) == own[code] for code in own))
        group = next(fitting, None)
        if group is None:
            groups.append(group := {})
        group |= own
        of_fonts.append(group)
    return tuple(tuple((code, *group[code]) for code in sorted(group)) for group in of_fonts)


@lru_cache(maxsize=256)
def maps(codes: Codes) -> Maps:
    """The maps of these codes."""
    identity = all(code == glyph for code, glyph, _ in codes)
    return Maps(stream(to_unicode(codes)), None if identity else stream(code_map(codes)))


def code_map(codes: Codes) -> bytes:
    """The glyph of each code, two bytes each."""
    glyphs = {code: glyph for code, glyph, _ in codes}
    return b"".join(struct.pack(">H", glyphs.get(code, 0)) for code in range(max(glyphs) + 1))


def widths(face: Face, codes: Codes, letters: float = 0.0) -> str:
    """The W array: runs of neighbouring codes with their advances."""
    scale = 1000 / face.units_per_em
    runs = groupby(enumerate(codes), key=lambda pair: pair[1][0] - pair[0])
    parts = []
    for _, run in runs:
        glyphs = [each for _, each in run]
        own = (f"{advance(face, glyph, letters) * scale:g}" for _, glyph, _ in glyphs)
        parts.append(f"{glyphs[0][0]}[{' '.join(own)}]")
    return f"[{' '.join(parts)}]"


def to_unicode(codes: Codes) -> bytes:
    """The CMap from codes to characters, in the usual layout."""
    entries = [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, _, text in codes]
    blocks = [entries[at : at + ENTRIES_PER_BLOCK] for at in range(0, len(entries), ENTRIES_PER_BLOCK)]
    lines = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join([*CMAP_HEAD, *lines, *CMAP_TAIL, ""]).encode()


@cache
def descriptor(face: Face) -> str:
    """The metrics of the font descriptor, in thousandths of the type size."""
    scale = 1000 / face.units_per_em
    head, os2, post = (bytes(face.hb_face.reference_table(tag).data) for tag in ("head", "OS/2", "post"))
    box = " ".join(f"{value * scale:.0f}" for value in struct.unpack(">4h", head[36:44]))
    extents = face.hb_font.get_font_extents("ltr")
    (weight,), (capitals,) = struct.unpack(">H", os2[4:6]), struct.unpack(">h", os2[88:90])
    (angle,) = struct.unpack(">i", post[4:8])
    # The usual estimate from the weight class: no TrueType table holds the width of stems.
    stems = 50 + (weight / 65) ** 2
    return (
        f"/Flags 4/FontBBox[{box}]/ItalicAngle {angle / 65536:g}/Ascent {extents[0] * scale:.0f}"
        f"/Descent {extents[1] * scale:.0f}/CapHeight {capitals * scale:.0f}/StemV {stems:.0f}"
    )


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


def cut_font(face: Face, glyphs: frozenset[int]) -> bytes:
    """A TrueType file with these glyphs only, under their own numbers and without hinting."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).set(set(glyphs))
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).set(
        {_tag(name) for name in face.hb_face.table_tags if name not in NEEDED_TABLES}
    )
    # Numbers of their own would save a few bytes of the program, and cost more of them in a map.
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(face.hb_face, wanted).blob.data)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("latin-1"), "big")
