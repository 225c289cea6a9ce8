"""Drawings as PNG pictures, for formats that cannot hold vectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import pairwise
from math import ceil, floor, hypot
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from PIL import Image, ImageChops, ImageDraw, ImageFont

from lessonkit.drawing.shapes import CURRENT_COLOUR, Drawing, Label, Point, Segment, Shape
from lessonkit.drawing.stroke import stroke_polygons

OVERSAMPLING = 3
"""Edges are smoothed by painting this many times larger, then averaging."""

Window: TypeAlias = tuple[int, int, int, int]
"""A part of the ground in pixels: left, top, right, bottom."""

NO_FONTS: Mapping[str, Path] = MappingProxyType({})

STEP_PX = 3
"""How long the straight pieces of a curve are, at the painted size."""


def drawing_to_png(drawing: Drawing, height_px: int, colour: str, fonts: Mapping[str, Path] = NO_FONTS) -> bytes:
    """A PNG file on a transparent ground; the same drawing gives the same bytes.

    colour: `#rrggbb` in place of `currentColor`; fonts: the files for the weights of labels.
    """
    scale = height_px * OVERSAMPLING / drawing.height
    size = (round(height_px * drawing.width / drawing.height) * OVERSAMPLING, height_px * OVERSAMPLING)
    ground = Image.new("RGBA", size)
    for shape in drawing.shapes:
        _paint(ground, shape, scale, colour)
    for label in drawing.labels:
        _write(ground, label, scale, colour, fonts)
    # RGBa multiplies colour by alpha: averaging with empty ground must not darken the edges.
    picture = ground.convert("RGBa").reduce(OVERSAMPLING).convert("RGBA")
    file = BytesIO()
    picture.save(file, "PNG", compress_level=7)
    return file.getvalue()


def _paint(ground: Image.Image, shape: Shape, scale: float, colour: str) -> None:
    lines = [[(x * scale, y * scale) for x, y in line] for line in flatten(shape.path, STEP_PX / scale)]
    if shape.fill:
        rings = [line for line in lines if len(line) > 2]
        window = _window(ground, rings)
        _lay(ground, shape, _filled(window, rings, shape.even_odd), window, _ink(shape.fill, colour), scale)
    if shape.stroke and shape.stroke_width:
        polygons = [polygon for line in lines for polygon in stroke_polygons(line, shape, scale)]
        window = _window(ground, polygons)
        _lay(ground, shape, _covered(window, polygons), window, _ink(shape.stroke, colour), scale)


def _window(ground: Image.Image, polygons: Iterable[list[Point]]) -> Window:
    """The part of the ground that these reach over: most shapes are small, and only their own part is painted."""
    points = [point for polygon in polygons for point in polygon] or [(0.0, 0.0)]
    edges = [(floor(min(axis)) - 1, ceil(max(axis)) + 2) for axis in zip(*points, strict=True)]
    (left, right), (top, bottom) = (
        (min(max(0, first), most - 1), max(1, min(last, most)))
        for (first, last), most in zip(edges, ground.size, strict=True)
    )
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _lay(ground: Image.Image, shape: Shape, mask: Image.Image, window: Window, ink: str, scale: float) -> None:
    if shape.clip:
        left, top, width, height = (round(edge * scale) for edge in shape.clip)
        left, top = left - window[0], top - window[1]
        inside = Image.new("L", mask.size)
        inside.paste(255, (left, top, left + width, top + height))
        mask = ImageChops.darker(mask, inside)
    ground.paste(ink, window, mask)


def _write(ground: Image.Image, label: Label, scale: float, colour: str, fonts: Mapping[str, Path]) -> None:
    font = ImageFont.truetype(fonts[label.weight], label.size * scale)
    at = {"start": "ls", "middle": "ms", "end": "rs"}[label.anchor]
    # Not ImageDraw.text on the ground: it would blend with what is transparent there.
    mask = Image.new("L", ground.size)
    ImageDraw.Draw(mask).text((label.x * scale, label.y * scale), label.text, fill=255, font=font, anchor=at)
    ground.paste(_ink(label.colour, colour), mask=mask)


def _ink(own: str, colour: str) -> str:
    return colour if own == CURRENT_COLOUR else own


def _filled(window: Window, rings: Iterable[list[Point]], even_odd: bool) -> Image.Image:
    """Where the winding number is not zero: 128 counts as none, so that rings can wind either way; or is odd."""
    windings = _empty(window, 128)
    for line in rings:
        ring = _empty(window)
        ImageDraw.Draw(ring).polygon(_moved(line, window), fill=1)
        combine = ImageChops.add if _clockwise(line) else ImageChops.subtract
        windings = combine(windings, ring)
    return windings.point(ODD if even_odd else NOT_ZERO)


ODD = [255 * (winding % 2) for winding in range(256)]
NOT_ZERO = [255] * 128 + [0] + [255] * 127


def _covered(window: Window, polygons: Iterable[list[Point]]) -> Image.Image:
    mask = _empty(window)
    draw = ImageDraw.Draw(mask)
    for polygon in polygons:
        draw.polygon(_moved(polygon, window), fill=255)
    return mask


def _empty(window: Window, level: int = 0) -> Image.Image:
    left, top, right, bottom = window
    return Image.new("L", (right - left, bottom - top), level)


def _moved(line: Iterable[Point], window: Window) -> list[Point]:
    return [(x - window[0], y - window[1]) for x, y in line]


def _clockwise(ring: list[Point]) -> bool:
    """True if a ring runs clockwise as it is seen, y growing downwards."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]])) > 0


def flatten(path: Iterable[Segment], step: float) -> list[list[Point]]:
    """Each subpath as a chain of points, curves in straight pieces of about this length."""
    lines: list[list[Point]] = []
    for segment in path:
        match segment:
            case ("M", x, y):
                lines.append([(x, y)])
            case ("L", x, y):
                lines[-1].append((x, y))
            case ("C", x1, y1, x2, y2, x, y):
                lines[-1].extend(_pieces(lines[-1][-1], (x1, y1), (x2, y2), (x, y), step))
            case ("Z",):
                lines[-1].append(lines[-1][0])
    return lines


def _pieces(p0: Point, p1: Point, p2: Point, p3: Point, step: float) -> Iterator[Point]:
    length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise((p0, p1, p2, p3)))
    count = max(4, ceil(length / step))
    for part in range(1, count + 1):
        t, u = part / count, 1 - part / count
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        x, y = (sum(w * p[axis] for w, p in zip(weights, (p0, p1, p2, p3), strict=True)) for axis in (0, 1))
        yield x, y
