"""Definition lists: each term on a line of its own, what is said of it indented below."""

from __future__ import annotations

from lessonkit.document import DefinitionList
from lessonkit.reading import TERM
from lessonkit.render.pdf.galley import Galley
from lessonkit.render.pdf.tags import Element
from lessonkit.render.pdf.typesetter import Column, Typesetter

INDENT = 14.0
"""Of the definitions, in points."""


def lay_out_definitions(
    typesetter: Typesetter, element: Element, node: DefinitionList, column: Column, galley: Galley
) -> None:
    """Set the terms and their definitions below each other."""
    for definition, item in zip(node.items, element.elements(), strict=True):
        term, body = item.elements()
        typesetter.text(term, typesetter.in_column(TERM, column, definition.place), column, galley)
        typesetter.lay_out(body.elements(), column.inset(INDENT), galley)
