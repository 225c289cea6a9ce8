"""How many dots a picture has and whether it moves, as the first bytes of its file say."""

from __future__ import annotations

import struct

PNG, GIF, JPEG = b"\x89PNG\r\n\x1a\n", (b"GIF87a", b"GIF89a"), b"\xff\xd8"
NO_FRAMES = (0xC4, 0xC8, 0xCC)
"""Markers among those of frames that begin something else."""
MOST_SEGMENTS = 200
LOOPS = b"NETSCAPE2.0"
"""The extension that says how often a GIF begins anew; a table of 256 colours may stand before it."""
MOST_HEADER = 1000
EXTENSION, FRAME = 0x21, 0x2C


def image_size(data: bytes) -> tuple[int, int] | None:
    """Across and down; None for a picture of another kind, or a damaged one."""
    if data.startswith(PNG) and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
    elif data.startswith(GIF) and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
    elif data.startswith(JPEG):
        width, height = _of_jpeg(data)
    else:
        return None
    return (width, height) if width and height else None


def moves(data: bytes) -> bool:
    """True for a GIF that plays its pictures again and again."""
    if not data.startswith(GIF) or LOOPS not in data[:MOST_HEADER] or len(data) < 13:
        return False
    at, frames = 13 + _table(data[10]), 0
    while frames < 2 and at + 10 < len(data) and data[at] in (EXTENSION, FRAME):
        is_frame = data[at] == FRAME
        frames += is_frame
        at = _behind_blocks(data, at + 11 + _table(data[at + 9]) if is_frame else at + 2)
    return frames > 1


def _table(flags: int) -> int:
    """The bytes of a table of colours, by the flags that tell of it."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _behind_blocks(data: bytes, at: int) -> int:
    """Where a row of blocks ends: each says how long it is, the last one 0."""
    while at < len(data) and data[at]:
        at += data[at] + 1
    return at + 1


def _of_jpeg(data: bytes) -> tuple[int, int]:
    """Steps from segment to segment until one tells of the frame."""
    at = 2
    for _ in range(MOST_SEGMENTS):
        if at + 9 > len(data) or data[at] != 0xFF:
            return 0, 0
        marker = data[at + 1]
        if marker == 0xFF:  # a byte to fill up
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in NO_FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        else:
            at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return 0, 0
