"""Lists: labels hung in the indent of their items."""

from __future__ import annotations

from collections.abc import Iterable

from lessonkit.document import List
from lessonkit.render.pdf.galley import Galley
from lessonkit.render.pdf.labels import Label
from lessonkit.render.pdf.tags import Element
from lessonkit.render.pdf.typesetter import Column, Typesetter

LABEL_GAP = 0.55
"""Between label and text, as a multiple of the type size."""


def lay_out_list(typesetter: Typesetter, element: Element, node: List, column: Column, galley: Galley) -> None:
    """Set the items of a list below each other, their labels in line."""
    style = typesetter.in_column(node.style, column, node.place)
    labels = labels_of(typesetter, element, node, column)
    room = label_room(typesetter, labels)
    inner = column._replace(style=style.name).inset(room + LABEL_GAP * style.size_pt)
    for number, (label, item) in enumerate(zip(labels, element.elements(), strict=True)):
        if number in (1, len(labels) - 1) and number:
            # Two items at least stand together at the start and end of a list.
            galley.avoid()
        galley.hang(tuple(label.pieces(typesetter, column.x, room)))
        typesetter.lay_out(item.elements()[1].elements(), inner, galley)
        galley.settle(typesetter.height(style))
    if not _in_item(element):
        # The last item is followed by what follows a paragraph, not by the smaller space between items.
        galley.space(typesetter.style("body", node.place).after_pt)


def labels_of(typesetter: Typesetter, element: Element, node: List, column: Column) -> list[Label]:
    """The labels of the items of a list."""
    style = typesetter.in_column(node.style, column, node.place)
    kind = "check" if node.kind == "check" else element.attributes["ListNumbering"]
    colour = column.colour or typesetter.theme.palette["accent"]
    leaves = (next(item.elements()[0].leaves()) for item in element.elements())
    return [Label(leaf, kind, style, colour) for leaf in leaves]


def label_room(typesetter: Typesetter, labels: Iterable[Label]) -> float:
    """The width of the widest label."""
    return max((label.width(typesetter) for label in labels), default=0.0)


def _in_item(element: Element) -> bool:
    return element.parent is not None and element.parent.tag == "LBody"
