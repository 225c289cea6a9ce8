"""The outlines of SVG's basic shapes, as paths."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lessonkit.drawing.paint import length
from lessonkit.drawing.path import read_path
from lessonkit.drawing.pen import Pen
from lessonkit.drawing.shapes import Segment

GEOMETRY = {
    "path": ("d",),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
    "polyline": ("points",),
    "polygon": ("points",),
}
"""The elements that draw, with the attributes that say where."""

SIZES = frozenset({"r", "rx", "ry", "width", "height"})
NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


def outline(name: str, attributes: Mapping[str, str]) -> tuple[Segment, ...]:
    """The path of an element; empty if it has no size. ValueError says what is wrong with it."""
    pen = Pen()
    match name:
        case "path":
            return read_path(attributes.get("d", "").strip())
        case "circle":
            cx, cy, r = _lengths(attributes, "cx", "cy", "r")
            if r:
                pen.ellipse(cx, cy, r, r)
        case "ellipse":
            cx, cy, rx, ry = _lengths(attributes, "cx", "cy", "rx", "ry")
            if rx and ry:
                pen.ellipse(cx, cy, rx, ry)
        case "rect":
            x, y, width, height = _lengths(attributes, "x", "y", "width", "height")
            if width and height:
                pen.rectangle(x, y, width, height, *_corners(attributes, width, height))
        case "line":
            _join(pen, _lengths(attributes, "x1", "y1", "x2", "y2"))
        case _:
            _join(pen, _points(attributes.get("points", "")))
            if name == "polygon":
                pen.close()
    return tuple(pen.segments)


def _join(pen: Pen, numbers: list[float]) -> None:
    pen.move(*numbers[:2])
    for at in range(2, len(numbers), 2):
        pen.line(*numbers[at : at + 2])


def _points(text: str) -> list[float]:
    numbers = [float(found) for found in NUMBER.findall(text)]
    if NUMBER.sub("", text).strip(" ,\t\r\n"):
        raise ValueError(f"“{text}” are not numbers")
    if len(numbers) < 4 or len(numbers) % 2:
        raise ValueError("The points must be at least two pairs of numbers")
    return numbers


def _corners(attributes: Mapping[str, str], width: float, height: float) -> list[float]:
    """Corner radii: either counts for both (SVG 2, 10.2), and neither goes beyond the middle."""
    one = attributes.get("rx") or attributes.get("ry") or "0"
    other = attributes.get("ry") or attributes.get("rx") or "0"
    return [min(length(one), width / 2), min(length(other), height / 2)]


def _lengths(attributes: Mapping[str, str], *names: str) -> list[float]:
    lengths = [length(attributes.get(name, "0")) for name in names]
    for name, value in zip(names, lengths, strict=True):
        if name in SIZES and value < 0:
            raise ValueError(f"{name} is less than nothing")
    return lengths
