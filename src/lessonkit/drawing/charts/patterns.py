"""Patterns that tell series apart without colour: plain, striped, dotted, and lined."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.drawing.charts.look import mixed
from lessonkit.drawing.charts.sketch import Sketch
from lessonkit.drawing.pen import Pen
from lessonkit.drawing.shapes import Point

RADIUS = 2.5
OUTLINE = 1.25
STRIPES, DOTS, LINES = 5.5, 5.0, 4.5
"""From one stripe, dot or line to the next, in points."""
TINT = 0.14


def fill_bar(sketch: Sketch, series: int, left: float, top: float, width: float, height: float) -> None:
    """A bar in the colour and pattern of a series; nothing for a value of nothing."""
    if width <= 0:
        return
    colour = sketch.look.series[series]
    if series == 0:
        sketch.path(_bar(left, top, width, height), colour)
        return
    inset = OUTLINE / 2
    outline = _bar(left + inset, top + inset, max(width - OUTLINE, 0.1), height - OUTLINE)
    sketch.path(outline, mixed(colour, sketch.look.paper, TINT))
    inside = (left + OUTLINE, top + OUTLINE, left + width - OUTLINE, top + height - OUTLINE)
    match series:
        case 1:
            _strokes(sketch, _stripes(*inside), colour, 1.6)
        case 2:
            _dots(sketch, *inside, colour)
        case _:
            _strokes(sketch, _lines(*inside), colour, 1.1)
    sketch.path(outline, None, colour, OUTLINE)


def _bar(left: float, top: float, width: float, height: float) -> Pen:
    """Square at the base line, round at the end."""
    radius = min(RADIUS, width, height / 2)
    right, bottom = left + width, top + height
    pen = Pen()
    pen.move(left, top)
    pen.line(right - radius, top)
    pen.arc(radius, radius, 0, False, True, right, top + radius)
    pen.line(right, bottom - radius)
    pen.arc(radius, radius, 0, False, True, right - radius, bottom)
    pen.line(left, bottom)
    pen.close()
    return pen


def _strokes(sketch: Sketch, strokes: Iterator[tuple[Point, Point]], colour: str, width: float) -> None:
    pen = Pen()
    for start, end in strokes:
        pen.move(*start)
        pen.line(*end)
    if pen.segments:
        sketch.path(pen, None, colour, width)


def _stripes(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[Point, Point]]:
    """Rising at 45°, cut off at the edges."""
    height = bottom - top
    at = left - height + STRIPES / 2
    while at < right:
        # From (at, bottom) up to (at + height, top).
        start, end = max(at, left), min(at + height, right)
        if end - start > 0.5:
            yield (start, bottom - (start - at)), (end, bottom - (end - at))
        at += STRIPES


def _lines(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[Point, Point]]:
    at = left + LINES
    while at < right - 1:
        yield (at, top), (at, bottom)
        at += LINES


def _dots(sketch: Sketch, left: float, top: float, right: float, bottom: float, colour: str) -> None:
    pen = Pen()
    rows = max(1, round((bottom - top) / DOTS))
    step = (bottom - top) / rows
    for row in range(rows):
        x = left + DOTS / 2 + (DOTS / 2 if row % 2 else 0.0)
        while x < right - 1:
            pen.ellipse(x, top + (row + 0.5) * step, 1.1, 1.1)
            x += DOTS
    if pen.segments:
        sketch.path(pen, colour)
