"""Strokes as polygons: what a line covers once it has its width, its ends, its corners and its dashes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle, pairwise
from math import cos, hypot, pi, sin

from lessonkit.drawing.shapes import Point, Shape

SMOOTH = 0.97
"""Pieces of a curve turn so little that any corner looks the same: cosine of the largest such turn."""
ROUND_SIDES = 24
EDGE = 0.5
"""Polygons are painted with their edges, which lie half a pixel further out."""


def stroke_polygons(line: Sequence[Point], shape: Shape, scale: float) -> Iterator[list[Point]]:
    """Polygons that together cover the stroke of one chain of points; scale is that of the chain."""
    dashes = [part * scale for part in shape.dash]
    if dashes and sum(dashes) > 1e-6:
        for dash in _dashed(line, dashes):
            yield from _stroked(dash, shape, scale)
    else:
        yield from _stroked(line, shape, scale)


def _stroked(line: Sequence[Point], shape: Shape, scale: float) -> Iterator[list[Point]]:
    half = max(0.5, shape.stroke_width * scale / 2 - EDGE)
    points = [point for at, point in enumerate(line) if not at or point != line[at - 1]]
    if len(points) < 2:
        if points and shape.cap == "round":
            yield _circle(points[0], half)
        return
    for start, end in pairwise(points):
        yield _bar(start, end, half)
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        yield _corner(before, corner, after, half, shape)
    if points[0] == points[-1] and len(points) > 2:
        yield _corner(points[-2], points[0], points[1], half, shape)
    elif shape.cap != "butt":
        for end, inner in ((points[0], points[1]), (points[-1], points[-2])):
            yield _circle(end, half) if shape.cap == "round" else _bar(end, _beyond(inner, end, half), half)


def _bar(start: Point, end: Point, half: float) -> list[Point]:
    dx, dy = _direction(start, end)
    x, y = dy * half, -dx * half
    return [
        (start[0] + x, start[1] + y),
        (end[0] + x, end[1] + y),
        (end[0] - x, end[1] - y),
        (start[0] - x, start[1] - y),
    ]


def _corner(before: Point, corner: Point, after: Point, half: float, shape: Shape) -> list[Point]:
    (ax, ay), (bx, by) = _direction(before, corner), _direction(corner, after)
    cosine = ax * bx + ay * by
    if shape.join == "round" and cosine < SMOOTH:
        return _circle(corner, half)
    # The outer side of the corner is the one it turns away from.
    side = half if ax * by - ay * bx < 0 else -half
    first = (corner[0] - ay * side, corner[1] + ax * side)
    last = (corner[0] - by * side, corner[1] + bx * side)
    reach_squared = 2 / (1 + cosine) if cosine > -0.999 else float("inf")
    if cosine > SMOOTH or shape.join == "bevel" or reach_squared > shape.miter_limit**2:
        return [corner, first, last]
    factor = side / (1 + cosine)
    return [corner, first, (corner[0] - (ay + by) * factor, corner[1] + (ax + bx) * factor), last]


def _circle(centre: Point, radius: float) -> list[Point]:
    steps = (2 * pi * step / ROUND_SIDES for step in range(ROUND_SIDES))
    return [(centre[0] + radius * cos(step), centre[1] + radius * sin(step)) for step in steps]


def _beyond(start: Point, end: Point, further: float) -> Point:
    dx, dy = _direction(start, end)
    return end[0] + dx * further, end[1] + dy * further


def _direction(start: Point, end: Point) -> tuple[float, float]:
    length = hypot(end[0] - start[0], end[1] - start[1])
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length


def _dashed(line: Sequence[Point], dashes: Sequence[float]) -> Iterator[list[Point]]:
    lengths = cycle(dashes)
    left, drawn = next(lengths), True
    dash = [line[0]]
    for start, end in pairwise(line):
        length = hypot(end[0] - start[0], end[1] - start[1])
        at = 0.0
        while length - at > left:
            at += left
            point = (start[0] + (end[0] - start[0]) * at / length, start[1] + (end[1] - start[1]) * at / length)
            if drawn:
                yield [*dash, point]
            dash, drawn, left = [point], not drawn, next(lengths)
        left -= length - at
        dash.append(end)
    if drawn:
        yield dash
