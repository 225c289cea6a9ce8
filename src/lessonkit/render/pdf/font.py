"""Fonts in the PDF: subset TrueType faces as composite fonts (Type0, Identity-H) that read back as written."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby
from unicodedata import normalize

import uharfbuzz as hb

from lessonkit.fallback import Faces
from lessonkit.fonts import PLAIN, SUBSTITUTES, Face, Writing
from lessonkit.render.pdf.finish import stream
from lessonkit.render.pdf.shape import ShapedWord, advance, shape

NEEDED_TABLES = frozenset({"glyf", "loca", "head", "hhea", "hmtx", "maxp"})
"""What a reader needs of a TrueType file inside a PDF (ISO 32000-1, 9.9), without instructions for coarse screens."""

ENTRIES_PER_BLOCK = 100
"""The most that one bfchar block may hold (Adobe Technical Note 5014)."""

SMALLEST_MOVE = 1
"""Moves between glyphs of no more thousandths of the type size wait until they add up: nobody sees them."""

UNREAD = "\ufffd"
"""What .notdef reads as: an unused one may not read as U+0000."""

Reading = tuple[int, str]
"""A glyph and the characters it stands for."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Words as the inside of a TJ array."""

    operators: str
    """One character for each byte."""
    codes: frozenset[int]


class FontUse:
    """One face as one document uses it: which glyphs, and what each of them reads as.

    Codes are glyph numbers, so that the map from codes to glyphs is the identity. A glyph that stands for different
    characters in different places has further codes, beyond the glyphs of the face; those that the face itself asks
    for are the same in every document, so that shown words can be kept.
    """

    def __init__(self, face: Face) -> None:
        self.face = face
        self.codes: set[int] = set()
        """Those in use that every document shares."""
        self.own: dict[Reading, int] = {}
        """Codes that only this document needs."""

    def show(self, text: str, size: float, written: Writing = PLAIN, spacing: float = 0.0) -> str:
        """Text as the inside of a TJ array, a string of one character for each byte.

        spacing: what each space is wider by, in points.
        """
        kept = shown(self.face, text, size, written, spacing)
        if kept is None:
            return _operators(_words(self.face, text, size, written, spacing), size, self._code)
        self.codes |= kept.codes
        return kept.operators

    def _code(self, reading: Reading) -> int:
        shared = code_table(self.face)
        if reading in shared:
            self.codes.add(shared[reading])
            return shared[reading]
        return self.own.setdefault(reading, self.face.hb_face.glyph_count + len(shared) + len(self.own))

    def all_codes(self) -> Codes:
        """Everything in use, .notdef first."""
        readings = _readings(self.face)
        shared = ((code, *readings[code]) for code in sorted(self.codes))
        own = ((code, *reading) for reading, code in self.own.items())
        return ((0, 0, UNREAD), *shared, *own)


@lru_cache(maxsize=50_000)
def shown(face: Face, text: str, size: float, written: Writing, spacing: float) -> Shown | None:
    """Text with the codes that every document uses for it; None if it needs others."""
    codes: set[int] = set()
    shared = code_table(face)

    def code(reading: Reading) -> int:
        codes.add(shared[reading])
        return shared[reading]

    try:
        return Shown(_operators(_words(face, text, size, written, spacing), size, code), frozenset(codes))
    except KeyError:
        return None


def _words(face: Face, text: str, size: float, written: Writing, spacing: float) -> Iterable[ShapedWord]:
    """The shaped words of a text with the spaces between them."""
    space = shape(face, " ", written)
    if spacing:
        space = replace(space, after=space.after - round(1000 * spacing / size))
    for at, word in enumerate(text.split(" ")):
        if at:
            yield space
        if word:
            yield shape(face, word, written)


def _operators(words: Iterable[ShapedWord], size: float, code: Callable[[Reading], int]) -> str:
    """Codes as strings, with the kerning between them; raised marks interrupt the array."""
    parts: list[str] = []
    owed = together = 0
    for word in words:
        for glyph in word.glyphs:
            owed += glyph.before
            if abs(owed) > SMALLEST_MOVE:
                parts.append(f"){owed}(")
                owed = 0
            if glyph.together:
                together = glyph.together
                parts.append(f")]TJ/Span<</ActualText<feff{glyph.text.encode('utf-16-be').hex()}>>>BDC[(")
            drawn = _bytes(code((glyph.id, glyph.text)))
            rise = glyph.rise * size / 1000
            parts.append(f")]TJ {rise:.2f} Ts[({drawn})]TJ 0 Ts[(" if rise else drawn)
            if together:
                together -= 1
                if not together:
                    parts.append(")]TJ EMC[(")
        owed += word.after
    return f"({''.join(parts)})".replace("()", "")


@cache
def _bytes(code: int) -> str:
    """The two bytes of a code inside a string (ISO 32000-1, 7.3.4.2)."""
    return "".join(ESCAPES.get(byte, chr(byte)) for byte in divmod(code, 256))


LIGATURES = range(0xFB00, 0xFB07)
"""Characters of ligatures, which texts spell with their letters."""

ESCAPES = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\", ord("\r"): "\\r", ord("\n"): "\\n"}


class FontUses(dict[str, tuple[str, FontUse]]):
    """The fonts that one document uses, with the names of their resources; each begins with its first use."""

    def __init__(self, faces: Faces) -> None:
        super().__init__()
        self.faces = faces

    def __missing__(self, key: str) -> tuple[str, FontUse]:
        self[key] = found = (f"F{len(self) + 1}", FontUse(self.faces[key]))
        return found


@cache
def code_table(face: Face) -> dict[Reading, int]:
    """The code of each glyph that the face has for a character, and the further ones of glyphs that it has for several.

    A space that does not break, a hard hyphen: they look like others and read as themselves.
    """
    codes: dict[Reading, int] = {}
    taken: set[int] = set()
    for glyph, text in _drawn(face):
        if glyph not in taken:
            taken.add(glyph)
            codes[glyph, text] = glyph
        elif (glyph, text) not in codes:
            codes[glyph, text] = face.hb_face.glyph_count + len(codes)
    return codes


def _drawn(face: Face) -> Iterable[Reading]:
    """Which glyph the face draws for each character, by itself or in place of another, and for ligatures."""
    glyph = face.hb_font.get_nominal_glyph
    for character in sorted(face.characters):
        number = glyph(character) or 0
        yield number, chr(character)
        if character in LIGATURES:
            yield number, normalize("NFKC", chr(character))
    for own, other in (SUBSTITUTES | {"\u00ad": "-"}).items():
        if ord(other) in face.characters:
            yield glyph(ord(other)) or 0, own


@cache
def _readings(face: Face) -> dict[int, Reading]:
    return {code: reading for reading, code in code_table(face).items()}


# ------------------------------------------------------------------------------------------------ what is written


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


Codes = tuple[tuple[int, int, str], ...]
"""Code, glyph and characters of all that is used of a face."""


@lru_cache(maxsize=256)
def embedded(face: Face, codes: Codes) -> Embedded:
    """A face cut to these glyphs; kept, for most documents of a series use the same ones."""
    program = cut_font(face, frozenset(glyph for _, glyph, _ in codes))
    digest = hashlib.sha256(program + repr(codes).encode()).digest()
    tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
    name = f"{tag}+{''.join(c for c in face.path.stem if c.isalnum() or c == '-')}"
    return Embedded(
        name,
        stream(program, f"/Length1 {len(program)}"),
        f"/Type/FontDescriptor/FontName/{name}{descriptor(face)}",
        f"/Type/Font/Subtype/CIDFontType2/BaseFont/{name}/DW 0"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W{widths(face, codes)}",
    )


@dataclass(frozen=True, slots=True)
class Maps:
    """What codes stand for."""

    characters: bytes
    """The ToUnicode map."""
    glyphs: bytes | None
    """The glyph of each code (CIDToGIDMap); None for the identity."""


def joined(fonts: Iterable[Codes]) -> list[Codes]:
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
    return [tuple((code, *group[code]) for code in sorted(group)) for group in of_fonts]


@lru_cache(maxsize=256)
def maps(codes: Codes) -> Maps:
    """The maps of these codes."""
    identity = all(code == glyph for code, glyph, _ in codes)
    return Maps(stream(to_unicode(codes)), None if identity else stream(code_map(codes)))


def code_map(codes: Codes) -> bytes:
    """The glyph of each code, two bytes each."""
    glyphs = {code: glyph for code, glyph, _ in codes}
    return b"".join(struct.pack(">H", glyphs.get(code, 0)) for code in range(max(glyphs) + 1))


def widths(face: Face, codes: Codes) -> str:
    """The W array: runs of neighbouring codes with their advances."""
    scale = 1000 / face.units_per_em
    runs = groupby(enumerate(codes), key=lambda pair: pair[1][0] - pair[0])
    parts = []
    for _, run in runs:
        glyphs = [each for _, each in run]
        parts.append(f"{glyphs[0][0]}[{' '.join(f'{advance(face, glyph) * scale:g}' for _, glyph, _ in glyphs)}]")
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
