"""How narrow and how wide blocks can be set: what columns are fitted to, from the widths of their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from lessonkit.document import (
    Box,
    Callout,
    Columns,
    DefinitionList,
    Figure,
    Float,
    Heading,
    List,
    MultiColumn,
    Paragraph,
    QRCode,
    Table,
    WritingSpace,
)
from lessonkit.reading import TERM, heading_style
from lessonkit.render.pdf.badge import Badge
from lessonkit.render.pdf.columns import GUTTER
from lessonkit.render.pdf.definitions import GAP as DEFINITION_GAP
from lessonkit.render.pdf.lines import Word, line_width
from lessonkit.render.pdf.lists import LABEL_GAP, label_room, labels_of
from lessonkit.render.pdf.memory import Memory
from lessonkit.render.pdf.numbers import Numbers, number_columns, room_after
from lessonkit.render.pdf.pieces import MM
from lessonkit.render.pdf.spans import language_of, spans_of
from lessonkit.render.pdf.spots import column_count, table_spots
from lessonkit.render.pdf.tags import Element
from lessonkit.render.pdf.typesetter import CALLOUT_ICON, ICON_GAP, ICON_SIZE, Column, Typesetter
from lessonkit.render.pdf.widths import Demand, Extent, column_extents, widest
from lessonkit.render.pdf.words import MOST_OF_A_LINE, NARROWEST_BLANK, look_of, words_from

ENDLESS = Column(0.0, 1e6)
"""A column in which nothing is divided or made narrower."""

SMALLEST_FIGURE = 0.5
"""How much smaller a figure may be drawn than its author says, to fit a cell."""


def extent_of(typesetter: Typesetter, elements: Iterable[Element], style: str = "") -> Extent:
    """What blocks below each other ask for; the style is that of words which have none of their own."""
    known = len(typesetter.problems)
    extent = _Measuring(typesetter, ENDLESS._replace(style=style)).below(elements)
    # What is wrong with the words is found again when they are set.
    del typesetter.problems[known:]
    return extent


def table_extents(typesetter: Typesetter, element: Element, node: Table, numbers: Numbers) -> list[Extent]:
    """What each column of a table asks for, with the paddings of its cells."""
    padding = typesetter.theme.table.padding_pt
    demands = [
        Demand(spot.column, spot.columns, extent_of(typesetter, spot.element.elements(), spot.style))
        for row in table_spots(element, node)
        for spot in row
        if id(spot.element) not in numbers.before
    ]
    demands += [Demand(column, 1, Extent(width, width)) for column, width in numbers.widths()]
    around = [2 * padding + room_after(node.aligns, column, padding) for column in range(column_count(node))]
    return column_extents(len(around), [demand.beside(around[demand.first + demand.count - 1]) for demand in demands])


class _Measuring:
    """Measures blocks in a column of one style."""

    def __init__(self, typesetter: Typesetter, column: Column) -> None:
        self.typesetter = typesetter
        self.column = column

    def below(self, elements: Iterable[Element]) -> Extent:
        return widest(self.block(element) for element in elements)

    def block(self, element: Element) -> Extent:
        match element.node:
            case Heading() | Paragraph() as node:
                return self.line(element, node)
            case List() as node:
                items = [self.below(item.elements()[1].elements()) for item in element.elements()]
                return widest(items).beside(self.indent(element, node))
            case Figure() as node:
                return self.figure(element, node)
            case Callout() | Box() as node:
                return self.below(element.elements()).beside(self.around(node))
            case Columns() as node:
                return self.columns(element, node)
            case MultiColumn() as node:
                inner = self.below(element.elements())
                return Extent(inner.least * node.count, inner.natural * node.count).beside(GUTTER * (node.count - 1))
            case Float():
                inner = self.below(element.elements())
                return Extent(2 * inner.least, 2 * inner.natural).beside(GUTTER)
            case Table() as node:
                return self.table(element, node)
            case WritingSpace():
                return self.words(element, "body")
            case DefinitionList():
                return self.definitions(element)
            case _ if element.tag == "CalloutTitle":
                return self.words(element, "callout-title")
            case _:
                return self.below(element.elements())

    def line(self, element: Element, node: Heading | Paragraph) -> Extent:
        """A heading or paragraph with what stands before it."""
        name = heading_style(node) if isinstance(node, Heading) else node.style
        style = self.typesetter.in_column(name, self.column, node.place)
        before = (ICON_SIZE + ICON_GAP) * style.size_pt if node.icon else 0.0
        if isinstance(node, Heading) and node.badge:
            before += Badge(node.badge, style, "").width(self.typesetter, node.place) + ICON_GAP * style.size_pt
        return self.words(element, name).beside(before)

    def words(self, element: Element, name: str) -> Extent:
        """The longest word, and the longest line that the author ends; worked out once for the same words."""
        style = self.typesetter.in_column(name, self.column, element.place)
        fonts = self.typesetter.fonts
        spans, _ = spans_of(element, look_of(style), fonts.theme, "coloured", language_of(element))
        key = (fonts.faces, tuple(spans))
        extent = _kept.get(key)
        if extent is None:
            words = words_from(spans, range(len(spans)), fonts, self.column.width, False, element.place)
            extent = _kept.keep(key, _of_words(words))
        return extent

    def indent(self, element: Element, node: List) -> float:
        labels = labels_of(self.typesetter, element, node, self.column)
        size = self.typesetter.in_column(node.style, self.column, node.place).size_pt
        return label_room(self.typesetter, labels) + LABEL_GAP * size

    def figure(self, element: Element, node: Figure) -> Extent:
        width = node.width_mm * MM
        picture = Extent(width if isinstance(node.source, QRCode) else SMALLEST_FIGURE * width, width)
        return widest([picture, self.words(element.elements()[-1], "caption")]) if node.caption else picture

    def around(self, node: Callout | Box) -> float:
        """What a box and its icon take away from what is inside."""
        style = self.typesetter.box(node.kind if isinstance(node, Callout) else node.style, node.place)
        around = 0.0 if style.bleed else 2 * style.padding_pt + style.bar_pt
        if isinstance(node, Callout) and node.icon:
            around += (CALLOUT_ICON + ICON_GAP) * self.typesetter.style(style.title_style, node.place).size_pt
        return around

    def columns(self, element: Element, node: Columns) -> Extent:
        """Columns whose shares are given: all are as wide as the one that needs most for its share."""
        groups = [self.below(group.elements()) for group in element.elements()]
        shares = [share / sum(node.widths) for share in node.widths]
        asked = widest(_for_share(own, share) for own, share in zip(groups, shares, strict=True))
        return asked.beside(GUTTER * (len(groups) - 1))

    def table(self, element: Element, node: Table) -> Extent:
        asked = table_extents(self.typesetter, element, node, number_columns(self.typesetter, element, node))
        if not node.widths:
            return Extent(sum(own.least for own in asked), sum(own.natural for own in asked))
        shares = [share / sum(node.widths) for share in node.widths]
        return widest(_for_share(own, share) for own, share in zip(asked, shares, strict=True))

    def definitions(self, element: Element) -> Extent:
        """Terms beside what is said of them, or above it."""
        terms = widest(self.words(item.elements()[0], TERM) for item in element.elements())
        said = widest(self.below(item.elements()[1].elements()) for item in element.elements())
        natural = terms.natural + DEFINITION_GAP * self.typesetter.style(TERM, element.place).size_pt + said.natural
        return Extent(max(terms.least, said.least + natural - terms.natural - said.natural), natural)


_kept: Memory[Extent] = Memory(most=20_000)


def _of_words(words: Sequence[Word]) -> Extent:
    ends = [number for number, word in enumerate(words, 1) if word.ends_line or number == len(words)]
    lines = [words[first:end] for first, end in pairwise([0, *ends])]
    return Extent(max(map(_least, words), default=0.0), max(map(line_width, lines), default=0.0))


def _for_share(extent: Extent, share: float) -> Extent:
    """How wide the whole must be for one part of it to have what it asks for."""
    return Extent(extent.least / share, extent.natural / share)


def _least(word: Word) -> float:
    """The width below which a word cannot be set: blanks become narrower."""
    width = sum(chunk.width if chunk.text else min(chunk.width, NARROWEST_BLANK) for chunk in word.chunks)
    least = width + word.lead + (word.hyphen.width if word.hyphen else 0.0)
    # A telephone number stays whole only where it does not fill its line.
    return least / MOST_OF_A_LINE if any(" " in chunk.text for chunk in word.chunks) else least
