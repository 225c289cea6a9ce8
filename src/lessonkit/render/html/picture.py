"""Icons and pictures as HTML: drawings become inline SVG, raster pictures data URIs."""

from __future__ import annotations

from base64 import b64encode

from markupsafe import Markup, escape

from lessonkit.appearance import Theme
from lessonkit.document import Decorative, Figure, Icon
from lessonkit.drawing import Assets, Drawing, Label, Shape
from lessonkit.drawing.shapes import MITER_LIMIT
from lessonkit.problems import Place
from lessonkit.render.html.tag import number, tag

WEIGHTS = {"regular": 400, "semibold": 600, "bold": 700}


def icon(name: str, assets: Assets, place: Place) -> Markup:
    """A decorative icon, as high as the text beside it."""
    return _svg(assets.drawing(name, place), class_="icon", aria_hidden="true")


def in_line(name: str, alt: str, assets: Assets, place: Place) -> Markup:
    """An icon within the words, as high as their capitals; without an alternative text it is decorative."""
    return _svg(assets.drawing(name, place), class_="in-line", **_spoken(alt))


def symbol(node: Icon, assets: Assets) -> Markup:
    """A symbol of a size of its own, within the words."""
    alt = "" if isinstance(node.alt, Decorative) else node.alt
    height = f"height:{number(node.size)}em"
    return _svg(assets.drawing(node.name, node.place), class_="symbol", style=height, **_spoken(alt))


def picture(node: Figure, assets: Assets, theme: Theme) -> Markup:
    """The picture of a figure at its width, or narrower where the page is."""
    style = f"width:{number(node.width_mm)}mm"
    alt = "" if isinstance(node.alt, Decorative) else node.alt
    image = assets.figure(node, theme, node.width_mm)
    if isinstance(image, Drawing):
        return _svg(image, **_spoken(alt), style=style)
    source = f"data:image/{image.kind};base64,{b64encode(image.data).decode()}"
    return tag("img", src=source, alt=alt, width=image.width_px, height=image.height_px, style=style)


def _spoken(alt: str) -> dict[str, str]:
    return {"role": "img", "aria_label": alt} if alt else {"aria_hidden": "true"}


def _svg(drawing: Drawing, **attributes: str) -> Markup:
    box = f"0 0 {number(drawing.width)} {number(drawing.height)}"
    parts = [*map(_shape, drawing.shapes), *map(_label, drawing.labels)]
    return tag("svg", *parts, viewBox=box, stroke_linecap="round", stroke_linejoin="round", **attributes)


def _shape(shape: Shape) -> Markup:
    drawn = _path(shape)
    if not shape.clip:
        return drawn
    # An inner drawing is cut off at its edges, and needs no name to be referred to by.
    left, top, width, height = map(number, shape.clip)
    box = f"{left} {top} {width} {height}"
    return tag("svg", drawn, x=left, y=top, width=width, height=height, viewBox=box)


def _path(shape: Shape) -> Markup:
    steps = (" ".join((name, *map(number, values))) for name, *values in shape.path)
    rule = "evenodd" if shape.even_odd else None
    return tag("path", d=" ".join(steps), fill=shape.fill or "none", fill_rule=rule, **_stroke(shape))


def _stroke(shape: Shape) -> dict[str, str | None]:
    """The attributes of a stroke; round ends and corners are those of the whole drawing."""
    if not shape.stroke:
        return {}
    return {
        "stroke": shape.stroke,
        "stroke_width": number(shape.stroke_width),
        "stroke_linecap": None if shape.cap == "round" else shape.cap,
        "stroke_linejoin": None if shape.join == "round" else shape.join,
        "stroke_miterlimit": None if shape.miter_limit == MITER_LIMIT else number(shape.miter_limit),
        "stroke_dasharray": " ".join(map(number, shape.dash)) or None,
    }


def _label(label: Label) -> Markup:
    return tag(
        "text",
        escape(label.text),
        x=number(label.x),
        y=number(label.y),
        font_size=number(label.size),
        font_weight=WEIGHTS[label.weight],
        text_anchor=None if label.anchor == "start" else label.anchor,
        fill=label.colour,
    )
