"""QR codes: the modules of an address as one path, which renderers draw like any other drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import BytesIO
from math import ceil

from PIL import Image

from lessonkit.drawing.pen import Pen
from lessonkit.drawing.shapes import Drawing, Shape
from lessonkit.problems import LessonkitError, Place, Problem

QUIET = 4
"""The empty modules around a code that a camera needs to find it (ISO/IEC 18004, 5.3.8)."""
DARK, LIGHT = "#000000", "#ffffff"
LARGEST_VERSION = 15
"""Codes with more modules than version 15's 77 need a good camera and a large print."""

Bits = tuple[tuple[bool, ...], ...]


SMALLEST_MM = 0.35
"""Modules narrower than this are lost on ordinary paper and cameras."""


def draw_qr_code(address: str, width_mm: float, place: Place | None = None) -> Drawing:
    """The code in its quiet zone, one unit a module. LessonkitError if it is too small at this width to be read."""
    bits = modules(address, place)
    needed = ceil((len(bits) + 2 * QUIET) * SMALLEST_MM)
    if width_mm < needed:
        what = f"This QR code is {width_mm:g} mm wide, too small for a telephone to read {address[:60]}."
        raise LessonkitError(Problem(place, what, f"Make it at least {needed} mm wide, or use a shorter address."))
    return _drawn(bits)


def qr_code_to_png(address: str, width_px: int, place: Place | None = None) -> bytes:
    """A PNG file of at least this width whose modules are all the same whole number of pixels wide."""
    bits = modules(address, place)
    size = len(bits) + 2 * QUIET
    picture = Image.new("1", (size, size), 1)
    for y, row in enumerate(bits):
        for x, dark in enumerate(row):
            if dark:
                picture.putpixel((x + QUIET, y + QUIET), 0)
    scale = max(1, -(-width_px // size))
    file = BytesIO()
    picture.resize((size * scale, size * scale), Image.Resampling.NEAREST).save(file, "PNG", compress_level=9)
    return file.getvalue()


def modules(address: str, place: Place | None = None) -> Bits:
    """Which modules are dark, row by row, without the quiet zone."""
    bits = _encoded(address)
    if not bits:
        what = f"The address “{address[:60]}…” is too long for a QR code that every telephone can read."
        todo = "Use a shorter address."
        if not address.strip():
            what, todo = "This QR code has no address.", "Write the address that it is to open."
        raise LessonkitError(Problem(place, what, todo))
    return bits


@lru_cache(maxsize=500)
def _encoded(address: str) -> Bits:
    """Nothing if there is no such code."""
    # Only documents with a QR code pay for the library.
    import segno

    if not address.strip():
        return ()
    try:
        # Error correction M or, where it costs no larger code, better: prints get creased.
        code = segno.make_qr(address, error="m", boost_error=True)
    except segno.DataOverflowError:
        return ()
    if not isinstance(code.version, int) or code.version > LARGEST_VERSION:
        return ()
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


@lru_cache(maxsize=500)
def _drawn(bits: Bits) -> Drawing:
    size = len(bits) + 2 * QUIET
    ground, dark = Pen(), Pen()
    _rectangle(ground, 0, 0, size, size)
    for left, top, width, height in rectangles(bits):
        _rectangle(dark, left + QUIET, top + QUIET, width, height)
    return Drawing(size, size, (Shape(tuple(ground.segments), LIGHT), Shape(tuple(dark.segments), DARK)))


def rectangles(bits: Bits) -> Iterator[tuple[int, int, int, int]]:
    """The dark modules as few rectangles: runs along a row, joined with equal runs below them."""
    open_runs: dict[tuple[int, int], int] = {}
    for y, row in enumerate([*bits, ()]):
        runs = set(_runs(row))
        for start, end in sorted(open_runs.keys() - runs):
            top = open_runs.pop((start, end))
            yield start, top, end - start, y - top
        for run in runs:
            open_runs.setdefault(run, y)


def _runs(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for x, dark in enumerate([*row, False]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            yield start, x
            start = None


def _rectangle(pen: Pen, left: float, top: float, width: float, height: float) -> None:
    pen.move(left, top)
    pen.line(left + width, top)
    pen.line(left + width, top + height)
    pen.line(left, top + height)
    pen.close()
