"""Tables: columns as wide as what they hold asks for, rows in bands, a head that is repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from itertools import accumulate

from lessonkit.document import Table
from lessonkit.problems import LessonkitError, Problem
from lessonkit.reading import words_in
from lessonkit.render.givenwidths import widened
from lessonkit.render.pdf.bands import BandSetter
from lessonkit.render.pdf.extents import table_extents
from lessonkit.render.pdf.galley import Galley, Head
from lessonkit.render.pdf.kept import kept_table
from lessonkit.render.pdf.numbers import Numbers, number_columns
from lessonkit.render.pdf.pieces import MM, Placed, Rectangle
from lessonkit.render.pdf.setting import place
from lessonkit.render.pdf.spots import Band, bands, joined, single_rows, spots
from lessonkit.render.pdf.tags import Element
from lessonkit.render.pdf.typesetter import Column, Typesetter
from lessonkit.render.pdf.widths import Extent, fitted

SHORT_TABLE = 4
"""Tables with no more rows stay on one page."""

HIGH_BAND = 0.6
"""Rows that cells span together are divided only where they fill more of a page than this."""


def lay_out_table(typesetter: Typesetter, element: Element, node: Table, column: Column, galley: Galley) -> None:
    """Set caption, head and rows of a table; caption and head stay with the first row."""
    rows = kept_table(typesetter, element, node, column, galley.around, _rows)
    space = typesetter.style("body", node.place).after_pt + typesetter.theme.table.padding_pt
    galley.space(space)
    with galley.whole() if len(node.body) <= SHORT_TABLE else nullcontext():
        for caption in element.elements()[:-2]:
            style = typesetter.in_column("caption", column, node.place)
            typesetter.text(caption, replace(style, keep_with_next=True), column, galley)
        galley.take(rows)
    galley.space(space)


def _rows(typesetter: Typesetter, element: Element, node: Table, column: Column, around: float) -> Galley:
    """Head and rows in a galley of their own; around: the height of what the boxes around them leave free."""
    head, body = element.elements()[-2:]
    numbers = number_columns(typesetter, element, node)
    widths = column_widths(typesetter, element, node, column, numbers)
    setter = BandSetter(typesetter, list(accumulate(widths, initial=column.x)), node.aligns, numbers)
    galley = Galley()
    _Rows(typesetter, node, column, setter).lay_out(head, body, around, galley)
    return galley


def column_widths(
    typesetter: Typesetter, element: Element, node: Table, column: Column, numbers: Numbers
) -> list[float]:
    """The widths of the columns: as given, or from what they hold. LessonkitError if that does not fit."""
    extents = table_extents(typesetter, element, node, numbers)
    if node.widths:
        given = [column.width * share / sum(node.widths) for share in node.widths]
        return widened(given, [extent.least for extent in extents])
    widths = fitted(extents, column.width)
    if widths is None:
        # Without its words, links to them would seem to lead nowhere.
        raise LessonkitError(*typesetter.problems, _too_wide(node, extents, column.width))
    return widths


def _too_wide(node: Table, extents: Sequence[Extent], width: float) -> Problem:
    """The table's excess, and the column that needs most."""
    excess = sum(extent.least for extent in extents) - width
    widest = max(range(len(extents)), key=lambda column: extents[column].least)
    needed = extents[widest].least / MM
    what = (
        f"The table is {max(excess / MM, 0.1):.1f} mm wider than its column: {_name(node, widest)} needs "
        f"{needed:.1f} mm of {width / MM:.1f} mm for its longest word."
    )
    return Problem(node.place, what, "Write shorter words there, or give the table fewer columns.")


def _name(node: Table, column: int) -> str:
    """A column by its header, or by its number."""
    at = 0
    for cell in node.head[-1].cells if node.head else ():
        words = words_in(cell.blocks)
        if at <= column < at + cell.columns and words and len(node.head) == 1:
            return f"its column “{words}”"
        at += cell.columns
    return f"its column {column + 1}"


class _Rows:
    """The rows of one table."""

    def __init__(self, typesetter: Typesetter, node: Table, column: Column, setter: BandSetter) -> None:
        self.typesetter = typesetter
        self.style = typesetter.theme.table
        self.node = node
        self.setter = setter
        # Cells have a ground of their own in a box whose text is light on dark.
        self.plain = typesetter.theme.palette["paper"] if column.colour else ""

    def lay_out(self, head: Element, body: Element, around: float, galley: Galley) -> None:
        repeated = self.head(head, galley)
        limit = self.typesetter.page_height - around - (repeated.height if repeated else 0.0)
        found = list(bands(spots(body, self.node.body)))
        for number, band in enumerate(found):
            if number and number == len(found) - 1:
                galley.avoid()
            # Rows that belong together are on one ground.
            ground = self.style.zebra if number % 2 and self.style.zebra else self.plain
            self.band(band, ground, limit, repeated, galley)

    def head(self, head: Element, galley: Galley) -> Head | None:
        """Set the head and keep it with the first row; gives what later pages repeat of it."""
        rows = spots(head, self.node.head)
        if not rows:
            return None
        part = self.setter.head(joined(rows, 0))
        strips = Galley()
        strips.merge(part.settings, part.height, head.place, part.pieces)
        setting = place(strips.strips)
        galley.merge([setting], setting.height, head.place)
        galley.keep()
        return Head(setting.height, tuple(setting.decoration()))

    def band(self, band: Band, ground: str, limit: float, repeated: Head | None, galley: Galley) -> None:
        if band.rows == 1:
            parts = self.setter.row(band, ground, limit)
        else:
            whole = self.setter.whole(band, ground)
            if whole.height > HIGH_BAND * limit:
                self.rows(band, ground, limit, repeated, galley)
                return
            parts = [whole]
        source = band.spots[0].element.parent
        assert source
        for number, part in enumerate(parts):
            if number:
                galley.avoid()
            head = self.continued(repeated, ground) if part.continues else repeated
            galley.merge(part.settings, part.height, source.place, part.pieces, head)

    def rows(self, band: Band, ground: str, limit: float, repeated: Head | None, galley: Galley) -> None:
        """A band that is divided between its rows."""
        for number, row in enumerate(single_rows(band)):
            if number:
                galley.avoid()
            self.band(row, ground, limit, repeated, galley)

    def continued(self, repeated: Head | None, ground: str) -> Head:
        """The repeated head with room below it, for a page that begins inside a row."""
        height = repeated.height if repeated else 0.0
        groups = repeated.groups if repeated else ()
        padding = self.style.padding_pt
        if ground:
            x, width = self.setter.left, self.setter.width
            groups = (*groups, Placed(0.0, height, (Rectangle(x, 0.0, width, padding, fill=ground),)))
        return Head(height + padding, groups)
