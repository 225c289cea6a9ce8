"""List labels: numbers that end in line, bullets that differ by level, tick boxes with or without a tick."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.appearance import Style
from lessonkit.dataclass import dataclass
from lessonkit.drawing import Drawing, Shape
from lessonkit.drawing.shapes import CURRENT_COLOUR
from lessonkit.render.pdf.pieces import Picture, Piece, Rectangle, Run
from lessonkit.render.pdf.tags import Leaf
from lessonkit.render.pdf.typesetter import Typesetter
from lessonkit.render.pdf.words import look_of

TICK_BOX, TICK_BOX_RULE, TICK_BOX_DEPTH = 0.95, 1.1, 0.12
"""The size of a tick box and how far it reaches below the baseline, by type size; its line in points."""

TICK = Drawing(10, 10, (Shape((("M", 2.3, 5.2), ("L", 4.3, 7.3), ("L", 7.8, 2.9)), None, CURRENT_COLOUR, 1.5),))
"""Fills its box."""

BULLET, BULLET_RULE, BULLET_MIDDLE = 0.31, 0.075, 0.36
"""The size of a drawn bullet, its line, and how high above the baseline its middle is, by type size."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label as it will be set."""

    leaf: Leaf
    kind: str
    """`check`, or the ListNumbering of its list."""
    style: Style
    colour: str

    def width(self, typesetter: Typesetter) -> float:
        """The room that it takes."""
        if self.leaf.text:
            return typesetter.fonts.width(self.leaf.text, look_of(self.style), self.leaf.parent.place)
        return (TICK_BOX if self.kind == "check" else BULLET) * self.style.size_pt

    def pieces(self, typesetter: Typesetter, x: float, room: float) -> Iterator[Piece]:
        """The label at the top of a strip; what counts ends in line, at the right of its room."""
        baseline, width = typesetter.baseline(self.style), self.width(typesetter)
        if self.leaf.text:
            look = look_of(self.style, self.colour)
            yield Run(x + room - width, baseline, self.leaf.text, look, width, self.leaf.number, look.written())
        elif self.kind == "check":
            yield from self.tick_box(x, baseline, typesetter.theme.palette["paper"])
        else:
            yield self.bullet(x, baseline)

    def tick_box(self, x: float, baseline: float, ground: str) -> Iterator[Piece]:
        size, inset = TICK_BOX * self.style.size_pt, TICK_BOX_RULE / 2
        top, inner = baseline + TICK_BOX_DEPTH * self.style.size_pt - size, size - TICK_BOX_RULE
        yield Rectangle(
            x + inset,
            top + inset,
            inner,
            inner,
            fill=ground,
            stroke=self.colour,
            stroke_width=TICK_BOX_RULE,
            radius=1.5,
            leaf=self.leaf.number,
        )
        item = self.leaf.parent.parent
        if item is not None and item.node.checked:
            yield Picture(x, top, size, size, TICK, self.colour, self.leaf.number)

    def bullet(self, x: float, baseline: float) -> Piece:
        """A ring, or a small square."""
        size, rule = BULLET * self.style.size_pt, BULLET_RULE * self.style.size_pt
        top = baseline - BULLET_MIDDLE * self.style.size_pt - size / 2
        if self.kind == "Square":
            return Rectangle(x, top, size, size, fill=self.colour, leaf=self.leaf.number)
        inner = size - rule
        return Rectangle(
            x + rule / 2,
            top + rule / 2,
            inner,
            inner,
            stroke=self.colour,
            stroke_width=rule,
            radius=inner / 2,
            leaf=self.leaf.number,
        )
