"""Figures: drawings and pictures with their captions."""

from __future__ import annotations

from dataclasses import replace

from lessonkit.document import Decorative, Figure
from lessonkit.drawing import Drawing, Image
from lessonkit.render.pdf.galley import Galley
from lessonkit.render.pdf.pieces import DECORATION, MM, Picture
from lessonkit.render.pdf.tags import Element
from lessonkit.render.pdf.typesetter import Column, Typesetter


def lay_out_figure(typesetter: Typesetter, element: Element, node: Figure, column: Column, galley: Galley) -> None:
    """Draw a figure as wide as it asks for, or as wide as the column, its caption below it."""
    source = typesetter.assets.picture(node.source, node.place)
    width = min(node.width_mm * MM, column.width)
    height = width * _height(source) / _width(source)
    leaf = DECORATION if isinstance(node.alt, Decorative) else next(element.leaves()).number
    colour = column.colour or typesetter.theme.palette["accent"]
    body = typesetter.in_column("body", column, node.place)
    galley.space(body.after_pt)
    galley.add(height, (Picture(column.x, 0.0, width, height, source, colour, leaf),), node.place)
    galley.space(body.after_pt)
    if node.caption:
        galley.keep()
        style = typesetter.in_column("caption", column, node.place)
        typesetter.text(element.elements()[-1], replace(style, keep_with_next=False), column, galley)


def _width(source: Drawing | Image) -> float:
    return source.width if isinstance(source, Drawing) else source.width_px


def _height(source: Drawing | Image) -> float:
    return source.height if isinstance(source, Drawing) else source.height_px
