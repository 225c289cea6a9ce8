"""A TrueType file whose glyphs are followed by more room: how letters are set apart.

Moves between the glyphs would look the same, but many readers take a move as wide as this for a space between words.
"""

from __future__ import annotations

import struct

HEADER, RECORD = 12, 16
"""The lengths of a font file's header and of each entry of its table directory (ISO/IEC 14496-22, 4.5.1)."""

MAGIC = 0xB1B0AFBA
"""What the checksum of a whole font file and its adjustment add up to."""


def widened(program: bytes, more: int) -> bytes:
    """The font file with this many units added to the advance of each glyph that has one."""
    font = bytearray(program)
    tables = _tables(font)
    (count,) = struct.unpack_from(">H", font, tables["hhea"][0] + 34)
    start = tables["hmtx"][0]
    for at in range(start, start + 4 * count, 4):
        (advance,) = struct.unpack_from(">H", font, at)
        if advance:
            struct.pack_into(">H", font, at, advance + more)
    _sum_up(font, tables["head"][0] + 8)
    return bytes(font)


def _tables(font: bytearray) -> dict[str, tuple[int, int]]:
    """Where each table begins, and its length."""
    (count,) = struct.unpack_from(">H", font, 4)
    entries = struct.iter_unpack(">4sLLL", font[HEADER : HEADER + RECORD * count])
    return {tag.decode("latin-1"): (offset, length) for tag, _, offset, length in entries}


def _sum_up(font: bytearray, adjustment: int) -> None:
    """Write the checksums anew: that of each table, and the one that makes up for them in `head`."""
    struct.pack_into(">L", font, adjustment, 0)
    for number, (offset, length) in enumerate(_tables(font).values()):
        struct.pack_into(">L", font, HEADER + RECORD * number + 4, _sum(font[offset : offset + length]))
    struct.pack_into(">L", font, adjustment, (MAGIC - _sum(font)) % 2**32)


def _sum(data: bytes | bytearray) -> int:
    padded = bytes(data) + bytes(-len(data) % 4)
    return sum(int(word) for (word,) in struct.iter_unpack(">L", padded)) % 2**32
