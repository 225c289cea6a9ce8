"""Definition lists: short terms at the left of what is said of them, longer ones above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lessonkit.appearance import Style
from lessonkit.document import Definition, DefinitionList, Paragraph
from lessonkit.reading import TERM
from lessonkit.render.pdf.galley import Galley
from lessonkit.render.pdf.lines import Word, line_width
from lessonkit.render.pdf.tags import Element
from lessonkit.render.pdf.typesetter import Column, Typesetter

INDENT, GAP = 1.2, 1.0
"""Of definitions below their terms, and between them side by side, as multiples of the type size."""

SHORT = 0.28
"""Terms no wider, as a share of the column, stand at the left of their definitions."""


def lay_out_definitions(
    typesetter: Typesetter, element: Element, node: DefinitionList, column: Column, galley: Galley
) -> None:
    """Set the terms in one line with the first lines of their definitions, if all are short, else above them."""
    style = typesetter.in_column(TERM, column, node.place)
    items = element.elements()
    terms = [typesetter.words(item.elements()[0], style, column) for item in items]
    beside = room_beside(node, terms, column)
    indent = beside + GAP * style.size_pt if beside else INDENT * style.size_pt
    for number, (item, term) in enumerate(zip(items, terms, strict=True)):
        if number:
            galley.space(style.before_pt)
        if number in (1, len(items) - 1) and number:
            galley.avoid()
        if beside and term:
            galley.hang(typesetter.line(term, style, column))
        else:
            _above(typesetter, item.elements()[0], style, column, galley)
        typesetter.lay_out(item.elements()[1].elements(), column.inset(indent), galley)
        galley.settle(typesetter.height(style))
    galley.space(typesetter.style("body", node.place).after_pt)


def room_beside(node: DefinitionList, terms: Sequence[Sequence[Word]], column: Column) -> float:
    """The width of the widest term, if all can stand at the left of their definitions, else 0."""
    widest = max((line_width(term) for term in terms), default=0.0)
    fits = widest <= SHORT * column.width and all(map(_begins_with_words, node.items))
    return widest if fits and not any(word.ends_line for term in terms for word in term) else 0.0


def _begins_with_words(definition: Definition) -> bool:
    """Only a line of words has a baseline that a term can stand on."""
    return bool(definition.blocks) and isinstance(definition.blocks[0], Paragraph) and not definition.blocks[0].icon


def _above(typesetter: Typesetter, term: Element, style: Style, column: Column, galley: Galley) -> None:
    typesetter.text(term, replace(style, keep_with_next=True), column, galley)
    # No term ends a page, nor with a single line below it.
    galley.keep(2)
