"""The structure tree: made from the document before layout, so that reading order never depends on drawing order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, assert_never

from lessonkit.document import (
    Block,
    Box,
    Callout,
    Cell,
    Columns,
    Contents,
    Decorative,
    Document,
    Emphasis,
    Field,
    Figure,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    PageBreak,
    PageCount,
    PageNumber,
    Panel,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
    Text,
    WritingSpace,
)
from lessonkit.problems import NOWHERE, LessonkitError, Place, Problem
from lessonkit.reading import contents_entries
from lessonkit.render.pdf.pieces import DECORATION

ROLES = {"Strong": "Span", "Em": "Span", "Field": "Span", "PageNumber": "Span", "CalloutTitle": "P"}
"""Our own structure types and the standard ones they stand for (the RoleMap)."""

UNTAGGED = ""
"""The tag of what layout must draw and no reader meets: decorative pictures and page breaks."""

NUMBERING = {"bullet": "Disc", "number": "Decimal", "check": "Square"}
TICK_BOX = "tick box"


@dataclass(eq=False, slots=True)
class Leaf:
    """A stretch of content of one element; wherever it is drawn becomes marked content of that element."""

    number: int
    node: Any
    """The Text, Field, LineBreak, Figure … it draws; None for a label or a page number."""
    text: str
    """Its words; empty for a picture or a blank."""
    parent: Element


@dataclass(eq=False, slots=True)
class Element:
    """A structure element (ISO 32000-1, 14.7.2), with what of the document it stands for."""

    tag: str
    node: Any = None
    place: Place = NOWHERE
    attributes: dict[str, str] = field(default_factory=dict)
    """Lang, Alt, ActualText, Scope, ListNumbering."""
    kids: list[Element | Leaf] = field(default_factory=list)
    parent: Element | None = None

    def elements(self) -> list[Element]:
        """The elements directly inside."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def leaves(self) -> Iterator[Leaf]:
        """Every stretch of content inside, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Leaf):
                yield kid
            else:
                yield from kid.leaves()


@dataclass(frozen=True, eq=False, slots=True)
class Tree:
    """All elements of a document, and its leaves by number."""

    root: Element
    leaves: tuple[Leaf, ...]


def words(element: Element) -> str:
    """The words inside an element, as they are read."""
    return "".join(leaf.text or leaf.parent.attributes.get("ActualText", "") for leaf in element.leaves())


def enclosing(leaf: Leaf, tag: str) -> Element | None:
    """The nearest element of this tag around a leaf."""
    element: Element | None = leaf.parent
    while element is not None and element.tag != tag:
        element = element.parent
    return element


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
    builder.inline(line, _numbered(_unlinked(content), page, pages))
    for leaf in builder.leaves:
        leaf.number = DECORATION
    return line


def _numbered(content: Inlines, page: int, pages: int) -> Inlines:
    numbers = {PageNumber: Text(str(page)), PageCount: Text(str(pages))}
    return tuple(numbers.get(type(node), node) for node in content)


class _Builder:
    def __init__(self, document: Document | None) -> None:
        self.document = document
        self.leaves: list[Leaf] = []

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
        element = self.element(parent, "L", node, node.place, ListNumbering=NUMBERING[node.kind])
        for number, item in enumerate(node.items, node.start):
            self.item(element, node, item, number)

    def item(self, parent: Element, node: List, item: ListItem, number: int) -> None:
        element = self.element(parent, "LI", item, item.place)
        if node.kind == "check":
            self.leaf(self.element(element, "Lbl", ActualText=TICK_BOX), None, "")
        else:
            self.leaf(self.element(element, "Lbl"), None, "•" if node.kind == "bullet" else f"{number}.")
        self.blocks(self.element(element, "LBody"), item.blocks)

    def table(self, parent: Element, node: Table) -> None:
        element = self.element(parent, "Table", node, node.place)
        if node.caption:
            self.inline(self.element(element, "Caption"), node.caption)
        for tag, rows in (("THead", node.head), ("TBody", node.body)):
            group = self.element(element, tag)
            for row in rows:
                self.row(group, row)

    def row(self, parent: Element, row: Row) -> None:
        element = self.element(parent, "TR", row, row.place)
        for cell in row.cells:
            self.cell(element, cell, "Column" if parent.tag == "THead" else "Row")

    def cell(self, parent: Element, cell: Cell, scope: str) -> None:
        if cell.header or scope == "Column":
            element = self.element(parent, "TH", cell, cell.place, Scope=scope)
        else:
            element = self.element(parent, "TD", cell, cell.place)
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
        link = Link((), f"#{heading.id}", heading.place)
        self.inline(
            self.element(self.element(entry, "Reference"), "Link", link, heading.place), _unlinked(heading.content)
        )
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
        if node.value is None:
            element.attributes["ActualText"] = f"blank: {node.label}"
        self.leaf(element, node, node.value or "")


def _unlinked(content: Inlines) -> Inlines:
    """Content without its links, for where it becomes a link itself: links cannot nest."""
    found: list[Inline] = []
    for node in content:
        match node:
            case Link():
                found.extend(_unlinked(node.children))
            case Strong():
                found.append(Strong(_unlinked(node.children)))
            case Emphasis():
                found.append(Emphasis(_unlinked(node.children)))
            case LineBreak():
                found.append(Text(" "))
            case _:
                found.append(node)
    return tuple(found)
