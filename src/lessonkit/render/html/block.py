"""Block nodes as HTML: one small function for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from markupsafe import Markup

from lessonkit.appearance import Theme
from lessonkit.document import (
    Block,
    Box,
    Callout,
    Columns,
    Contents,
    DefinitionList,
    Document,
    Figure,
    Float,
    Heading,
    Inlines,
    List,
    ListItem,
    MultiColumn,
    PageBreak,
    Panel,
    Paragraph,
    Section,
    Table,
    WritingSpace,
)
from lessonkit.drawing import Assets
from lessonkit.problems import Place
from lessonkit.reading import TERM, contents_entries, contents_style, heading_style, plain, walk, without_links
from lessonkit.render.html.inline import hidden, inline
from lessonkit.render.html.picture import icon, picture
from lessonkit.render.html.table import table
from lessonkit.render.html.tag import group, lines, number, tag


class Blocks:
    """Writes the blocks of one document."""

    def __init__(self, document: Document, theme: Theme, assets: Assets) -> None:
        self.document = document
        self.theme = theme
        self.assets = assets

    def blocks(self, nodes: Iterable[Block]) -> Markup:
        """The blocks one after the other, each on a line of its own."""
        return lines(self.block(node) for node in nodes)

    def block(self, node: Block) -> Markup:
        match node:
            case Heading():
                return self.heading(node)
            case Paragraph():
                return self.words("p", node.content, node.style, node.icon, node.place)
            case List():
                return self.list(node)
            case Table():
                return table(node, self.blocks)
            case Figure():
                return self.figure(node)
            case Callout():
                return self.callout(node)
            case Box():
                return self.box(node)
            case DefinitionList():
                return self.definitions(node)
            case MultiColumn():
                return group("div", [self.blocks(node.blocks)], style=f"columns:{node.count}")
            case Float():
                return group("div", [self.blocks(node.blocks), self.blocks(node.beside)], class_="float")
            case Section():
                return group("section", [self.blocks(node.blocks)])
            case Columns():
                return self.columns(node)
            case Panel():
                return self.panel(node)
            case Contents():
                return self.contents(node)
            case WritingSpace():
                return self.writing_space(node)
            case PageBreak():
                return tag("div", class_="page-break")
            case _:
                assert_never(node)

    def words(
        self, name: str, content: Inlines, style: str, icon_name: str | None, place: Place, id_: str | None = None
    ) -> Markup:
        """A heading or paragraph in a style of the theme, with its icon if it has one."""
        if not icon_name:
            return tag(name, inline(content), class_=style, id=id_)
        drawing = icon(icon_name, self.assets, place)
        return tag(name, drawing, tag("span", inline(content)), class_=f"{style} beside-icon", id=id_)

    def heading(self, node: Heading) -> Markup:
        return self.words(f"h{node.level}", node.content, heading_style(node), node.icon, node.place, node.id)

    def list(self, node: List) -> Markup:
        items = [self.item(item, node.kind == "check") for item in node.items]
        if node.kind == "number":
            return group("ol", items, start=node.start if node.start != 1 else None)
        if node.kind == "check":
            # Safari no longer calls a list a list when it has no markers of its own.
            return group("ul", items, class_="check-list", role="list")
        return group("ul", items)

    def item(self, node: ListItem, tick_box: bool) -> Markup:
        return tag("li", hidden("Tick box: ") if tick_box else "", self.blocks(node.blocks))

    def definitions(self, node: DefinitionList) -> Markup:
        parts = (
            [tag("dt", inline(item.term), class_=TERM), tag("dd", self.blocks(item.blocks))] for item in node.items
        )
        return group("dl", [part for pair in parts for part in pair])

    def figure(self, node: Figure) -> Markup:
        drawn = picture(node, self.assets, self.theme)
        if not node.caption:
            return tag("div", drawn, class_="figure")
        return group("figure", [drawn, tag("figcaption", inline(node.caption), class_="caption")], class_="figure")

    def callout(self, node: Callout) -> Markup:
        label = plain(node.title, "…") or None
        inside = self.blocks(node.blocks)
        if node.title:
            title = self.words("p", node.title, self.theme.boxes[node.kind].title_style, node.icon, node.place)
            inside = lines([title, inside])
        elif node.icon:
            drawing = icon(node.icon, self.assets, node.place)
            inside = tag("div", drawing, group("div", [inside]), class_="beside-icon")
        return group("aside", [inside], class_=f"box box-{node.kind}", role="note", aria_label=label)

    def box(self, node: Box) -> Markup:
        opens = any(isinstance(block, Heading) and block.level == 1 for block in node.blocks)
        bleeds = " bleed" if self.theme.boxes[node.style].bleed else ""
        return group("header" if opens else "div", [self.blocks(node.blocks)], class_=f"box box-{node.style}{bleeds}")

    def columns(self, node: Columns) -> Markup:
        shares = zip(node.columns, node.widths, strict=True)
        parts = [group("div", [self.blocks(c)], style=f"flex-grow:{number(share)}") for c, share in shares]
        return group("div", parts, class_="columns")

    def panel(self, node: Panel) -> Markup:
        headings = (block for block in walk(node.blocks) if isinstance(block, Heading))
        first = next(headings, None)
        labelled = first.id if first else None
        name = f"panel panel-{node.number}"
        inside = [self.blocks(node.blocks)]
        return group("section", inside, class_=name, id=f"panel-{node.number}", aria_labelledby=labelled)

    def contents(self, node: Contents) -> Markup:
        title = tag("p", inline(node.title), class_="contents-title")
        entries = _entries(contents_entries(self.document, node))
        return group("nav", [title, entries], class_="contents", aria_label=plain(node.title, "…") or None)

    def writing_space(self, node: WritingSpace) -> Markup:
        label = tag("p", inline(node.label), hidden(" (space to write)"), class_="body")
        return group("div", [label, *[tag("div", class_="line")] * node.lines], class_="writing-space")


def _entries(headings: Sequence[Heading]) -> Markup:
    """A list of links to these headings, in which deeper headings are lists within their item."""
    if not headings:
        return Markup("")
    entries: list[tuple[Heading, list[Heading]]] = []
    for heading in headings:
        if entries and heading.level > entries[0][0].level:
            entries[-1][1].append(heading)
        else:
            entries.append((heading, []))
    items = (tag("li", _entry(heading), _entries(below)) for heading, below in entries)
    return group("ul", items, role="list")


def _entry(heading: Heading) -> Markup:
    words = inline(without_links(heading.content))
    return tag("a", words, class_=contents_style(heading), href=f"#{heading.id}")
