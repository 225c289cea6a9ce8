"""Blocks: each element of the structure tree laid out into the galley."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from lessonkit.appearance import BoxStyle
from lessonkit.document import (
    Block,
    Box,
    Callout,
    Columns,
    Contents,
    DefinitionList,
    Figure,
    Float,
    Heading,
    List,
    MultiColumn,
    PageBreak,
    Panel,
    Paragraph,
    Section,
    Table,
    WritingSpace,
)
from lessonkit.reading import heading_style
from lessonkit.render.pdf.badge import Badge
from lessonkit.render.pdf.columns import lay_out_columns, lay_out_float, lay_out_multi_column
from lessonkit.render.pdf.contents import lay_out_contents
from lessonkit.render.pdf.definitions import lay_out_definitions
from lessonkit.render.pdf.figures import lay_out_figure
from lessonkit.render.pdf.galley import Frame, Galley
from lessonkit.render.pdf.lists import lay_out_list
from lessonkit.render.pdf.pieces import MM, Rectangle, Rule
from lessonkit.render.pdf.table import lay_out_table
from lessonkit.render.pdf.tags import Element
from lessonkit.render.pdf.typesetter import CALLOUT_ICON, ICON_GAP, Column, Typesetter

WRITING_LINE, WRITING_RULE = 25.0, 0.75
"""The distance of ruled lines, wide enough for handwriting, and their thickness."""
FRAME_RADIUS = 4.0


def lay_out(typesetter: Typesetter, elements: Sequence[Element], column: Column, galley: Galley) -> None:
    """Lay out the elements of blocks below each other."""
    for element in elements:
        _block(typesetter, element, column, galley)


def _block(typesetter: Typesetter, element: Element, column: Column, galley: Galley) -> None:
    node: Block = element.node
    match node:
        case Heading():
            _heading(typesetter, element, node, column, galley)
        case Paragraph():
            style = typesetter.in_column(node.style, column, node.place)
            typesetter.text(element, style, column, galley, node.icon)
        case List():
            lay_out_list(typesetter, element, node, column, galley)
        case Table():
            lay_out_table(typesetter, element, node, column, galley)
        case Figure():
            lay_out_figure(typesetter, element, node, column, galley)
        case Callout():
            _callout(typesetter, element, node, column, galley)
        case Box():
            _box(typesetter, element, node, column, galley)
        case DefinitionList():
            lay_out_definitions(typesetter, element, node, column, galley)
        case MultiColumn():
            lay_out_multi_column(typesetter, element, node, column, galley)
        case Float():
            lay_out_float(typesetter, element, node, column, galley)
        case Section() | Panel():
            lay_out(typesetter, element.elements(), column, galley)
        case Columns():
            lay_out_columns(typesetter, element, node, column, galley)
        case Contents():
            lay_out_contents(typesetter, element, node, column, galley)
        case WritingSpace():
            _writing_space(typesetter, element, node, column, galley)
        case PageBreak():
            galley.new_page()
        case _:
            assert_never(node)


def _heading(typesetter: Typesetter, element: Element, node: Heading, column: Column, galley: Galley) -> None:
    galley.anchor(node.id)
    style = typesetter.in_column(heading_style(node), column, node.place)
    if node.badge:
        badge = Badge(node.badge, style, column.colour or style.colour)
        galley.hang(badge.pieces(typesetter, column.x, node.place))
        column = column.inset(badge.width(typesetter, node.place) + ICON_GAP * style.size_pt)
    typesetter.text(element, style, column, galley, node.icon)
    # No heading ends a page, nor with a single line below it.
    galley.keep(2)


def _callout(typesetter: Typesetter, element: Element, node: Callout, column: Column, galley: Galley) -> None:
    style = typesetter.box(node.kind, node.place)
    inner = _inside(style, column)
    title = typesetter.in_column(style.title_style, inner, node.place)
    blocks = element.elements()
    with galley.whole(), galley.box(Frame(style, column.x, column.width)):
        if node.icon:
            size, colour = CALLOUT_ICON * title.size_pt, inner.colour or style.bar or title.colour
            galley.hang((typesetter.icon(node.icon, title, inner.x, size, colour, node.place),))
            inner = inner.inset(size + ICON_GAP * title.size_pt)
        if node.title:
            typesetter.text(blocks.pop(0), replace(title, keep_with_next=True), inner, galley)
        lay_out(typesetter, blocks, inner, galley)


def _box(typesetter: Typesetter, element: Element, node: Box, column: Column, galley: Galley) -> None:
    style = typesetter.box(node.style, node.place)
    with galley.whole(), galley.box(Frame(style, column.x, column.width)):
        lay_out(typesetter, element.elements(), _inside(style, column), galley)


def _inside(style: BoxStyle, column: Column) -> Column:
    # Text in a box that reaches the page edges stays in line with the text around it.
    left, right = (0.0, 0.0) if style.bleed else (style.padding_pt + style.bar_pt, style.padding_pt)
    return column.inset(left, right)._replace(colour=style.text or column.colour)


def _writing_space(
    typesetter: Typesetter, element: Element, node: WritingSpace, column: Column, galley: Galley
) -> None:
    style = typesetter.in_column("body", column, node.place)
    typesetter.text(element, replace(style, keep_with_next=True), column, galley)
    pen, height = typesetter.theme.palette["muted"], node.height_mm * MM
    if not node.lines:
        frame = Rectangle(column.x, 0.0, column.width, height, "", pen, WRITING_RULE, FRAME_RADIUS)
        galley.add(height, (frame,), node.place)
    for number in range(node.lines):
        if number in (1, node.lines - 1):
            galley.keep()
        apart = height or WRITING_LINE
        galley.add(apart, (Rule(column.x, apart, column.width, pen, WRITING_RULE),), node.place)
    galley.space(2 * style.after_pt)
