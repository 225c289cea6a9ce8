"""Sizes of paper, by the names that schools and print rooms know."""

from __future__ import annotations

MM_PER_POINT = 25.4 / 72
SIZES = {"A6": (105, 148), "A5": (148, 210), "A4": (210, 297), "A3": (297, 420)}
"""Upright, in millimetres."""
TOLERANCE_MM = 2


def points(millimetres: float) -> float:
    """The same length in points."""
    return millimetres / MM_PER_POINT


def millimetres(points: float) -> float:
    """The same length in millimetres."""
    return points * MM_PER_POINT


def size_name(one: float, other: float) -> str:
    """`A4` for a sheet with sides of so many millimetres, or both sides in words for any other size."""
    short, long = min(one, other), max(one, other)
    for name, (width, height) in SIZES.items():
        if abs(short - width) < TOLERANCE_MM and abs(long - height) < TOLERANCE_MM:
            return name
    return f"{short:.0f} × {long:.0f} mm"
