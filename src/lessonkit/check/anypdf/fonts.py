"""Fonts: which characters the codes of a content stream are, and how wide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from functools import cached_property
from struct import unpack_from
from typing import Any

from pypdf._codecs import fill_from_encoding
from pypdf._codecs.adobe_glyphs import adobe_glyphs
from pypdf.generic import DictionaryObject

from lessonkit.check.anypdf.cos import FAULTS, array, data, dictionary, get, name, number, whole
from lessonkit.check.anypdf.facts import Face, FontUse
from lessonkit.check.anypdf.font_letters import has_all, lacks
from lessonkit.check.anypdf.glyph_names import is_plain, unnamed
from lessonkit.check.pdf.characters import UNKNOWN, read_map
from lessonkit.dataclass import dataclass

BOLD = ("bold", "black", "heavy", "semibold", "demi")
ITALIC = ("italic", "oblique")
FORCE_BOLD = 1 << 18
VOID = ("\0", "\ufeff", "\ufffe")
"""What a letter must not stand for (PDF/UA-1 7.21.7)."""
MOST_WIDTHS = 100_000
"""Of one font."""
KINDS = ("Type0", "Type1", "MMType1", "TrueType", "Type3")
IDENTITY = ("Identity-H", "Identity-V")
LARGEST_MAP = 4_000_000
"""Bytes of a ToUnicode map."""


@dataclass
class Font:
    """A font of a page."""

    face: Face = field(default_factory=Face)
    characters: dict[int, str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    """In parts of the size."""
    default_width: float = 0.5
    bytes_in_code: int = 1
    fault: str = ""
    """What it lacks: a sentence."""
    known: dict[bytes, tuple[str, float, int]] = field(default_factory=dict)
    mapped: frozenset[int] = frozenset()
    """Codes that a map gives characters to."""
    source: DictionaryObject = field(default_factory=DictionaryObject)

    def read(self, codes: bytes) -> tuple[str, float, int]:
        """The characters of these codes, how wide they are at size 1, and how many glyphs."""
        found = self.known.get(codes)
        if found is None:
            found = self.known[codes] = self._read(codes)
        return found

    def _read(self, codes: bytes) -> tuple[str, float, int]:
        glyphs = self._codes(codes)
        words = "".join([self.characters.get(glyph, UNKNOWN) for glyph in glyphs])
        return words, sum([self.widths.get(glyph, self.default_width) for glyph in glyphs]), len(glyphs)

    def _codes(self, codes: bytes) -> Sequence[int]:
        """Bytes are numbers already; of two that are one code, the first is the greater."""
        return codes if self.bytes_in_code == 1 else unpack_from(f">{len(codes) // 2}H", codes)

    @property
    def is_void(self) -> bool:
        """Whether some of the words drawn with it hold what is no character."""
        return any(sign in words for words, _, _ in self.known.values() for sign in VOID)

    def use(self) -> FontUse:
        """How the words that have been read were written."""
        codes = {code for drawn in self.known for code in self._codes(drawn)}
        faults = (self.fault, *lacks(self.source, codes)) if self.fault else tuple(lacks(self.source, codes))
        drawn = has_all(self.source, codes) if self.bytes_in_code == 2 else False
        return FontUse(self.is_void, self._is_spoken(codes - self.mapped), is_plain(self.source), drawn, faults)

    def _is_spoken(self, codes: set[int]) -> bool | None:
        if not codes:
            return True
        if name(get(self.source, "/Subtype")) not in KINDS:
            return None
        if self.bytes_in_code == 2:
            return False if name(get(self.source, "/Encoding")) in IDENTITY else None
        lost = unnamed(self.source, codes)
        return None if lost is None else not lost

    @cached_property
    def space(self) -> float:
        """How wide a space is at size 1."""
        spaces = (self.widths.get(code, 0) for code, text in self.characters.items() if text == " ")
        return max(spaces, default=0) or 0.25


def read_font(value: Any) -> Font:
    """The font of an object; one that reads nothing for what is none."""
    font = dictionary(value)
    composite = name(get(font, "/Subtype")) == "Type0"
    inner = dictionary(next(iter(array(get(font, "/DescendantFonts"))), None)) if composite else font
    mapped = _map(font)
    characters = mapped if composite else _encoding(font) | mapped
    made = Font(_face(font, inner), characters, bytes_in_code=2 if composite else 1)
    made.mapped, made.source = frozenset(mapped), font
    if composite:
        made.default_width = number(get(inner, "/DW"), 1000) / 1000
        made.widths = _composite_widths(array(get(inner, "/W")))
    else:
        made.widths, made.default_width = _simple_widths(font)
    made.fault = _fault(font, inner, composite) if font else ""
    return made


def _fault(font: DictionaryObject, inner: DictionaryObject, composite: bool) -> str:
    """What no reader can do without."""
    named, kind = name(get(font, "/BaseFont")) or "without a name", name(get(inner, "/Subtype"))
    if composite and not inner:
        return ""
    if composite and get(font, "/Encoding") is None:
        return f"The font {named} does not say how its letters are encoded."
    if composite and kind not in ("CIDFontType0", "CIDFontType2"):
        return f"The font {named} does not say which kind it is."
    if composite and not name(get(inner, "/BaseFont")):
        return f"The font {named} has lost its name."
    if kind in ("TrueType", "Type1", "MMType1") and get(font, "/FontDescriptor") is not None:
        first, last = whole(get(font, "/FirstChar")), whole(get(font, "/LastChar"))
        if first is None or last is None or len(array(get(font, "/Widths"))) < last - first + 1:
            return f"The font {named} does not say how wide its letters are."
    return ""


def _face(font: DictionaryObject, inner: DictionaryObject) -> Face:
    full = name(get(font, "/BaseFont")).rpartition("+")[2]
    descriptor = dictionary(get(inner, "/FontDescriptor"))
    flags = whole(get(descriptor, "/Flags")) or 0
    heavy = number(get(descriptor, "/FontWeight")) >= 600 or bool(flags & FORCE_BOLD)
    plain = full.lower()
    return Face(full, heavy or any(word in plain for word in BOLD), any(word in plain for word in ITALIC))


def _map(font: DictionaryObject) -> dict[int, str]:
    """The characters of the codes that the font's own map names."""
    stream = data(get(font, "/ToUnicode"))
    if stream is None or len(stream) > LARGEST_MAP:
        return {}
    try:
        return read_map(stream)
    except FAULTS:
        return {}


def _encoding(font: DictionaryObject) -> dict[int, str]:
    """The characters of a simple font by its /Encoding."""
    encoding = get(font, "/Encoding")
    differences = dictionary(encoding)
    base = name(get(differences, "/BaseEncoding") if differences else encoding)
    if base not in ("WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding"):
        base = "WinAnsiEncoding"
    table = {"MacRomanEncoding": _mac, "StandardEncoding": _standard}.get(base, _windows)()
    code = 0
    for each in array(get(differences, "/Differences"))[:1000]:
        at = whole(each)
        if at is not None:
            code = at
        else:
            table[code] = adobe_glyphs.get(f"/{name(each)}", table.get(code, UNKNOWN))
            code += 1
    return table


def _windows() -> dict[int, str]:
    return {code: bytes((code,)).decode("cp1252", "replace") for code in range(32, 256)}


def _mac() -> dict[int, str]:
    return {code: bytes((code,)).decode("mac-roman") for code in range(32, 256)}


def _standard() -> dict[int, str]:
    return dict(enumerate(fill_from_encoding("cp1252")))


def _simple_widths(font: DictionaryObject) -> tuple[dict[int, float], float]:
    scale = 0.001
    if name(get(font, "/Subtype")) == "Type3":
        matrix = array(get(font, "/FontMatrix"))
        scale = abs(number(matrix[0])) if matrix else scale
    first = whole(get(font, "/FirstChar")) or 0
    listed = array(get(font, "/Widths"))[:256]
    missing = number(get(font, "/FontDescriptor", "/MissingWidth")) or (0 if listed else 500)
    return {first + at: number(width) * scale for at, width in enumerate(listed)}, missing * scale


def _composite_widths(entries: list[Any]) -> dict[int, float]:
    """The /W array: `first [width …]` or `first last width` (ISO 32000-1, 9.7.4.3)."""
    found: dict[int, float] = {}
    at = 0
    while at + 1 < len(entries) and len(found) < MOST_WIDTHS:
        first, following = whole(entries[at]), whole(entries[at + 1])
        if first is None:
            at += 1
        elif following is not None:
            width = number(entries[at + 2]) / 1000 if at + 2 < len(entries) else 0
            found.update(dict.fromkeys(range(first, min(following, first + MOST_WIDTHS) + 1), width))
            at += 3
        else:
            listed = array(entries[at + 1])
            found.update((first + n, number(width) / 1000) for n, width in enumerate(listed[:MOST_WIDTHS]))
            at += 2
    return found
