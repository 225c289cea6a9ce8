"""Tables: rows as strips that are not divided, with a head that is repeated on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from itertools import accumulate, zip_longest

from lessonkit.document import Table
from lessonkit.reading import grid
from lessonkit.render.pdf.breaks import cut
from lessonkit.render.pdf.galley import Galley, Head, Strip
from lessonkit.render.pdf.pieces import Piece, Rectangle, Rule
from lessonkit.render.pdf.setting import Setting, place
from lessonkit.render.pdf.tags import Element
from lessonkit.render.pdf.typesetter import Column, Typesetter

SHORT_TABLE = 4
"""Tables with no more rows stay on one page."""

FIRST_PART = 0.7
"""How much of a page the first part of a divided row may fill: a heading and a caption stand above it."""


def lay_out_table(typesetter: Typesetter, element: Element, node: Table, column: Column, galley: Galley) -> None:
    """Set caption, head and rows of a table; caption and head stay with the first row."""
    *captions, head, body = element.elements()
    space = typesetter.style("body", node.place).after_pt + typesetter.theme.table.padding_pt
    galley.space(space)
    with galley.whole() if len(node.body) <= SHORT_TABLE else nullcontext():
        for caption in captions:
            style = typesetter.in_column("caption", column, node.place)
            typesetter.text(caption, replace(style, keep_with_next=True), column, galley)
        _Rows(typesetter, node, column).lay_out(head, body, galley)
    galley.space(space)


class _Rows:
    """The rows of one table."""

    def __init__(self, typesetter: Typesetter, node: Table, column: Column) -> None:
        self.typesetter = typesetter
        self.style = typesetter.theme.table
        self.column = column
        shares = node.widths or (1.0,) * max(at + cell.columns for row in grid(node.body) for at, cell in row)
        self.widths = [column.width * share / sum(shares) for share in shares]
        self.lefts = [column.x + left for left in accumulate(self.widths[:-1], initial=0.0)]
        # Cells have a ground of their own in a box whose text is light on dark.
        self.plain = typesetter.theme.palette["paper"] if column.colour else ""

    def lay_out(self, head: Element, body: Element, galley: Galley) -> None:
        repeated = self.head(head, galley)
        limit = self.typesetter.page_height - galley.around - (repeated.height if repeated else 0.0)
        rows = body.elements()
        for number, row in enumerate(rows):
            if number and number == len(rows) - 1:
                galley.avoid()
            ground = self.style.zebra if number % 2 and self.style.zebra else self.plain
            for height, pieces, cells in self.row(row, ground, limit):
                galley.merge(cells, height, row.place, pieces, repeated, self.style.padding_pt)

    def head(self, head: Element, galley: Galley) -> Head | None:
        """Set the head and keep it with the first row; gives what later pages repeat of it."""
        strips = Galley()
        for row in head.elements():
            for height, pieces, cells in self.row(row, self.style.head_background, self.typesetter.page_height):
                strips.merge(cells, height, row.place, pieces, y=self.style.padding_pt)
        if not strips.strips:
            return None
        setting = place(strips.strips)
        galley.merge([setting], setting.height, head.place)
        galley.keep()
        return Head(setting.height, tuple(setting.decoration()))

    def row(self, row: Element, ground: str, limit: float) -> Iterator[tuple[float, tuple[Piece, ...], list[Setting]]]:
        """A row as one strip, or as several if it is higher than a page."""
        padding = self.style.padding_pt
        cells = [
            self.cell(cell, Column(left + padding, width - 2 * padding, _style(cell)))
            for cell, left, width in zip(row.elements(), self.lefts, self.widths, strict=True)
        ]
        room = limit - 2 * padding
        whole = all(place(strips).height <= room for strips in cells)
        parts = [[strips] if whole else cut(strips, room, False, FIRST_PART * room) for strips in cells]
        for part in zip_longest(*parts, fillvalue=()):
            yield self.strip(part, ground)

    def cell(self, cell: Element, column: Column) -> Sequence[Strip]:
        galley = Galley()
        self.typesetter.lay_out(cell.elements(), column, galley)
        return galley.strips

    def strip(self, cells: Sequence[Sequence[Strip]], ground: str) -> tuple[float, tuple[Piece, ...], list[Setting]]:
        settings = [place(strips) for strips in cells]
        padding = self.style.padding_pt
        height = max(setting.height for setting in settings) + 2 * padding
        pieces: list[Piece] = []
        if ground:
            pieces.append(Rectangle(self.column.x, 0.0, self.column.width, height, fill=ground))
        rule = self.style.rule_pt
        pieces.append(Rule(self.column.x, height - rule / 2, self.column.width, self.style.rule, rule))
        return height, tuple(pieces), settings


def _style(cell: Element) -> str:
    """The paragraph style of a cell."""
    return {"Column": "table-head", "Row": "table-row-head"}.get(cell.attributes.get("Scope", ""), "table-cell")
