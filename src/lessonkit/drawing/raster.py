"""Drawings as PNG pictures, for formats that cannot hold vectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import pairwise
from math import ceil, hypot

from PIL import Image, ImageChops, ImageDraw

from lessonkit.drawing.shapes import CURRENT_COLOUR, Drawing, Point, Segment, Shape

OVERSAMPLING = 3
"""Edges are smoothed by painting this many times larger, then averaging."""

STEP_PX = 3
"""How long the straight pieces of a curve are, at the painted size."""


def drawing_to_png(drawing: Drawing, height_px: int, colour: str) -> bytes:
    """A PNG file on a transparent ground; the same drawing gives the same bytes.

    colour: `#rrggbb` in place of `currentColor`.
    """
    scale = height_px * OVERSAMPLING / drawing.height
    size = (round(height_px * drawing.width / drawing.height) * OVERSAMPLING, height_px * OVERSAMPLING)
    ground = Image.new("RGBA", size)
    for shape in drawing.shapes:
        _paint(ground, shape, scale, colour)
    # RGBa multiplies colour by alpha: averaging with empty ground must not darken the edges.
    picture = ground.convert("RGBa").reduce(OVERSAMPLING).convert("RGBA")
    file = BytesIO()
    picture.save(file, "PNG", compress_level=9)
    return file.getvalue()


def _paint(ground: Image.Image, shape: Shape, scale: float, colour: str) -> None:
    lines = [[(x * scale, y * scale) for x, y in line] for line in flatten(shape.path, STEP_PX / scale)]
    if shape.fill:
        ground.paste(_ink(shape.fill, colour), mask=_filled(ground.size, lines))
    if shape.stroke and shape.stroke_width:
        ground.paste(_ink(shape.stroke, colour), mask=_stroked(ground.size, lines, shape.stroke_width * scale))


def _ink(own: str, colour: str) -> str:
    return colour if own == CURRENT_COLOUR else own


def _filled(size: tuple[int, int], lines: Iterable[list[Point]]) -> Image.Image:
    """Where the winding number is not zero: 128 counts as none, so that rings can wind either way."""
    windings = Image.new("L", size, 128)
    for line in (line for line in lines if len(line) > 2):
        ring = Image.new("L", size)
        ImageDraw.Draw(ring).polygon(line, fill=1)
        combine = ImageChops.add if _clockwise(line) else ImageChops.subtract
        windings = combine(windings, ring)
    return windings.point([255] * 128 + [0] + [255] * 127)


def _stroked(size: tuple[int, int], lines: Iterable[list[Point]], width: float) -> Image.Image:
    mask = Image.new("L", size)
    draw = ImageDraw.Draw(mask)
    for line in lines:
        for x, y in line:
            draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=255)
        for start, end in pairwise(line):
            _bar(draw, start, end, width)
    return mask


def _bar(draw: ImageDraw.ImageDraw, start: Point, end: Point, width: float) -> None:
    (x0, y0), (x1, y1) = start, end
    length = hypot(x1 - x0, y1 - y0)
    if length:
        across, down = (y1 - y0) / length * width / 2, (x0 - x1) / length * width / 2
        corners = [(x0 + across, y0 + down), (x1 + across, y1 + down), (x1 - across, y1 - down)]
        draw.polygon([*corners, (x0 - across, y0 - down)], fill=255)


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
