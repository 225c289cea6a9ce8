"""Setting the rows of a table: what stands in the cells, how high rows are, the grounds and rules around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, zip_longest

from lessonkit.dataclass import dataclass
from lessonkit.document import Align
from lessonkit.render.pdf.breaks import cut
from lessonkit.render.pdf.galley import Galley
from lessonkit.render.pdf.numbers import Numbers, room_after
from lessonkit.render.pdf.pieces import Anchor, Piece, Placed, Rectangle, Rule
from lessonkit.render.pdf.setting import Setting, place
from lessonkit.render.pdf.slices import Content, content_of, slices
from lessonkit.render.pdf.spots import Band, Spot
from lessonkit.render.pdf.typesetter import Column, Typesetter

FIRST_PART = 0.7
"""How much of a page the first part of a divided row may fill: a heading and a caption stand above it."""

HIGH_ROW = 0.25
"""Rows that fill no more of a page than this are not divided."""

SEAM = 0.3
"""By how much the grounds of a divided row overlap, in points, so that no light line shows between them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A band, or what one strip holds of it."""

    height: float
    pieces: tuple[Piece, ...]
    settings: Sequence[Setting]
    continues: bool = False
    """It begins inside a row."""


class BandSetter:
    """Sets the bands of one table."""

    def __init__(
        self, typesetter: Typesetter, edges: Sequence[float], aligns: Sequence[Align], numbers: Numbers
    ) -> None:
        self.typesetter = typesetter
        self.style = typesetter.theme.table
        self.edges = edges
        """The left edges of the columns, and the right edge of the last one."""
        self.aligns: Sequence[Align] = aligns or ["left"] * (len(edges) - 1)
        self.numbers = numbers
        self.left, self.width = edges[0], edges[-1] - edges[0]

    def head(self, band: Band) -> Part:
        """The rows of a head: what stands in them ends in line at the bottom, rules between the rows."""
        contents = [self.content(spot) for spot in band.spots]
        tops = self.tops(band, contents)
        bottoms = band.rows > 1
        settings = [
            self.lowered(spot, content, tops, at_bottom=bottoms)
            for spot, content in zip(band.spots, contents, strict=True)
        ]
        ground = Rectangle(self.left, 0.0, self.width, tops[-1], fill=self.style.head_background)
        return Part(tops[-1], (ground, *self.head_rules(band, tops)), settings)

    def whole(self, band: Band, ground: str) -> Part:
        """A band in one strip."""
        contents = [self.content(spot) for spot in band.spots]
        tops = self.tops(band, contents)
        settings = [self.lowered(spot, content, tops) for spot, content in zip(band.spots, contents, strict=True)]
        pieces = (*self.ground(tops[-1], ground), *self.rules(band, tops), *self.uprights(band, tops))
        return Part(tops[-1], pieces, settings)

    def row(self, band: Band, ground: str, limit: float) -> list[Part]:
        """A single row as one strip; a high one as several, so that a page may end inside it."""
        contents = [self.content(spot) for spot in band.spots]
        padding = self.style.padding_pt
        inside = max((content.height for content in contents), default=0.0)
        if inside > HIGH_ROW * limit:
            parts = list(self.sliced(contents, inside, ground))
            if len(parts) > 1 and all(part.height <= limit - padding for part in parts):
                return parts
        room = limit - 2 * padding
        cells = [
            [content.strips] if inside <= room else cut(content.strips, room, False, FIRST_PART * room)
            for content in contents
        ]
        return [self.strip([place(strips) for strips in part], ground) for part in zip_longest(*cells, fillvalue=())]

    def content(self, spot: Spot) -> Content:
        """What a cell holds, set in its columns."""
        padding = self.style.padding_pt
        left, right = self.edges[spot.column] + padding, self.edges[spot.end] - padding
        right -= room_after(self.aligns, spot.end - 1, padding)
        galley = Galley()
        self.typesetter.lay_out(spot.element.elements(), self.aligned(spot, left, right - left), galley)
        return content_of(galley.strips)

    def aligned(self, spot: Spot, left: float, width: float) -> Column:
        """The column that the words of a cell are set in."""
        align = self.aligns[spot.column]
        column = Column(left, width, spot.style)
        if spot.columns > 1:
            return column._replace(align="centre") if spot.style == "table-head" else column
        if id(spot.element) in self.numbers.before:
            return self.numbers.aligned(spot, column) or column._replace(align="right")
        if align == "left":
            return column
        return column._replace(align="right" if align == "number" else align)

    def tops(self, band: Band, contents: Sequence[Content]) -> list[float]:
        """Where each row of a band begins, and where the last one ends."""
        heights = [0.0] * band.rows
        for spot, content in sorted(zip(band.spots, contents, strict=True), key=lambda pair: pair[0].rows):
            covered = sum(heights[spot.row : spot.last_row + 1])
            heights[spot.last_row] += max(0.0, content.height + 2 * self.style.padding_pt - covered)
        return list(accumulate(heights, initial=0.0))

    def lowered(self, spot: Spot, content: Content, tops: Sequence[float], at_bottom: bool = False) -> Setting:
        """What a cell holds at its place in the band."""
        padding = self.style.padding_pt
        y = tops[spot.last_row + 1] - padding - content.height if at_bottom else tops[spot.row] + padding
        return lowered(place(content.strips), y)

    def sliced(self, contents: Sequence[Content], inside: float, ground: str) -> Iterator[Part]:
        """A row in slices that a page may end between."""
        found = slices(contents)
        padding = self.style.padding_pt
        for number, piece in enumerate(found):
            is_first, is_last = not number, number == len(found) - 1
            above = padding if is_first else 0.0
            bottom = inside + padding if is_last else found[number + 1].top
            height = bottom - piece.top + above
            settings = [
                lowered(place(content.strips[first:end]), above + (content.top(first) - piece.top if first else 0.0))
                for content, first, end in zip(contents, piece.firsts, piece.ends, strict=True)
                if end > first
            ]
            pieces = list(self.ground(height, ground, 0.0 if is_first else SEAM))
            pieces += [self.rule(height, 0, len(self.edges) - 1)] if is_last else []
            yield Part(height, tuple(pieces), settings, not is_first)

    def strip(self, settings: Sequence[Setting], ground: str) -> Part:
        """Some of a row with paddings and a rule of its own."""
        padding = self.style.padding_pt
        height = max((setting.height for setting in settings), default=0.0) + 2 * padding
        pieces = (*self.ground(height, ground), self.rule(height, 0, len(self.edges) - 1))
        return Part(height, pieces, [lowered(setting, padding) for setting in settings])

    # ----------------------------------------------------------------------------------------- grounds and rules

    def ground(self, height: float, colour: str, seam: float = 0.0) -> Iterator[Piece]:
        if colour:
            yield Rectangle(self.left, -seam, self.width, height + seam, fill=colour)

    def rule(self, bottom: float, first: int, end: int, inset: float = 0.0) -> Rule:
        """A rule below the columns from the first to the one before the end."""
        x, thickness = self.edges[first] + inset, self.style.rule_pt
        width = self.edges[end] - inset - x
        return Rule(x, bottom - thickness / 2, width, self.style.rule, thickness)

    def rules(self, band: Band, tops: Sequence[float]) -> Iterator[Rule]:
        """The rules below the rows of a band, but for where a cell goes on."""
        for row in range(band.rows - 1):
            columns = sorted((spot.column, spot.end) for spot in band.spots if spot.last_row == row)
            for first, end in _connected(columns):
                yield self.rule(tops[row + 1], first, end)
        yield self.rule(tops[-1], 0, len(self.edges) - 1)

    def head_rules(self, band: Band, tops: Sequence[float]) -> Iterator[Rule]:
        """The rules below the cells of a head that have others below them."""
        padding = self.style.padding_pt
        for spot in band.spots:
            if spot.last_row < band.rows - 1:
                yield self.rule(tops[spot.last_row + 1], spot.column, spot.end, padding)

    def uprights(self, band: Band, tops: Sequence[float]) -> Iterator[Rectangle]:
        """The upright rules at the sides of cells that span rows: they show which rows belong to them."""
        thickness = self.style.rule_pt
        found = {
            (edge, spot.row, spot.last_row)
            for spot in band.spots
            if spot.rows > 1
            for edge in (spot.column, spot.end)
            if 0 < edge < len(self.edges) - 1
        }
        for edge, first, last in sorted(found):
            x, top = self.edges[edge] - thickness / 2, tops[first]
            yield Rectangle(x, top, thickness, tops[last + 1] - top, fill=self.style.rule)


def _connected(columns: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches of columns, those that touch as one."""
    first, reached = -1, -1
    for start, end in columns:
        if start != reached:
            if reached > first:
                yield first, reached
            first = start
        reached = end
    if reached > first:
        yield first, reached


def lowered(setting: Setting, y: float) -> Setting:
    """The same setting, further down."""
    return replace(
        setting,
        height=setting.height + y,
        placed=tuple(Placed(group.x, group.y + y, group.pieces) for group in setting.placed),
        anchors=tuple(Anchor(anchor.id, anchor.x, anchor.y + y) for anchor in setting.anchors),
    )
