"""Shapes as PDF operators: numbers, colours, rectangles and vector drawings."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from lessonkit.drawing import Drawing, Shape
from lessonkit.drawing.shapes import CURRENT_COLOUR, Segment

ROUND = 0.5523
"""How far control points lie from the ends of a quarter circle, as a share of its radius."""


class Area(NamedTuple):
    """A rectangle on a page in PDF coordinates, y upwards."""

    left: float
    bottom: float
    right: float
    top: float


def united(areas: Iterable[Area]) -> Area:
    """The smallest area around several."""
    lefts, bottoms, rights, tops = zip(*areas, strict=True)
    return Area(min(lefts), min(bottoms), max(rights), max(tops))


@lru_cache(maxsize=50_000)
def number(value: float) -> str:
    """A number as PDF writes it, to a hundredth of a point."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def corners(area: Area) -> str:
    """Left, bottom, right and top of an area, as PDF writes a rectangle."""
    return " ".join(map(number, area))


@cache
def colour(value: str) -> str:
    """`#rrggbb` as the three operands of a colour operator."""
    return " ".join(f"{int(value[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))


def outline(area: Area, radius: float) -> str:
    """The path of a rectangle, its corners rounded."""
    if not radius:
        sides = (area.left, area.bottom, area.right - area.left, area.top - area.bottom)
        return f"{' '.join(map(number, sides))} re"
    corners = (
        (area.right, area.bottom, -1, 0, 0, 1),
        (area.right, area.top, 0, -1, -1, 0),
        (area.left, area.top, 1, 0, 0, -1),
        (area.left, area.bottom, 0, 1, 1, 0),
    )
    parts = [f"{number(area.left + radius)} {number(area.bottom)} m"]
    for x, y, from_x, from_y, to_x, to_y in corners:
        bend = radius * (1 - ROUND)
        start = (x + from_x * radius, y + from_y * radius)
        curve = (x + from_x * bend, y + from_y * bend, x + to_x * bend, y + to_y * bend)
        end = (x + to_x * radius, y + to_y * radius)
        parts.append(f"{' '.join(map(number, start))} l {' '.join(map(number, (*curve, *end)))} c")
    return " ".join([*parts, "h"])


CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}
OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def placed(drawing: Drawing, area: Area) -> str:
    """The operator that lays the ground of a drawing into an area."""
    scale_x = (area.right - area.left) / drawing.width
    scale_y = (area.top - area.bottom) / drawing.height
    return f"{scale_x:.4f} 0 0 {-scale_y:.4f} {number(area.left)} {number(area.top)} cm"


@lru_cache(maxsize=1000)
def drawing_operators(drawing: Drawing, current: str) -> str:
    """The operators of a vector drawing on its own ground."""
    parts: list[str] = []
    state = ""
    for shape in drawing.shapes:
        pen = _pen(shape, current)
        own = shape_operators(shape)
        if shape.clip:
            parts.append(f"q {' '.join(map(number, shape.clip))} re W n {pen} {own} Q")
        else:
            # Shapes drawn with the same pen say so once.
            parts.append(own if pen == state else f"{pen} {own}")
            state = pen
    return " ".join(parts)


def _pen(shape: Shape, current: str) -> str:
    """Colours, and for a stroke its width, ends, corners and dashes."""
    fill, stroke = (current if own == CURRENT_COLOUR else own for own in (shape.fill, shape.stroke))
    parts = [f"{colour(fill)} rg"] if fill else []
    if stroke:
        parts.append(f"{colour(stroke)} RG {number(shape.stroke_width)} w {CAPS[shape.cap]} J {JOINS[shape.join]} j")
        parts.append(f"[{' '.join(map(number, shape.dash))}] 0 d")
        if shape.join == "miter":
            parts.append(f"{number(shape.miter_limit)} M")
    return " ".join(parts)


@lru_cache(maxsize=2000)
def _path(path: tuple[Segment, ...]) -> str:
    return " ".join(
        " ".join([*(number(float(point)) for point in points), OPERATORS[command]]) for command, *points in path
    )


def shape_operators(shape: Shape) -> str:
    """The path of a shape, painted."""
    rule = "*" if shape.even_odd and shape.fill else ""
    paint = "B" if shape.fill and shape.stroke else "f" if shape.fill else "S"
    return f"{_path(shape.path)} {paint}{rule}"
