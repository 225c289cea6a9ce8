"""Operators that paint paths and pictures: areas, lines, raster images."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, TypeAlias

from lessonkit.check.anypdf.drawing.canvas import Act, Canvas, around
from lessonkit.check.anypdf.facts import Box, Colour, Drawn, Fill, Picture

Point: TypeAlias = tuple[float, float]
MIXED = 0.5
"""How opaque an area counts as that is mixed with what is beneath it."""


def rectangle(canvas: Canvas, operands: list[Any]) -> None:
    x, y, width, height = operands
    canvas.starts.append(len(canvas.path))
    canvas.path += ((x, y), (x + width, y + height), (x, y + height), (x + width, y))


def from_point(canvas: Canvas, operands: list[Any]) -> None:
    canvas.starts.append(len(canvas.path))
    to_point(canvas, operands)


def to_point(canvas: Canvas, operands: list[Any]) -> None:
    canvas.square = False
    canvas.path.append((operands[-2], operands[-1]))


def path_box(canvas: Canvas) -> Box | None:
    if not canvas.path:
        return None
    a, b, c, d, e, f = canvas.state.matrix
    return _bounds([(a * x + c * y + e, b * x + d * y + f) for x, y in canvas.path])


def fill(canvas: Canvas, _: list[Any]) -> None:
    box = path_box(canvas)
    if box is not None:
        add_fill(canvas, box, canvas.state.fill)
    forget(canvas, [])


def _is_square(path: list[Point]) -> bool:
    """Whether lines go around a rectangle, from corner to corner."""
    if len(path) not in (4, 5):
        return False
    xs, ys = ({round(point[side], 2) for point in path} for side in (0, 1))
    corners = {(round(x, 2), round(y, 2)) for x, y in path}
    return len(xs) == len(ys) == 2 and len(corners) == 4 and path[0][0] != path[2][0] and path[0][1] != path[2][1]


def fill_between(canvas: Canvas, _: list[Any]) -> None:
    """What lies inside of two outlines stays empty: one in the other makes a frame, which is lines."""
    outlines = [canvas.path[start:end] for start, end in pairwise([*canvas.starts, len(canvas.path)])]
    (stroke if len(outlines) == 2 and all(outlines) and _is_frame(*outlines) else fill)(canvas, [])


def _is_frame(*outlines: list[Point]) -> bool:
    """Whether one outline lies inside the other on all sides."""
    inner, outer = sorted(map(_bounds, outlines), key=lambda box: box.area)
    return (
        inner.left > outer.left and inner.bottom > outer.bottom and inner.right < outer.right and inner.top < outer.top
    )


def _bounds(points: list[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def stroke(canvas: Canvas, _: list[Any]) -> None:
    box, mark = path_box(canvas), canvas.marks[-1]
    if box is not None:
        canvas.order += 1
        seen = box.meets(canvas.state.clip)
        canvas.page.strokes.append(Drawn(canvas.page.number, seen, canvas.order, mark.content, mark.artifact))
    forget(canvas, [])


def shade(canvas: Canvas, _: list[Any]) -> None:
    add_fill(canvas, canvas.state.clip, None)


def add_fill(canvas: Canvas, box: Box, colour: Colour | None) -> None:
    mark = canvas.marks[-1]
    canvas.order += 1
    seen = box.meets(canvas.state.clip)
    place = (canvas.page.number, seen, canvas.order, mark.content, mark.artifact)
    square = (canvas.square and len(canvas.path) == 4) or _is_square(canvas.path)
    canvas.page.fills.append(Fill(*place, colour, MIXED if canvas.state.mixes else canvas.state.alpha, square))


def forget(canvas: Canvas, _: list[Any]) -> None:
    if canvas.clips:
        canvas.state.clip = canvas.state.clip.meets(path_box(canvas) or canvas.state.clip)
        canvas.clips = False
    canvas.path = []
    canvas.starts = []
    canvas.square = True


def clip(canvas: Canvas, _: list[Any]) -> None:
    canvas.clips = True


def inline_image(canvas: Canvas, operands: list[Any]) -> None:
    given = operands[0]
    few = given.get("BPC", given.get("BitsPerComponent")) == 1 or bool(given.get("IM", given.get("ImageMask")))
    columns, rows = given.get("W", given.get("Width", 0)), given.get("H", given.get("Height", 0))
    add_picture(canvas, float(columns), float(rows), few)


def add_picture(canvas: Canvas, columns: float, rows: float, few_colours: bool, opaque: bool = False) -> None:
    mark = canvas.marks[-1]
    box = around(canvas.state.matrix, 0, 0, 1, 1).meets(canvas.state.clip)
    canvas.order += 1
    canvas.page.pictures.append(
        Picture(
            *(canvas.page.number, box, canvas.order, mark.content, mark.artifact),
            columns=int(columns),
            rows=int(rows),
            opaque=opaque and canvas.state.alpha >= 1,
            few_colours=few_colours,
        )
    )


ACTS: dict[bytes, Act] = {
    b"re": rectangle,
    b"m": from_point,
    b"l": to_point,
    b"c": to_point,
    b"v": to_point,
    b"y": to_point,
    b"f": fill,
    b"F": fill,
    b"f*": fill_between,
    b"B": fill,
    b"B*": fill_between,
    b"b": fill,
    b"b*": fill_between,
    b"S": stroke,
    b"s": stroke,
    b"n": forget,
    b"W": clip,
    b"W*": clip,
    b"sh": shade,
    b"EI": inline_image,
}
"""What each operator does."""
