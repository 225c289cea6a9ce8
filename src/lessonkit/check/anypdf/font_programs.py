"""What is read of embedded fonts: which maps of characters they have, and how many letters."""

from __future__ import annotations

from collections.abc import Iterator

OFFSETS = range(1, 5)
ENCODING, LETTERS, OWN_NUMBERS = 16, 17, 1230
"""Operators in the top dictionary of a compact font."""
MOST_TABLES = 100


def maps(program: bytes) -> frozenset[tuple[int, int]]:
    """The platforms and encodings of the character maps in a TrueType font."""
    at = dict(_tables(program)).get(b"cmap", 0)
    starts = range(at + 4, at + 4 + 8 * min(_number(program, at + 2), MOST_TABLES), 8) if at else range(0)
    return frozenset((_number(program, start), _number(program, start + 2)) for start in starts)


def glyph_count(program: bytes) -> int:
    """How many letters a TrueType font has; 0 where it does not say."""
    at = dict(_tables(program)).get(b"maxp", 0)
    return _number(program, at + 4) if at else 0


def _tables(program: bytes) -> Iterator[tuple[bytes, int]]:
    for at in range(12, 12 + 16 * min(_number(program, 4), MOST_TABLES), 16):
        yield program[at : at + 4], int.from_bytes(program[at + 8 : at + 12], "big")


def _number(program: bytes, at: int) -> int:
    return int.from_bytes(program[at : at + 2], "big")


def has_standard_encoding(program: bytes) -> bool:
    """Whether a compact font (CFF) gives its letters the standard codes."""
    return _top(program).get(ENCODING, 0) == 0


def _top(program: bytes) -> dict[int, int]:
    """The last number of each entry in a compact font's top dictionary, by operator; 1200 and more for two bytes."""
    try:
        at, _ = _index(program, program[2])
        _, entries = _index(program, at)
        return _entries(program[entries[0] : entries[1]])
    except IndexError:
        return {}


def letters_by_place(program: bytes) -> int:
    """How many letters a compact font has that are numbered by their place; 0 for one with numbers of its own."""
    entries = _top(program)
    at = 0 if OWN_NUMBERS in entries else entries.get(LETTERS, 0)
    return int.from_bytes(program[at : at + 2], "big") if at else 0


def _index(program: bytes, at: int) -> tuple[int, list[int]]:
    """Where an index ends, and where each thing in it begins and the last one ends."""
    things, size = int.from_bytes(program[at : at + 2], "big"), program[at + 2]
    if not things or size not in OFFSETS:
        return at + 2, []
    starts = range(at + 3, at + 3 + (things + 1) * size, size)
    base = starts[-1] + size - 1
    places = [base + int.from_bytes(program[start : start + size], "big") for start in starts]
    return places[-1], places


def _entries(data: bytes) -> dict[int, int]:
    found: dict[int, int] = {}
    at = last = 0
    while at < len(data):
        first = data[at]
        at += 1
        if first <= 21:
            operator = 1200 + data[at] if first == 12 else first
            at += first == 12
            found[operator] = last
        elif first in (28, 29):
            size = 2 if first == 28 else 4
            last = int.from_bytes(data[at : at + size], "big", signed=True)
            at += size
        elif first == 30:  # a fraction, in half bytes up to one that ends it
            while data[at] & 15 != 15 and data[at] >> 4 != 15:
                at += 1
            at += 1
        elif first <= 246:
            last = first - 139
        elif first <= 254:
            last = (first - 247) * 256 + data[at] + 108 if first <= 250 else -(first - 251) * 256 - data[at] - 108
            at += 1
    return found
