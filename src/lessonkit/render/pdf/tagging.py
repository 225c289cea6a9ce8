"""Tagging: the structure tree made from the document before layout, so that reading order is never drawing order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, assert_never

from lessonkit.document import (
    Abbreviation,
    Block,
    Box,
    Callout,
    Cell,
    Code,
    Columns,
    Contents,
    Decorative,
    DefinitionList,
    Document,
    Emphasis,
    Field,
    Figure,
    Float,
    Footnote,
    Heading,
    Icon,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    MultiColumn,
    PageBreak,
    PageCount,
    PageNumber,
    Panel,
    Paragraph,
    Row,
    Section,
    Strong,
    Superscript,
    Table,
    Text,
    WritingSpace,
)
from lessonkit.headers import Headers
from lessonkit.problems import LessonkitError, Place, Problem
from lessonkit.reading import call_id, contents_entries, list_number, note_id, without_links
from lessonkit.render.pdf.pieces import DECORATION
from lessonkit.render.pdf.tags import CALL, NOTE, UNTAGGED, Element, Leaf, Tree

NUMBERING = {
    "check": "Square",
    "decimal": "Decimal",
    "lower-alpha": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
}
"""The ListNumbering of each kind of list (ISO 32000-1, table 347)."""

BULLETS = ("Disc", "Circle", "Square")
"""The bullets of lists in lists, from the outermost; from the second level on they are drawn."""

BULLET = "•"


def structure(document: Document) -> Tree:
    """The structure tree of a document."""
    root = Element("Document", document, document.place)
    builder = _Builder(document)
    builder.blocks(root, document.blocks)
    return Tree(root, tuple(builder.leaves))


def running(content: Inlines, page: int, pages: int) -> Element:
    """The words of a running head or foot on one page, outside the tree: every leaf is decoration."""
    line = Element(UNTAGGED)
    builder = _Builder(None)
    builder.inline(line, _numbered(without_links(content), page, pages))
    for leaf in builder.leaves:
        leaf.number = DECORATION
    return line


def _numbered(content: Inlines, page: int, pages: int) -> Inlines:
    numbers = {PageNumber: Text(str(page)), PageCount: Text(str(pages))}
    return tuple(numbers.get(type(node), node) for node in content)


def _on_one_line(content: Inlines) -> Inlines:
    return tuple(Text(" ") if isinstance(node, LineBreak) else node for node in content)


class _Builder:
    def __init__(self, document: Document | None) -> None:
        self.document = document
        self.words = document.words if document else {}
        self.leaves: list[Leaf] = []
        self.notes = 0
        self.tables = 0

    def element(
        self, parent: Element, tag: str, node: Any = None, place: Place | None = None, **attributes: str
    ) -> Element:
        known = place if place and place.file else parent.place
        new = Element(tag, node, known, attributes, parent=parent)
        parent.kids.append(new)
        return new

    def leaf(self, parent: Element, node: Any, text: str) -> None:
        leaf = Leaf(len(self.leaves), node, text, parent)
        self.leaves.append(leaf)
        parent.kids.append(leaf)

    # ------------------------------------------------------------------------------------------- blocks

    def blocks(self, parent: Element, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self.block(parent, block)

    def block(self, parent: Element, node: Block) -> None:
        match node:
            case Heading():
                self.inline(self.element(parent, f"H{node.level}", node, node.place), node.content)
            case Paragraph():
                self.inline(self.element(parent, "P", node, node.place), node.content)
            case List():
                self.list(parent, node)
            case Table():
                self.table(parent, node)
            case Figure():
                self.figure(parent, node)
            case Callout():
                self.callout(parent, node)
            case Box():
                self.blocks(self.element(parent, "Div", node, node.place), node.blocks)
            case Section() | Panel():
                self.blocks(self.element(parent, "Sect", node, node.place), node.blocks)
            case MultiColumn():
                self.blocks(self.element(parent, "Div", node, node.place), node.blocks)
            case Float():
                self.blocks(self.element(parent, "Div", node, node.place), (*node.blocks, *node.beside))
            case DefinitionList():
                self.definitions(parent, node)
            case Columns():
                columns = self.element(parent, "Div", node, node.place)
                for column in node.columns:
                    self.blocks(self.element(columns, "Div"), column)
            case Contents():
                self.contents(parent, node)
            case WritingSpace():
                self.inline(self.element(parent, "P", node, node.place), node.label)
            case PageBreak():
                self.element(parent, UNTAGGED, node)
            case _:
                assert_never(node)

    def list(self, parent: Element, node: List) -> None:
        kind = _bullet(parent) if node.kind == "bullet" else NUMBERING.get(node.kind) or NUMBERING[node.numbering]
        element = self.element(parent, "L", node, node.place, ListNumbering=kind)
        for number, item in enumerate(node.items, node.start):
            self.item(element, node, item, number)

    def item(self, parent: Element, node: List, item: ListItem, number: int) -> None:
        element = self.element(parent, "LI", item, item.place)
        if node.kind == "check":
            spoken = self.words["ticked-box" if item.checked else "tick-box"]
            self.leaf(self.element(element, "Lbl", ActualText=spoken), None, "")
        elif node.kind == "number":
            self.leaf(self.element(element, "Lbl"), None, f"{list_number(number, node.numbering)}.")
        elif parent.attributes["ListNumbering"] == BULLETS[0]:
            self.leaf(self.element(element, "Lbl"), None, BULLET)
        else:
            self.leaf(self.element(element, "Lbl", ActualText=BULLET), None, "")
        self.blocks(self.element(element, "LBody"), item.blocks)

    def definitions(self, parent: Element, node: DefinitionList) -> None:
        # ISO 32000-1, 14.8.4.3.3: in a dictionary-like list the label is the term.
        element = self.element(parent, "L", node, node.place, ListNumbering="None")
        for definition in node.items:
            item = self.element(element, "LI", definition, definition.place)
            self.inline(self.element(item, "Lbl"), definition.term)
            self.blocks(self.element(item, "LBody"), definition.blocks)

    def table(self, parent: Element, node: Table) -> None:
        self.tables += 1
        element = self.element(parent, "Table", node, node.place)
        if node.caption:
            self.inline(self.element(element, "Caption"), node.caption)
        headers = Headers(node, f"table-{self.tables}-")
        for tag, rows in (("THead", node.head), ("TBody", node.body)):
            group = self.element(element, tag)
            for row in rows:
                self.row(group, row, headers)

    def row(self, parent: Element, row: Row, headers: Headers) -> None:
        element = self.element(parent, "TR", row, row.place)
        for cell in row.cells:
            self.cell(element, cell, "Column" if parent.tag == "THead" else "Row", headers)

    def cell(self, parent: Element, cell: Cell, scope: str, headers: Headers) -> None:
        is_header = cell.header or scope == "Column"
        element = self.element(parent, "TH" if is_header else "TD", cell, cell.place)
        element.attributes |= {"Scope": scope} if is_header else {}
        element.attributes |= _spans(cell, headers)
        self.blocks(element, cell.blocks)

    def figure(self, parent: Element, node: Figure) -> None:
        # Readers put a figure's Alt in place of all that is inside it: so its caption stands beside it.
        outer = self.element(parent, "Div", node, node.place) if node.caption else parent
        if isinstance(node.alt, Decorative):
            self.element(outer, UNTAGGED, node, node.place)
        else:
            self.leaf(self.element(outer, "Figure", node, node.place, Alt=node.alt), node, "")
        if node.caption:
            self.inline(self.element(outer, "Caption"), node.caption)

    def callout(self, parent: Element, node: Callout) -> None:
        element = self.element(parent, "Sect", node, node.place)
        if node.title:
            self.inline(self.element(element, "CalloutTitle"), node.title)
        self.blocks(element, node.blocks)

    def contents(self, parent: Element, node: Contents) -> None:
        element = self.element(parent, "TOC", node, node.place)
        if node.title:
            self.inline(self.element(element, "Caption"), node.title)
        lists = {2: element}
        for heading in contents_entries(self.document, node) if self.document else ():
            lists = {level: toc for level, toc in lists.items() if level <= heading.level}
            while max(lists) < heading.level:
                lists[max(lists) + 1] = self.element(lists[max(lists)], "TOC")
            self.entry(lists[heading.level], heading)

    def entry(self, parent: Element, heading: Heading) -> None:
        entry = self.element(parent, "TOCI", heading)
        node = Link((), f"#{heading.id}", heading.place)
        link = self.element(self.element(entry, "Reference"), "Link", node, heading.place)
        self.inline(link, _on_one_line(without_links(heading.content)))
        self.leaf(self.element(entry, "PageNumber"), None, "")

    # ------------------------------------------------------------------------------------------- inline

    def inline(self, parent: Element, content: Inlines) -> None:
        for node in content:
            self.inline_node(parent, node)

    def inline_node(self, parent: Element, node: Inline) -> None:
        match node:
            case Text():
                spoken = self.element(parent, "Span", node, Lang=node.language) if node.language else parent
                self.leaf(spoken, node, node.text)
            case Strong():
                self.inline(self.element(parent, "Strong", node), node.children)
            case Emphasis():
                self.inline(self.element(parent, "Em", node), node.children)
            case Superscript():
                self.inline(self.element(parent, "Superscript", node), node.children)
            case Abbreviation():
                self.abbreviation(parent, node)
            case Code():
                self.leaf(self.element(parent, "Code", node), node, node.text)
            case Icon():
                self.icon(parent, node)
            case Footnote():
                self.footnote(parent, node)
            case Link():
                self.inline(self.element(parent, "Link", node, node.place), node.children)
            case Field():
                self.field(parent, node)
            case LineBreak():
                self.leaf(parent, node, " ")
            case PageNumber() | PageCount():
                todo = "Use them in the running head and foot only."
                raise LessonkitError(Problem(parent.place, "Page numbers cannot stand in the text.", todo))
            case _:
                assert_never(node)

    def field(self, parent: Element, node: Field) -> None:
        element = self.element(parent, "Field", node, node.place)
        if node.value is None and self.document:
            element.attributes["ActualText"] = self.words["blank"].format(label=node.label)
        self.leaf(element, node, node.value or "")

    def abbreviation(self, parent: Element, node: Abbreviation) -> None:
        element = self.element(parent, "Span", node, E=node.expansion)
        if node.language:
            element.attributes["Lang"] = node.language
        self.leaf(element, node, node.text)

    def icon(self, parent: Element, node: Icon) -> None:
        if isinstance(node.alt, Decorative):
            decoration = self.element(parent, UNTAGGED, node, node.place)
            decoration.kids.append(Leaf(DECORATION, node, "", decoration))
        else:
            self.leaf(self.element(parent, "Figure", node, node.place, Alt=node.alt), node, "")

    def footnote(self, parent: Element, node: Footnote) -> None:
        """The call and, right after it, the note with its number, which leads back to the call."""
        self.notes += 1
        number = str(self.notes)
        call = self.element(parent, CALL, node, node.place)
        self.leaf(self.element(call, "Link", Link((), f"#{note_id(self.notes)}", node.place)), None, number)
        note = self.element(parent, NOTE, node, node.place, ID=note_id(self.notes))
        label = self.element(note, "Lbl")
        self.leaf(self.element(label, "Link", Link((), f"#{call_id(self.notes)}", node.place)), None, number)
        self.inline(note, node.content)


def _bullet(parent: Element) -> str:
    """The bullets of a list in this element: another one at each level of bullets."""
    level = 0
    around: Element | None = parent
    while around is not None:
        level += isinstance(around.node, List) and around.node.kind == "bullet"
        around = around.parent
    return BULLETS[min(level, len(BULLETS) - 1)]


def _spans(cell: Cell, headers: Headers) -> dict[str, str]:
    """ID, Headers, ColSpan and RowSpan of a cell, as far as it has any."""
    named = {"ID": headers.own(cell), "Headers": headers.of(cell)}
    spans = {"ColSpan": cell.columns, "RowSpan": cell.rows}
    return {name: found for name, found in named.items() if found} | {
        name: str(count) for name, count in spans.items() if count > 1
    }
