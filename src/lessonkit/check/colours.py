"""Which colours meet in a document: every style on every ground it is printed on, and how well the two contrast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from lessonkit.appearance import Style, Theme, contrast, lightness_apart, passing
from lessonkit.dataclass import dataclass
from lessonkit.document import (
    Block,
    Box,
    Callout,
    Cell,
    Contents,
    Document,
    Field,
    Figure,
    Heading,
    Inlines,
    Link,
    List,
    Panel,
    Paragraph,
    Table,
    WritingSpace,
)
from lessonkit.problems import Place
from lessonkit.reading import children, contents_entries, contents_style, heading_style, walk_inline


class Pair(NamedTuple):
    """Words in one style on one ground."""

    style: str
    colour: str
    large: bool
    """At least 18 pt, or 14 pt and bold: WCAG's large text."""
    ground: str
    """What the words stand on, in words: `the page`, `the box cover`."""
    background: str
    place: Place

    @property
    def least(self) -> float:
        """The contrast that such words need."""
        return 3.0 if self.large else 4.5

    @property
    def ratio(self) -> float:
        """The contrast that they have."""
        return contrast(self.colour, self.background)

    @property
    def way_out(self) -> str:
        """What to do where that is too little, in a sentence."""
        words, ground = (
            passing(self.colour, self.background, self.least),
            passing(self.background, self.colour, self.least),
        )
        ways = [(self.colour, words, "words"), (self.background, ground, "ground")]
        found = min((way for way in ways if way[1]), key=lambda way: lightness_apart(*way[:2]), default=None)
        if found is None:
            return "No shade of either colour passes: choose others in the theme."
        return f"The nearest colour for the {found[2]} that passes is {found[1]}: change it in the theme."


@dataclass(frozen=True, slots=True)
class Ground:
    """What words stand on, and the colour it gives them, if it does."""

    name: str
    background: str
    text: str = ""


def pairs(document: Document, theme: Theme) -> Iterator[Pair]:
    """Every style on its ground, in reading order; the same pair comes back each time it is used."""
    colours = _Colours(document, theme)
    yield from colours.blocks(document.blocks, Ground("the page", theme.palette["paper"]))


@dataclass(frozen=True, slots=True)
class _Colours:
    document: Document
    theme: Theme

    def blocks(self, blocks: Iterable[Block], ground: Ground) -> Iterator[Pair]:
        for block in blocks:
            match block:
                case Table():
                    yield from self.table(block, ground)
                case Callout() | Box() | Panel():
                    inside = self.inside(block, ground)
                    yield from self.own(block, inside)
                    yield from self.blocks(block.blocks, inside)
                case _:
                    yield from self.own(block, ground)
                    yield from self.blocks(children(block), ground)

    def inside(self, block: Callout | Box | Panel, ground: Ground) -> Ground:
        """The ground that this block lays under what it holds."""
        if isinstance(block, Panel):
            frames = [frame for frame in self.document.page.panels if frame.number == block.number and frame.background]
            return Ground(f"panel {block.number}", self.theme.palette[frames[0].background]) if frames else ground
        name = block.kind if isinstance(block, Callout) else block.style
        box = self.theme.boxes[name]
        return Ground(f"the box {name}", box.background or ground.background, box.text or ground.text)

    def own(self, block: Block, ground: Ground) -> Iterator[Pair]:
        """The words that a block holds itself."""
        match block:
            case Heading():
                yield from self.words(heading_style(block), block.content, ground, block.place)
            case Paragraph():
                yield from self.words(block.style, block.content, ground, block.place)
            case Callout() if block.title:
                title_style = self.theme.boxes[block.kind].title_style
                yield from self.words(title_style, block.title, ground, block.place)
            case Figure() if block.caption:
                yield from self.words("caption", block.caption, ground, block.place)
            case WritingSpace():
                yield from self.words("body", block.label, ground, block.place)
            case List():
                yield self.pair(self.theme.styles[block.style], ground, block.place)
            case Contents():
                yield from self.contents(block, ground)

    def contents(self, block: Contents, ground: Ground) -> Iterator[Pair]:
        yield from self.words("contents-title", block.title, ground, block.place)
        for style in sorted({contents_style(heading) for heading in contents_entries(self.document, block)}):
            yield self.pair(self.theme.styles[style], ground, block.place)

    def table(self, table: Table, ground: Ground) -> Iterator[Pair]:
        """Head cells on their own ground; body cells on the ground around the table and on a striped row's."""
        look = self.theme.table
        yield from self.words("caption", table.caption, ground, table.place)
        for row in table.head:
            yield from self.cells(row.cells, Ground("a table's head", look.head_background))
        striped = (Ground("a table's striped row", look.zebra),) if look.zebra else ()
        for row in table.body:
            for under in (ground, *striped):
                yield from self.cells(row.cells, under)

    def cells(self, cells: Iterable[Cell], ground: Ground) -> Iterator[Pair]:
        for cell in cells:
            yield from self.blocks(cell.blocks, ground)

    def words(self, style: str, content: Inlines, ground: Ground, place: Place) -> Iterator[Pair]:
        """The paragraph's style, and the link style where there is a link in it."""
        paragraph = self.theme.styles[style]
        yield self.pair(paragraph, ground, place)
        for node in walk_inline(content):
            if isinstance(node, Link):
                link = replace(self.theme.styles["link"], size_pt=paragraph.size_pt, font=paragraph.font)
                yield self.pair(link, ground, node.place)
            if isinstance(node, Field) and node.value is None:
                yield self.pair(paragraph, replace(ground, name="a blank", background=self.blank(ground)), place)

    def blank(self, ground: Ground) -> str:
        """The ground of a blank to write in; a box with its own text colour keeps its own ground."""
        return ground.background if ground.text else self.theme.palette.get("field", ground.background)

    def pair(self, style: Style, ground: Ground, place: Place) -> Pair:
        large = style.size_pt >= 18 or (style.size_pt >= 14 and style.font == "bold")
        return Pair(style.name, ground.text or style.colour, large, ground.name, ground.background, place)
