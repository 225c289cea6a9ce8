"""Dashes and markers that tell lines apart without colour."""

from __future__ import annotations

from lessonkit.drawing.charts.sketch import Sketch
from lessonkit.drawing.pen import Pen
from lessonkit.drawing.shapes import Point

LINE = 2.0
DASHES: tuple[tuple[float, ...], ...] = ((), (7.0, 5.0), (0.1, 4.2), (9.0, 5.0, 0.1, 5.0))
"""Of each series in turn: solid, dashed, dotted, both. Ends are round, so that a dash of nothing is a dot."""
SIZE = 3.7


def draw_marker(sketch: Sketch, series: int, point: Point) -> None:
    """The marker of a series: a disc, a hollow square, a triangle, a hollow diamond."""
    x, y = point
    colour, paper = sketch.look.series[series], sketch.look.paper
    pen = Pen()
    match series:
        case 0:
            pen.ellipse(x, y, SIZE, SIZE)
        case 1:
            pen.rectangle(x - SIZE * 0.9, y - SIZE * 0.9, SIZE * 1.8, SIZE * 1.8, 0, 0)
        case 2:
            _polygon(pen, (x, y - SIZE * 1.3), (x + SIZE * 1.2, y + SIZE * 0.9), (x - SIZE * 1.2, y + SIZE * 0.9))
        case _:
            reach = SIZE * 1.35
            _polygon(pen, (x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
    hollow = series % 2 == 1
    # A filled marker stands on a rim of paper, so that crossing lines do not run into it.
    if not hollow:
        sketch.path(pen, paper, paper, 3.2)
    sketch.path(pen, paper if hollow else colour, colour if hollow else None, 1.8 if hollow else 0.0)


def _polygon(pen: Pen, *points: Point) -> None:
    pen.move(*points[0])
    for point in points[1:]:
        pen.line(*point)
    pen.close()
