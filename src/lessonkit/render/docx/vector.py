"""Drawings as SVG parts, which newer versions of Word show instead of the pictures made of them."""

from __future__ import annotations

from functools import lru_cache

from lessonkit.drawing import Drawing, Shape
from lessonkit.drawing.shapes import CURRENT_COLOUR, Area
from lessonkit.render.docx.element import element


@lru_cache(maxsize=500)
def drawing_to_svg(drawing: Drawing, colour: str) -> bytes:
    """An SVG file of the shapes of a drawing, `colour` in place of that of the text beside it."""
    size = {"width": _number(drawing.width), "height": _number(drawing.height)}
    shapes = "".join(_shape(number, shape, colour) for number, shape in enumerate(drawing.shapes, start=1))
    box = f"0 0 {size['width']} {size['height']}"
    return element("svg", shapes, xmlns="http://www.w3.org/2000/svg", viewBox=box, **size).encode()


def _shape(number: int, shape: Shape, colour: str) -> str:
    steps = (" ".join((name, *map(_number, values))) for name, *values in shape.path)
    clip = _clip(number, shape.clip) if shape.clip else ""
    return clip + element(
        "path",
        **{
            "d": " ".join(steps),
            "fill": _ink(shape.fill, colour),
            "fill-rule": "evenodd" if shape.even_odd else None,
            "clip-path": f"url(#c{number})" if clip else None,
            **_stroke(shape, colour),
        },
    )


def _stroke(shape: Shape, colour: str) -> dict[str, str | None]:
    if not shape.stroke:
        return {}
    return {
        "stroke": _ink(shape.stroke, colour),
        "stroke-width": _number(shape.stroke_width),
        "stroke-linecap": shape.cap,
        "stroke-linejoin": shape.join,
        "stroke-miterlimit": _number(shape.miter_limit),
        "stroke-dasharray": " ".join(map(_number, shape.dash)) or None,
    }


def _clip(number: int, area: Area) -> str:
    left, top, width, height = map(_number, area)
    return element("clipPath", element("rect", x=left, y=top, width=width, height=height), id=f"c{number}")


def _ink(ink: str | None, colour: str) -> str:
    return "none" if ink is None else colour if ink == CURRENT_COLOUR else ink


def _number(value: float) -> str:
    """A number with at most three decimals, none that say nothing."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
