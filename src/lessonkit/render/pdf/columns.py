"""Columns: blocks side by side, text that runs through columns, and text beside what stands at its side."""

from __future__ import annotations

from lessonkit.document import Columns, Float, MultiColumn, Paragraph
from lessonkit.render.pdf.galley import Galley
from lessonkit.render.pdf.setting import place
from lessonkit.render.pdf.tags import Element
from lessonkit.render.pdf.typesetter import Aside, Column, Typesetter

GUTTER = 14.0
"""Between columns, in points."""

BELOW = 5.0
"""Between what floats and the lines below it, at least, in points."""


def lay_out_columns(typesetter: Typesetter, element: Element, node: Columns, column: Column, galley: Galley) -> None:
    """Set groups of blocks side by side as one strip; boxes at their ends reach down equally far."""
    available = column.width - GUTTER * (len(node.columns) - 1)
    x, galleys = column.x, []
    for group, share in zip(element.elements(), node.widths, strict=True):
        width = available * share / sum(node.widths)
        galleys.append(Galley())
        typesetter.lay_out(group.elements(), column._replace(x=x, width=width), galleys[-1])
        x += width + GUTTER
    height = max(place(own.strips).height for own in galleys)
    settings = [place(own.strips, at_least=height) for own in galleys]
    galley.space(max((own.strips[0].gap for own in galleys if own.strips), default=0.0))
    galley.merge(settings, height, node.place)
    galley.space(max(own.after for own in galleys))


def lay_out_multi_column(
    typesetter: Typesetter, element: Element, node: MultiColumn, column: Column, galley: Galley
) -> None:
    """Let blocks run through columns which end level, on each page that they come to."""
    if node.count < 2:
        typesetter.lay_out(element.elements(), column, galley)
        return
    width = (column.width - GUTTER * (node.count - 1)) / node.count
    space = typesetter.style("body", node.place).after_pt
    galley.space(space)
    # Inside columns the inner ones are set as one strip: only the outer ones run over pages.
    inner = Galley() if galley.columns else galley
    with inner.running_through(node.count, width + GUTTER):
        typesetter.lay_out(element.elements(), column._replace(width=width), inner)
    if inner is not galley:
        setting = place(inner.strips)
        galley.merge([setting], setting.height, node.place)
    galley.space(space)


def lay_out_float(typesetter: Typesetter, element: Element, node: Float, column: Column, galley: Galley) -> None:
    """Set blocks at one side and text beside them, as wide as the column again below them."""
    elements, count = element.elements(), len(node.blocks)
    side = (column.width - GUTTER) * node.share
    rest = column.width - GUTTER - side
    left, right = (side, rest) if node.side == "left" else (rest, side)
    columns = column._replace(width=left), column._replace(x=column.x + left + GUTTER, width=right)
    floating, narrow = columns if node.side == "left" else columns[::-1]
    own = Galley()
    typesetter.lay_out(elements[:count], floating, own)
    setting = place(own.strips)
    space = typesetter.style("body", node.place).after_pt
    galley.space(space)
    galley.merge([setting], 0.0, node.place)
    bottom = galley.y + setting.height
    galley.beside(bottom)
    passed = bottom + BELOW
    aside = column._replace(aside=Aside(narrow.x, narrow.width, passed))
    for block in elements[count:]:
        is_plain = isinstance(block.node, Paragraph) and not block.node.icon
        beside = aside if is_plain else narrow if galley.next_y < passed else column
        typesetter.lay_out([block], beside, galley)
    galley.reach(bottom)
    galley.space(space)
