"""Figures: drawings and pictures with their words and captions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lessonkit.document import Chart, Decorative, Figure
from lessonkit.drawing import Drawing, Image
from lessonkit.drawing.shapes import CURRENT_COLOUR, Label
from lessonkit.problems import Place
from lessonkit.render.pdf.galley import Galley
from lessonkit.render.pdf.pieces import DECORATION, MM, Look, Picture, Piece, Run
from lessonkit.render.pdf.tags import Element
from lessonkit.render.pdf.typesetter import Column, Typesetter

AROUND = 1.5
"""The space above a figure, as a multiple of that between paragraphs: its caption stands nearer to it."""

BEFORE_START = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How much of a label stands at the left of its point."""


def lay_out_figure(typesetter: Typesetter, element: Element, node: Figure, column: Column, galley: Galley) -> None:
    """Draw a figure as wide as it asks for, or as wide as the column, its caption below it."""
    width = min(node.width_mm * MM, column.width)
    source = typesetter.assets.figure(node, typesetter.theme, width / MM)
    height = width * _height(source) / _width(source)
    leaf = DECORATION if isinstance(node.alt, Decorative) else next(element.leaves()).number
    colour = column.colour or typesetter.theme.palette["accent"]
    body = typesetter.in_column("body", column, node.place)
    picture = Picture(column.x, 0.0, width, height, source, colour, leaf)
    galley.space(AROUND * body.after_pt)
    galley.add(height, (picture, *_words(typesetter, picture, node.place)), node.place)
    galley.release()
    galley.space(body.after_pt)
    if node.caption:
        galley.keep()
        style = typesetter.in_column("caption", column, node.place)
        typesetter.text(element.elements()[-1], replace(style, keep_with_next=False), column, galley)
    if isinstance(node.source, Chart):
        # The same numbers follow as a table: on the same page, if that leaves none half empty.
        galley.avoid()


def _words(typesetter: Typesetter, picture: Picture, place: Place) -> Iterator[Piece]:
    """The labels of a drawing as text."""
    if isinstance(picture.source, Drawing):
        for label in picture.source.labels:
            yield from _label(typesetter, label, picture, picture.width / picture.source.width, place)


def _label(typesetter: Typesetter, label: Label, picture: Picture, scale: float, place: Place) -> Iterator[Run]:
    """The words of a label, a run for each face that draws them."""
    colour = picture.colour if label.colour == CURRENT_COLOUR else label.colour
    fonts, look = typesetter.fonts, Look(label.weight, label.size * scale, colour)
    whole = fonts.width(label.text, look, place)
    x = picture.x + label.x * scale - whole * BEFORE_START[label.anchor]
    stretches = fonts.faces.stretches(label.text, label.weight, "")
    for number, stretch in enumerate(stretches, 1):
        width = whole if len(stretches) == 1 else fonts.width(stretch.text, look, place)
        # The space at the end keeps a label apart from the next one where text is copied out.
        text = f"{stretch.text} " if number == len(stretches) else stretch.text
        own = look._replace(font=stretch.font)
        yield Run(x, picture.y + label.y * scale, text, own, width, picture.leaf, stretch.written)
        x += width


def _width(source: Drawing | Image) -> float:
    return source.width if isinstance(source, Drawing) else source.width_px


def _height(source: Drawing | Image) -> float:
    return source.height if isinstance(source, Drawing) else source.height_px
