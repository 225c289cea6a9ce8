"""Icons and pictures as HTML: drawings become inline SVG, raster pictures data URIs."""

from __future__ import annotations

from base64 import b64encode

from markupsafe import Markup

from lessonkit.document import Decorative, Figure
from lessonkit.drawing import Assets, Drawing, Shape
from lessonkit.problems import Place
from lessonkit.render.html.tag import number, tag


def icon(name: str, assets: Assets, place: Place) -> Markup:
    """A decorative icon, as high as the text beside it."""
    return _svg(assets.drawing(name, place), class_="icon", aria_hidden="true")


def picture(node: Figure, assets: Assets) -> Markup:
    """The picture of a figure at its width, or narrower where the page is."""
    style = f"width:{number(node.width_mm)}mm"
    alt = "" if isinstance(node.alt, Decorative) else node.alt
    image = assets.picture(node.source, node.place)
    if isinstance(image, Drawing):
        spoken = {"role": "img", "aria_label": alt} if alt else {"aria_hidden": "true"}
        return _svg(image, **spoken, style=style)
    source = f"data:image/{image.kind};base64,{b64encode(image.data).decode()}"
    return tag("img", src=source, alt=alt, width=image.width_px, height=image.height_px, style=style)


def _svg(drawing: Drawing, **attributes: str) -> Markup:
    box = f"0 0 {number(drawing.width)} {number(drawing.height)}"
    paths = (_path(shape) for shape in drawing.shapes)
    return tag("svg", *paths, viewBox=box, stroke_linecap="round", stroke_linejoin="round", **attributes)


def _path(shape: Shape) -> Markup:
    steps = (" ".join((name, *map(number, values))) for name, *values in shape.path)
    stroked = {"stroke": shape.stroke, "stroke_width": number(shape.stroke_width)} if shape.stroke else {}
    return tag("path", d=" ".join(steps), fill=shape.fill or "none", **stroked)
