"""Lists: labels hung in the indent of their items."""

from __future__ import annotations

from dataclasses import replace

from lessonkit.appearance import Style
from lessonkit.document import List
from lessonkit.render.pdf.galley import Galley
from lessonkit.render.pdf.pieces import Piece, Rectangle, Run
from lessonkit.render.pdf.tags import Element, Leaf
from lessonkit.render.pdf.typesetter import Column, Typesetter
from lessonkit.render.pdf.words import look_of

LABEL_GAP = 0.55
"""Between label and text, as a multiple of the type size."""

TICK_BOX, TICK_BOX_RULE, TICK_BOX_DEPTH = 0.95, 1.1, 0.12
"""The size of a tick box and how far it reaches below the baseline, by type size; its line in points."""


def lay_out_list(typesetter: Typesetter, element: Element, node: List, column: Column, galley: Galley) -> None:
    """Set the items of a list below each other, their labels in line."""
    style = typesetter.in_column(node.style, column, node.place)
    column = replace(column, style=style.name)
    labels = [next(item.elements()[0].leaves()) for item in element.elements()]
    indent = max((_width(typesetter, label, style) for label in labels), default=0.0) + LABEL_GAP * style.size_pt
    for number, (label, item) in enumerate(zip(labels, element.elements(), strict=True)):
        if number in (1, len(labels) - 1) and number:
            # Two items at least stand together at the start and end of a list.
            galley.avoid()
        galley.hang((_label(typesetter, label, style, column),))
        typesetter.lay_out(item.elements()[1].elements(), column.inset(indent), galley)
        galley.settle(typesetter.height(style))
    # The last item is followed by what follows a paragraph, not by the smaller space between items.
    galley.space(typesetter.style("body", node.place).after_pt)


def _width(typesetter: Typesetter, label: Leaf, style: Style) -> float:
    if not label.text:
        return TICK_BOX * style.size_pt
    return typesetter.fonts.width(label.text, look_of(style), label.parent.place)


def _label(typesetter: Typesetter, label: Leaf, style: Style, column: Column) -> Piece:
    baseline, size = typesetter.baseline(style), TICK_BOX * style.size_pt
    colour = column.colour or typesetter.theme.palette["accent"]
    if label.text:
        look = look_of(style, colour)
        return Run(column.x, baseline, label.text, look, _width(typesetter, label, style), label.number)
    top, inset = baseline + TICK_BOX_DEPTH * style.size_pt - size, TICK_BOX_RULE / 2
    return Rectangle(
        column.x + inset,
        top + inset,
        size - 2 * inset,
        size - 2 * inset,
        fill=typesetter.theme.palette["paper"],
        stroke=colour,
        stroke_width=TICK_BOX_RULE,
        radius=1.5,
        leaf=label.number,
    )
