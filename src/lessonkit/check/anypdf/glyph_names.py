"""Names of letters in simple fonts, from which readers know the characters where no map tells them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pypdf._codecs import _std_encoding
from pypdf._codecs.adobe_glyphs import adobe_glyphs
from pypdf.generic import DictionaryObject, NameObject

from lessonkit.check.anypdf.cos import array, data, dictionary, get, name, resolve, whole
from lessonkit.check.anypdf.font_programs import has_standard_encoding

FULL = frozenset(range(32, 256))
"""Codes with a name in the encodings of Windows and of the Mac."""
STANDARD = frozenset(code for code, sign in enumerate(_std_encoding) if code >= 32 and ord(sign) not in range(127, 161))
NAMED = {"WinAnsiEncoding": FULL, "MacRomanEncoding": FULL - {127}, "StandardEncoding": STANDARD}
DINGBAT = re.compile(r"a[1-9]\d{0,2}")
PLAIN = ("WinAnsiEncoding", "MacRomanEncoding")
CLEAR_TEXT = 20_000
"""Bytes of a Type 1 font in which its encoding stands."""
ENTRY = re.compile(rb"dup\s+(\d+)\s*/([^\s/]+)\s+put")
CORE = ("Helvetica", "Times", "Courier")
"""How the names of fonts begin that every reader has."""


def unnamed(font: DictionaryObject, codes: Iterable[int]) -> set[int] | None:
    """Those of these codes whose letters have no name that stands for a character; None where that is not known."""
    encoding = get(font, "/Encoding")
    table = dictionary(encoding)
    base = name(get(table, "/BaseEncoding") if table else encoding)
    own = differences(array(get(table, "/Differences")))
    rest = {code for code in codes if code not in own}
    lost = {code for code in codes if code in own and not _is_known(own[code])}
    named = NAMED.get(base)
    if named is None and rest:
        built_in = _built_in(font)
        return None if built_in is None else lost | (rest - built_in)
    return lost | (rest - (named or rest))


def is_plain(font: DictionaryObject) -> bool:
    """Whether the encoding is one of the two that readers know, without changes."""
    encoding = get(font, "/Encoding")
    table = dictionary(encoding)
    return name(get(table, "/BaseEncoding") if table else encoding) in PLAIN and "/Differences" not in table


def differences(entries: list[Any]) -> dict[int, str]:
    """The names that an encoding gives to codes."""
    found: dict[int, str] = {}
    at = 0
    for each in entries[:2_000]:
        number, value = whole(each), resolve(each)
        if number is not None:
            at = number
        elif isinstance(value, NameObject):
            found[at] = name(value)
            at += 1
    return found


def _is_known(named: str) -> bool:
    return f"/{named}" in adobe_glyphs or DINGBAT.fullmatch(named) is not None


def _built_in(font: DictionaryObject) -> frozenset[int] | None:
    """The codes to which a font program itself gives known names; None for a program that is not followed."""
    kind, descriptor = name(get(font, "/Subtype")), dictionary(get(font, "/FontDescriptor"))
    if kind not in ("Type1", "MMType1"):
        return frozenset()
    outlines, compact = data(get(descriptor, "/FontFile")), data(get(descriptor, "/FontFile3"))
    if outlines is not None:
        entries = ENTRY.findall(outlines[:CLEAR_TEXT].partition(b"eexec")[0])
        known = frozenset(int(code) for code, named in entries if _is_known(named.decode("latin-1")))
        return known if entries else STANDARD
    if compact is not None:
        return STANDARD if has_standard_encoding(compact) else None
    return STANDARD if name(get(font, "/BaseFont")).startswith(CORE) else frozenset()
