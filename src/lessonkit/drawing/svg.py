"""A strict reader for drawings kept as SVG: what it does not know it refuses, and nothing is dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from lxml import etree

from lessonkit.dataclass import dataclass
from lessonkit.drawing.outlines import GEOMETRY, outline
from lessonkit.drawing.paint import Paint, Unpaintable, is_hidden, length, painted, properties
from lessonkit.drawing.shapes import Area, Drawing, Segment, Shape
from lessonkit.drawing.transform import Transform, read_transform
from lessonkit.problems import LessonkitError, Place, Problem

NAMESPACE = "{http://www.w3.org/2000/svg}"
SILENT = frozenset({"title", "desc", "metadata", "defs", "symbol"})
"""Elements that draw nothing: what definitions hold is refused where it is used."""

EVERYWHERE = frozenset({"id", "class", "role", "style", "transform", "tabindex", "lang", "focusable"})
OF_ROOT = frozenset(
    {"viewBox", "width", "height", "x", "y", "version", "baseProfile", "preserveAspectRatio", "zoomAndPan"}
)

SMALLEST, LARGEST, USUAL = 24.0, 2000.0, 480.0
"""Coordinates are written with a few digits: drawings in other units are brought to the usual size."""

TODO = "Draw it with plain shapes and paths, in plain colours."
TODOS = {
    "text": "In the drawing program turn the words into paths, or put them into the caption.",
    "image": "Use the picture itself: a .png or .jpg file.",
    "style": "Let the drawing program write styles as attributes (“presentation attributes”).",
    "use": "In the drawing program turn symbols and clones into shapes.",
    "script": "Save the drawing without scripts.",
    "linearGradient": "Fill the shapes with plain colours.",
    "radialGradient": "Fill the shapes with plain colours.",
    "filter": "Save the drawing without effects.",
}


def read_drawing(path: Path, shown: str = "") -> Drawing:
    """The drawing in an SVG file. LessonkitError for anything it cannot keep exactly.

    shown: how messages name the file; its own name unless told.
    """
    shown = shown or path.name
    try:
        root = etree.fromstring(path.read_bytes(), _parser())
        return _read_root(root)
    except etree.XMLSyntaxError as error:
        raise _refused(shown, error.position[0], f"This is not well-formed SVG: {error.msg}", TODO) from error
    except _Unknown as unknown:
        raise _refused(shown, unknown.line, unknown.what, unknown.todo) from unknown


class _Unknown(Exception):
    def __init__(self, element: etree._Element, what: str, todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.todo = todo or TODO
        self.line: int = element.sourceline  # type: ignore[assignment]  # lxml-stubs give it no type


@dataclass(frozen=True, slots=True)
class _Around:
    """What an element takes over from those it lies in."""

    paint: Paint
    transform: Transform


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


def _refused(shown: str, line: int, what: str, todo: str) -> LessonkitError:
    return LessonkitError(Problem(Place(shown, line), f"{what}.", todo))


def _read_root(root: etree._Element) -> Drawing:
    if root.tag != f"{NAMESPACE}svg":
        raise _Unknown(root, f"The file holds <{root.tag}>, not an <svg> of the SVG namespace")
    left, top, width, height = _view(root)
    scale = 1.0 if SMALLEST <= max(width, height) <= LARGEST else USUAL / max(width, height)
    start = Transform(a=scale, d=scale, e=-left * scale, f=-top * scale)
    own = _own(root, OF_ROOT)
    ground = (0.0, 0.0, width * scale, height * scale)
    around = _Around(_painted(root, own, Paint()), _transformed(root, start))
    shapes = tuple(_clipped(shape, ground) for shape in _shapes(root, around))
    if not shapes:
        raise _Unknown(root, "There is nothing in this drawing")
    return Drawing(ground[2], ground[3], shapes)


def _view(root: etree._Element) -> Area:
    """The part of the plane that is shown."""
    try:
        box = [length(word) for word in root.get("viewBox", "").replace(",", " ").split()]
        if not box and root.get("width") and root.get("height"):
            box = [0.0, 0.0, length(root.get("width", "")), length(root.get("height", ""))]
    except Unpaintable as error:
        raise _Unknown(root, str(error)) from error
    if len(box) != 4 or min(box[2:]) <= 0:
        raise _Unknown(root, "The drawing needs a viewBox, such as “0 0 48 48”")
    return (box[0], box[1], box[2], box[3])


def _shapes(parent: etree._Element, around: _Around) -> Iterator[Shape]:
    for element in parent:
        name = str(element.tag).removeprefix(NAMESPACE)
        if name.startswith("{") or name in SILENT:
            continue
        if name != "g" and name not in GEOMETRY:
            what = f"<{name}> is not something a drawing may hold"
            raise _Unknown(element, what, TODOS.get(name, ""))
        own = _own(element, frozenset(GEOMETRY.get(name, ())))
        if is_hidden(own):
            continue
        inside = _Around(_painted(element, own, around.paint), _transformed(element, around.transform))
        if name == "g":
            yield from _shapes(element, inside)
        else:
            yield from _shape(element, name, inside)


def _shape(element: etree._Element, name: str, around: _Around) -> Iterator[Shape]:
    for child in element:
        if str(child.tag).removeprefix(NAMESPACE) not in SILENT:
            raise _Unknown(element, f"<{name}> must be empty")
    paint, transform = around.paint, around.transform
    stroke = paint.stroke if paint.stroke_width else None
    try:
        path = outline(name, {str(key): element.get(key, "") for key in element.keys()})  # noqa: SIM118
    except ValueError as error:
        raise _Unknown(element, str(error)) from error
    if stroke and not transform.is_even():
        todo = "In the drawing program turn the line into a path with a fill, or undo the stretching."
        raise _Unknown(element, f"<{name}> has a line that is stretched, so that its width would vary", todo)
    # A fill without an area shows nothing here, but a PDF reader would draw a hairline.
    fill = paint.fill if _encloses(path) else None
    if path and (fill or stroke):
        yield Shape(
            transform.path(path),
            fill,
            stroke,
            paint.stroke_width * transform.scale if stroke else 0.0,
            paint.cap,
            paint.join,
            paint.miter_limit,
            tuple(part * transform.scale for part in paint.dash),
            paint.even_odd,
        )


def _encloses(path: tuple[Segment, ...]) -> bool:
    """False for a straight line."""
    points = list(_points(path))
    if len(points) < 3:
        return False
    (x, y), far = points[0], max(points, key=lambda point: abs(point[0] - points[0][0]) + abs(point[1] - points[0][1]))
    dx, dy = far[0] - x, far[1] - y
    return any(abs((px - x) * dy - (py - y) * dx) > 1e-9 for px, py in points)


def _clipped(shape: Shape, ground: Area) -> Shape:
    """The shape, cut off at the edges of the drawing if it reaches over them."""
    reach = shape.stroke_width / 2
    xs, ys = zip(*_points(shape.path), strict=True)
    left, top, width, height = ground
    inside = min(xs) - reach >= left and max(xs) + reach <= left + width
    inside = inside and min(ys) - reach >= top and max(ys) + reach <= top + height
    return shape if inside else replace(shape, clip=ground)


def _points(path: tuple[Segment, ...]) -> Iterator[tuple[float, float]]:
    for _, *values in path:
        numbers: list[float] = values
        yield from zip(numbers[::2], numbers[1::2], strict=True)


def _own(element: etree._Element, known: frozenset[str]) -> Mapping[str, str]:
    """The properties of an element; its geometry, and what only names it, left out."""
    attributes: dict[str, str] = {}
    for key in map(str, element.keys()):
        if key.endswith("href"):
            raise _Unknown(element, f"{key} refers to “{element.get(key)}”, but a drawing must hold all of itself")
        if key.startswith("on"):
            raise _Unknown(element, f"{key} runs a script", TODOS["script"])
        if key == "style" or not (key in known | EVERYWHERE or key.startswith(("{", "data-", "aria-", "xmlns"))):
            attributes[key] = element.get(key, "")
    try:
        return properties(attributes)
    except Unpaintable as error:
        raise _Unknown(element, str(error)) from error


def _painted(element: etree._Element, own: Mapping[str, str], around: Paint) -> Paint:
    try:
        return painted(own, around)
    except Unpaintable as error:
        raise _Unknown(element, str(error), error.todo) from error


def _transformed(element: etree._Element, around: Transform) -> Transform:
    try:
        return around.around(read_transform(element.get("transform", "")))
    except ValueError as error:
        raise _Unknown(element, str(error)) from error
