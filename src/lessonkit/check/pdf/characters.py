"""From the codes in a content stream to characters: the ToUnicode map of each font."""

from __future__ import annotations

import re

from pypdf.generic import DictionaryObject, StreamObject

from lessonkit.dataclass import dataclass

RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f\s]*>|\[[^\]]*\])")
PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>")
LARGEST_RANGE = 0x10000
UNKNOWN = "\ufffd"
"""A code without a character: it cannot be read aloud, and compares as different from every author's word."""


@dataclass(frozen=True, slots=True)
class Decoder:
    """Turns the bytes of a text operator into characters."""

    characters: dict[int, str]
    width: int
    """Bytes in a code: 2 in composite fonts."""
    default: str = ""
    """The encoding of simple fonts without a map."""

    def text(self, codes: bytes) -> str:
        """The characters; UNKNOWN for a code that the font's map leaves out."""
        if self.default:
            return codes.decode(self.default, "replace")
        starts = range(0, len(codes), self.width)
        return "".join(
            self.characters.get(int.from_bytes(codes[at : at + self.width], "big"), UNKNOWN) for at in starts
        )


def decoder(font: object) -> Decoder:
    """The decoder of a font: by its ToUnicode map, else as Windows Latin for simple fonts, and for what is no font."""
    if not isinstance(font, DictionaryObject):
        return Decoder({}, 1, "cp1252")
    width = 2 if font.get("/Subtype") == "/Type0" else 1
    stream = font.get("/ToUnicode")
    stream = stream.get_object() if stream is not None else None
    if isinstance(stream, StreamObject):
        return Decoder(read_map(stream.get_data()), width)
    return Decoder({}, width, "" if width == 2 else "cp1252")


def read_map(data: bytes) -> dict[int, str]:
    """Codes and their characters from a ToUnicode CMap (ISO 32000-1, 9.10.3)."""
    found: dict[int, str] = {}
    for section in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.DOTALL):
        for first, last, target in RANGE.findall(section):
            found = _range(int(first, 16), int(last, 16), target) | found  # the first range counts
    for section in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        found.update((int(code, 16), _characters(text)) for code, text in PAIR.findall(section))
    return found


def _range(first: int, last: int, target: bytes) -> dict[int, str]:
    if last - first >= LARGEST_RANGE:
        return {}
    codes = range(first, last + 1)
    if target.startswith(b"["):
        texts = re.findall(rb"<([0-9A-Fa-f\s]*)>", target)
        return {code: _characters(text) for code, text in zip(codes, texts, strict=False)}
    start = _characters(target.strip(b"<>"))
    if not start:
        return {}
    head, tail = start[:-1], ord(start[-1])
    return {code: head + chr(tail + code - first) for code in codes if tail + code - first < 0x110000}


def _characters(digits: bytes) -> str:
    """UTF-16 in hexadecimal as text."""
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
