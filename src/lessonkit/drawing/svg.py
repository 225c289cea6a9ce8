"""A small strict reader for drawings kept as SVG: what it does not know it refuses, and nothing is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from lessonkit.drawing.path import read_path
from lessonkit.drawing.pen import Pen
from lessonkit.drawing.shapes import CURRENT_COLOUR, Drawing, Segment, Shape
from lessonkit.problems import LessonkitError, Place, Problem

NAMESPACE = "{http://www.w3.org/2000/svg}"
COLOUR = re.compile(r"#[0-9a-f]{6}")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")

PAINT = ("fill", "stroke", "stroke-width")
ROUND = ("stroke-linecap", "stroke-linejoin")
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

TODO = "Draw it with plain shapes and paths, coordinates as they are to appear, and colours as #rrggbb or currentColor."


def read_drawing(path: Path, shown: str = "") -> Drawing:
    """The drawing in an SVG file. LessonkitError for anything it cannot keep exactly.

    shown: how messages name the file; its own name unless told.
    """
    shown = shown or path.name
    try:
        root = etree.fromstring(path.read_bytes(), _parser())
        return _read_root(root)
    except etree.XMLSyntaxError as error:
        raise _refused(shown, error.position[0], f"This is not well-formed SVG: {error.msg}") from error
    except _Unknown as unknown:
        raise _refused(shown, unknown.line, unknown.what) from unknown


class _Unknown(Exception):
    def __init__(self, element: etree._Element, what: str) -> None:
        super().__init__(what)
        self.what = what
        self.line: int = element.sourceline  # type: ignore[assignment]  # lxml-stubs give it no type


@dataclass(frozen=True, slots=True)
class _Paint:
    """What an element takes over from the one around it; SVG's own initial values."""

    fill: str | None = "#000000"
    stroke: str | None = None
    stroke_width: float = 1.0


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


def _refused(shown: str, line: int, what: str) -> LessonkitError:
    return LessonkitError(Problem(Place(shown, line), f"{what}.", TODO))


def _read_root(root: etree._Element) -> Drawing:
    if root.tag != f"{NAMESPACE}svg":
        raise _Unknown(root, f"The file holds <{root.tag}>, not an <svg> of the SVG namespace")
    _only(root, "viewBox", *PAINT, *ROUND)
    box = _numbers(root, root.get("viewBox", ""))
    if len(box) != 4 or box[:2] != [0, 0] or min(box[2:]) <= 0:
        raise _Unknown(root, "The drawing needs a viewBox that begins at 0 0, such as “0 0 48 48”")
    shapes = tuple(_shapes(root, _painted(root, _Paint())))
    if not shapes:
        raise _Unknown(root, "There is nothing in this drawing")
    return Drawing(box[2], box[3], shapes)


def _shapes(parent: etree._Element, paint: _Paint) -> Iterator[Shape]:
    for element in parent:
        name = str(element.tag).removeprefix(NAMESPACE)
        if name == "g":
            _only(element, *PAINT, *ROUND)
            yield from _shapes(element, _painted(element, paint))
        elif name in GEOMETRY:
            _only(element, *GEOMETRY[name], *PAINT, *ROUND)
            yield _shape(element, name, _painted(element, paint))
        else:
            raise _Unknown(element, f"<{name}> is not something a drawing may hold")


def _shape(element: etree._Element, name: str, paint: _Paint) -> Shape:
    if len(element):
        raise _Unknown(element, f"<{name}> must be empty")
    if not paint.fill and not paint.stroke:
        raise _Unknown(element, f"<{name}> has neither fill nor stroke and would not be seen")
    path = _path(element, name)
    if not path:
        raise _Unknown(element, f"<{name}> draws nothing")
    return Shape(path, paint.fill, paint.stroke, paint.stroke_width)


def _path(element: etree._Element, name: str) -> tuple[Segment, ...]:
    pen = Pen()
    match name:
        case "path":
            try:
                return read_path(element.get("d", ""))
            except ValueError as error:
                raise _Unknown(element, str(error)) from error
        case "circle":
            cx, cy, r = _lengths(element, "cx", "cy", "r")
            pen.ellipse(cx, cy, r, r)
        case "ellipse":
            pen.ellipse(*_lengths(element, "cx", "cy", "rx", "ry"))
        case "rect":
            pen.rectangle(*_lengths(element, "x", "y", "width", "height"), *_corners(element))
        case "line":
            _join(pen, _lengths(element, "x1", "y1", "x2", "y2"))
        case _:
            _join(pen, _points(element))
            if name == "polygon":
                pen.close()
    return tuple(pen.segments)


def _join(pen: Pen, numbers: list[float]) -> None:
    pen.move(*numbers[:2])
    for at in range(2, len(numbers), 2):
        pen.line(*numbers[at : at + 2])


def _points(element: etree._Element) -> list[float]:
    numbers = _numbers(element, element.get("points", ""))
    if len(numbers) < 4 or len(numbers) % 2:
        raise _Unknown(element, "The points must be at least two pairs of numbers")
    return numbers


def _corners(element: etree._Element) -> list[float]:
    """Corner radii: either counts for both (SVG 2, 10.2), and neither goes beyond the middle."""
    both = {"rx": element.get("rx", element.get("ry", "0")), "ry": element.get("ry", element.get("rx", "0"))}
    rx, ry = (_number(element, both[name]) for name in ("rx", "ry"))
    width, height = _lengths(element, "width", "height")
    return [min(rx, width / 2), min(ry, height / 2)]


def _only(element: etree._Element, *known: str) -> None:
    for name in map(str, element.keys()):
        value = element.get(name, "")
        if name not in known:
            raise _Unknown(element, f"The attribute {name} is not something a drawing may use")
        if name in ROUND and value != "round":
            raise _Unknown(element, f"{name} is “{value}”, but lines always have round ends and joins")


def _painted(element: etree._Element, around: _Paint) -> _Paint:
    own = {name: element.get(name, "") for name in map(str, element.keys())}
    paint = around
    if "fill" in own:
        paint = replace(paint, fill=_colour(element, own["fill"]))
    if "stroke" in own:
        paint = replace(paint, stroke=_colour(element, own["stroke"]))
    if "stroke-width" in own:
        paint = replace(paint, stroke_width=_number(element, own["stroke-width"]))
    return paint


def _colour(element: etree._Element, value: str) -> str | None:
    if value == "none":
        return None
    if value != CURRENT_COLOUR and not COLOUR.fullmatch(value):
        raise _Unknown(element, f"“{value}” is not a colour that a drawing may use")
    return value


def _lengths(element: etree._Element, *names: str) -> list[float]:
    return [_number(element, element.get(name, "0")) for name in names]


def _number(element: etree._Element, text: str) -> float:
    if not NUMBER.fullmatch(text.strip()):
        raise _Unknown(element, f"“{text}” is not a plain number")
    return float(text)


def _numbers(element: etree._Element, text: str) -> list[float]:
    return [_number(element, word) for word in text.replace(",", " ").split()]
