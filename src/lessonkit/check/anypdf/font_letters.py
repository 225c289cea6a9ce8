"""Whether fonts hold the letters that words are drawn with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pypdf.generic import DictionaryObject

from lessonkit.check.anypdf.cos import array, data, dictionary, get, name, whole
from lessonkit.check.anypdf.font_programs import glyph_count, letters_by_place, maps
from lessonkit.check.anypdf.glyph_names import differences

SYMBOLIC = 4
"""A flag of fonts with letters of their own (ISO 32000-1, Table 123)."""
OF_SYMBOLS, OF_LETTERS = frozenset({(3, 0), (1, 0)}), frozenset({(3, 1), (1, 0)})
"""The character maps by which readers find the letters of TrueType fonts."""
PART = re.compile(r"[A-Z]{6}\+")
"""How the name of a font begins that holds only some of its letters."""


def lacks(font: DictionaryObject, codes: set[int]) -> Iterator[str]:
    """What a font lacks for these codes: sentences."""
    kind, named = name(get(font, "/Subtype")), name(get(font, "/BaseFont")) or "without a name"
    match kind:
        case "TrueType" if codes and not _is_found(dictionary(get(font, "/FontDescriptor"))):
            yield f"The font {named} has no map by which its letters are found."
        case "Type3" if not _drawings(font).issuperset(codes):
            yield "A font of drawings lacks some of the letters that are used."
        case "Type0" if not _set_is_true(_inner(font)):
            yield f"The list of letters in the font {named} names some that it does not hold."


def has_all(font: DictionaryObject, codes: set[int]) -> bool:
    """Whether the letters of a compact font that numbers them by their place reach as far as these codes."""
    program = data(get(_inner(font), "/FontDescriptor", "/FontFile3"))
    return program is not None and max(codes, default=0) < letters_by_place(program)


def _inner(font: DictionaryObject) -> DictionaryObject:
    return dictionary(next(iter(array(get(font, "/DescendantFonts"))), None))


def _is_found(descriptor: DictionaryObject) -> bool:
    program = data(get(descriptor, "/FontFile2"))
    there = maps(program) if program else frozenset()
    symbolic = (whole(get(descriptor, "/Flags")) or 0) & SYMBOLIC
    return not there or not there.isdisjoint(OF_SYMBOLS if symbolic else OF_LETTERS)


def _drawings(font: DictionaryObject) -> set[int]:
    drawn = dictionary(get(font, "/CharProcs"))
    listed = differences(array(get(font, "/Encoding", "/Differences")))
    return {code for code, called in listed.items() if f"/{called}" in drawn}


def _set_is_true(inner: DictionaryObject) -> bool:
    """Whether a list of letters (CIDSet) names no more than there are in a TrueType font."""
    listed: Any = get(inner, "/FontDescriptor", "/CIDSet")
    if (
        listed is None
        or not PART.match(name(get(inner, "/BaseFont")))
        or name(get(inner, "/CIDToGIDMap")) != "Identity"
    ):
        return True
    letters, bits = glyph_count(data(get(inner, "/FontDescriptor", "/FontFile2")) or b""), data(listed) or b""
    return not letters or int.from_bytes(bits, "big") & ((1 << max(0, 8 * len(bits) - letters)) - 1) == 0
