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
from lessonkit.reading import contents_entries, contents_style, heading_style, plain, walk, without_links
from lessonkit.render.html.inline import Words, hidden
from lessonkit.render.html.lists import definitions, listed
from lessonkit.render.html.picture import icon, picture
from lessonkit.render.html.table import table
from lessonkit.render.html.tag import group, lines, number, tag


class Blocks:
    """Writes the blocks of one document."""

    def __init__(self, document: Document, theme: Theme, assets: Assets) -> None:
        self.document = document
        self.theme = theme
        self.assets = assets
        self.words = Words(assets, document.words)
        self.inline = self.words.inline
        self.tables = 0

    def blocks(self, nodes: Iterable[Block]) -> Markup:
        """The blocks one after the other, each on a line of its own."""
        return lines(self.block(node) for node in nodes)

    def block(self, node: Block) -> Markup:
        match node:
            case Heading():
                return self.heading(node)
            case Paragraph():
                return self.styled("p", node.content, node.style, node.icon, node.place)
            case List():
                return listed(node, self.blocks, self.document.words)
            case Table():
                self.tables += 1
                return table(node, self.tables, self.blocks, self.inline, self.document.words["table"])
            case Figure():
                return self.figure(node)
            case Callout():
                return self.callout(node)
            case Box():
                return self.box(node)
            case DefinitionList():
                return definitions(node, self.blocks, self.inline)
            case MultiColumn():
                return group(
                    "div", [self.blocks(node.blocks)], class_="multi-column", style=f"column-count:{node.count}"
                )
            case Float():
                return self.float(node)
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

    def styled(
        self, name: str, content: Inlines, style: str, icon_name: str | None, place: Place, id_: str | None = None
    ) -> Markup:
        """A heading or paragraph in a style of the theme, with its icon if it has one."""
        return self.beside(name, content, style, [icon(icon_name, self.assets, place)] if icon_name else [], id_)

    def beside(self, name: str, content: Inlines, style: str, signs: list[Markup], id_: str | None) -> Markup:
        """Words beside decorative signs, which are on their first line."""
        if not signs:
            return tag(name, self.inline(content), class_=style, id=id_)
        return tag(name, *signs, tag("span", self.inline(content)), class_=f"{style} beside-icon", id=id_)

    def heading(self, node: Heading) -> Markup:
        # The letter of a badge comes from the style sheet, so that it is no word of the page.
        badge = [tag("span", class_="badge", data_badge=node.badge, aria_hidden="true")] if node.badge else []
        drawing = [icon(node.icon, self.assets, node.place)] if node.icon else []
        return self.beside(f"h{node.level}", node.content, heading_style(node), badge + drawing, node.id)

    def float(self, node: Float) -> Markup:
        share = f"width:{number(100 * node.share)}%"
        side = group("div", [self.blocks(node.blocks)], class_=f"at-side {node.side}", style=share)
        return group("div", [side, self.blocks(node.beside)], class_="float")

    def figure(self, node: Figure) -> Markup:
        drawn = picture(node, self.assets, self.theme)
        if not node.caption:
            return tag("div", drawn, class_="figure")
        return group("figure", [drawn, tag("figcaption", self.inline(node.caption), class_="caption")], class_="figure")

    def callout(self, node: Callout) -> Markup:
        label = plain(node.title, "…") or None
        inside = self.blocks(node.blocks)
        if node.title:
            title = self.styled("p", node.title, self.theme.boxes[node.kind].title_style, node.icon, node.place)
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
        title = tag("p", self.inline(node.title), class_="contents-title")
        entries = self.entries(contents_entries(self.document, node))
        return group("nav", [title, entries], class_="contents", aria_label=plain(node.title, "…") or None)

    def writing_space(self, node: WritingSpace) -> Markup:
        use = self.document.words["space-to-write" if node.lines else "space-to-draw"]
        label = tag("p", self.inline(node.label), hidden(f" {use}"), class_="body")
        height = f"height:{number(node.height_mm)}mm" if node.height_mm else None
        room = [tag("div", class_="line", style=height)] * node.lines or [tag("div", class_="frame", style=height)]
        return group("div", [label, *room], class_="writing-space")

    def entries(self, headings: Sequence[Heading]) -> Markup:
        """A list of links to these headings, in which deeper headings are lists within their item."""
        if not headings:
            return Markup("")
        entries: list[tuple[Heading, list[Heading]]] = []
        for heading in headings:
            if entries and heading.level > entries[0][0].level:
                entries[-1][1].append(heading)
            else:
                entries.append((heading, []))
        items = (tag("li", self.entry(heading), self.entries(below)) for heading, below in entries)
        return group("ul", items, role="list")

    def entry(self, heading: Heading) -> Markup:
        words = self.inline(without_links(heading.content))
        return tag("a", words, class_=contents_style(heading), href=f"#{heading.id}")
