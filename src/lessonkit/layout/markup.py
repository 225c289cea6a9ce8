"""The strict markup that layouts write, read into the document tree; anything else is refused by name and line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from lessonkit import document as tree
from lessonkit.appearance import Theme
from lessonkit.layout.inline import INLINE, InlineReader, MarkupError
from lessonkit.problems import LessonkitError, Place, Problem
from lessonkit.reading import plain

ATTRIBUTES: dict[str, set[str]] = {
    "h": {"level", "id", "icon", "style"},
    "p": {"style", "icon"},
    "list": {"kind", "start", "style"},
    "table": {"widths", "row-headers"},
    "figure": {"source", "alt", "decorative", "width"},
    "callout": {"kind", "icon"},
    "box": {"style"},
    "section": set(),
    "columns": {"widths"},
    "panel": {"number"},
    "contents": {"depth"},
    "writing": {"lines"},
    "page-break": set(),
}
"""The block elements and what each may carry, besides `src`."""

PARTS: dict[str, set[str]] = {
    "list": {"item"},
    "table": {"caption", "head", "row"},
    "head": {"row"},
    "row": {"cell"},
    "columns": {"column"},
    "figure": {"caption"},
    "contents": {"title"},
    "writing": {"label"},
    "callout": {"title"},
    "document": {"running-head", "running-foot"},
}
"""Elements that only stand inside another one."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a layout's template produced: the blocks and the running head and foot."""

    blocks: tuple[tree.Block, ...]
    head: tree.Inlines
    foot: tree.Inlines


def read_markup(markup: str, theme: Theme, source: str) -> Body:
    """The tree that this markup describes. `source` is the definition's file, for places without a line.

    Raises MarkupError for an unknown element, attribute, style or box, and for text outside a paragraph.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, huge_tree=False)
    try:
        root = etree.fromstring(markup.encode(), parser)
    except etree.XMLSyntaxError as error:
        line = "".join(markup.splitlines()[(error.lineno or 1) - 1 :][:1]).strip()
        raise MarkupError(f"The layout wrote markup that is not XML: {error.msg}.", "", Place(source), line) from None
    return _Reader(theme).document(root, Place(source))


@dataclass
class _Reader:
    """Reads one document; remembers the ids it has given."""

    theme: Theme
    ids: set[str] = field(default_factory=set)

    def document(self, root: etree._Element, place: Place) -> Body:
        parts = {child.tag: child for child in root if child.tag in PARTS["document"]}
        words = InlineReader(place)
        head, foot = (words.read(parts[tag]) if tag in parts else () for tag in ("running-head", "running-foot"))
        blocks = [child for child in root if child.tag not in PARTS["document"]]
        return Body(self.blocks(blocks, place), head, foot)

    def blocks(self, elements: Iterable[etree._Element], place: Place) -> tuple[tree.Block, ...]:
        return tuple(self.block(element, place) for element in elements)

    def block(self, element: etree._Element, outer: Place) -> tree.Block:
        place = place_of(element, outer)
        tag = str(element.tag)
        if tag not in ATTRIBUTES:
            known = ", ".join(f"<{name}>" for name in ATTRIBUTES)
            what = f"The layout uses <{tag}> where a block stands."
            raise MarkupError(what, f"Use one of {known}.", place, f"<{tag}")
        for name in set(map(str, element.attrib)) - ATTRIBUTES[tag] - {"src"}:
            raise MarkupError(f"<{tag}> has no attribute `{name}`.", f"It takes {ATTRIBUTES[tag]}.", place, f" {name}=")
        read: Callable[[etree._Element, Place], tree.Block] = getattr(self, "read_" + tag.replace("-", "_"))
        return read(element, place)

    # ------------------------------------------------------------------------------------------ one per block

    def read_h(self, element: etree._Element, place: Place) -> tree.Heading:
        content = InlineReader(place).read(element)
        style = self.style(element.get("style", f"heading-{element.get('level')}"), place)
        identifier = self.identifier(element.get("id"), content)
        return tree.Heading(whole(element, "level", 2, place), content, identifier, element.get("icon"), style, place)

    def read_p(self, element: etree._Element, place: Place) -> tree.Paragraph:
        style = self.style(element.get("style", "body"), place)
        return tree.Paragraph(InlineReader(place).read(element), style, element.get("icon"), place)

    def read_list(self, element: etree._Element, place: Place) -> tree.List:
        style = self.style(element.get("style", "list"), place)
        items = tuple(
            tree.ListItem(self.flow(item, style, place), place_of(item, place))
            for item in self.parts(element, "item", place)
        )
        return tree.List(items, self.list_kind(element, place), whole(element, "start", 1, place), style, place)

    def read_table(self, element: etree._Element, place: Place) -> tree.Table:
        row_headers = element.get("row-headers", "true") == "true"
        head = [row for part in element.findall("head") for row in self.parts(part, "row", place)]
        widths = numbers(element, "widths", "", place)
        rows = tuple(self.row(row, row_headers, place) for row in element.findall("row"))
        return tree.Table(
            head=tuple(self.row(row, True, place, "table-head") for row in head),
            body=rows,
            widths=widths or (1.0,) * len(rows[0].cells),
            caption=self.words(element, "caption", place),
            row_headers=row_headers,
            place=place,
        )

    def row(self, element: etree._Element, headers: bool, outer: Place, style: str = "") -> tree.Row:
        place = place_of(element, outer)
        cells = []
        for number, cell in enumerate(self.parts(element, "cell", place)):
            header = bool(style) or (headers and number == 0)
            name = style or ("table-row-head" if header else "table-cell")
            cells.append(tree.Cell(self.flow(cell, name, place), header, place_of(cell, place)))
        return tree.Row(tuple(cells), place)

    def read_figure(self, element: etree._Element, place: Place) -> tree.Figure:
        alt = tree.Decorative() if element.get("decorative") == "true" else element.get("alt", "")
        (width,) = numbers(element, "width", "30", place)
        return tree.Figure(element.get("source", ""), alt, width, self.words(element, "caption", place), place)

    def read_callout(self, element: etree._Element, place: Place) -> tree.Callout:
        kind = self.box_style(element.get("kind", "note"), place)
        blocks = self.blocks((child for child in element if child.tag != "title"), place)
        return tree.Callout(kind, self.words(element, "title", place), blocks, element.get("icon"), place)

    def read_box(self, element: etree._Element, place: Place) -> tree.Box:
        return tree.Box(self.box_style(element.get("style", "card"), place), self.blocks(element, place), place)

    def read_section(self, element: etree._Element, place: Place) -> tree.Section:
        return tree.Section(self.blocks(element, place), place)

    def read_columns(self, element: etree._Element, place: Place) -> tree.Columns:
        columns = tuple(self.blocks(column, place_of(column, place)) for column in self.parts(element, "column", place))
        widths = numbers(element, "widths", "", place)
        return tree.Columns(columns, widths or (1.0,) * len(columns), place)

    def read_panel(self, element: etree._Element, place: Place) -> tree.Panel:
        return tree.Panel(whole(element, "number", 1, place), self.blocks(element, place), place)

    def read_contents(self, element: etree._Element, place: Place) -> tree.Contents:
        return tree.Contents(self.words(element, "title", place), whole(element, "depth", 2, place), place)

    def read_writing(self, element: etree._Element, place: Place) -> tree.WritingSpace:
        return tree.WritingSpace(self.words(element, "label", place), whole(element, "lines", 3, place), place)

    def read_page_break(self, element: etree._Element, place: Place) -> tree.PageBreak:
        return tree.PageBreak()

    # -------------------------------------------------------------------------------------------------- parts

    def flow(self, element: etree._Element, style: str, outer: Place) -> tuple[tree.Block, ...]:
        """Blocks as they are; bare words as one paragraph in this style. `<p>` without a style takes it too."""
        place = place_of(element, outer)
        if all(child.tag in INLINE for child in element):
            return (tree.Paragraph(InlineReader(place).read(element), style, None, place),)
        styled = (self.block(child, place) for child in element)
        return tuple(_restyled(block, style) if _is_plain(block) else block for block in styled)

    def parts(self, element: etree._Element, tag: str, place: Place) -> list[etree._Element]:
        for child in element:
            if child.tag not in PARTS[str(element.tag)]:
                what = f"The layout puts <{child.tag}> directly into <{element.tag}>."
                raise MarkupError(what, f"Put it into a <{tag}>.", place, f"<{child.tag}")
        return element.findall(tag)

    def words(self, element: etree._Element, tag: str, place: Place) -> tree.Inlines:
        part = element.find(tag)
        return () if part is None else InlineReader(place_of(part, place)).read(part)

    def style(self, name: str, place: Place) -> str:
        if name not in self.theme.styles:
            todo = f"Use one of {', '.join(self.theme.styles)}."
            raise MarkupError(f"The theme {self.theme.name} has no style `{name}`.", todo, place, f'"{name}"')
        return name

    def list_kind(self, element: etree._Element, place: Place) -> tree.ListKind:
        match element.get("kind", "bullet"):
            case "bullet" | "number" | "check" as kind:
                return kind
            case other:
                raise MarkupError(f"A list cannot be `{other}`.", "Use bullet, number or check.", place, f'"{other}"')

    def box_style(self, name: str, place: Place) -> str:
        if name not in self.theme.boxes:
            todo = f"Use one of {', '.join(self.theme.boxes)}."
            raise MarkupError(f"The theme {self.theme.name} has no box `{name}`.", todo, place, f'"{name}"')
        return name

    def identifier(self, wanted: str | None, content: tree.Inlines) -> str:
        """The id asked for, or one made from the words; a number makes a second one of the same name unique."""
        base = wanted or re.sub(r"[^a-z0-9]+", "-", plain(content, "").lower()).strip("-")[:40] or "part"
        name, number = base, 1
        while name in self.ids:
            number += 1
            name = f"{base}-{number}"
        self.ids.add(name)
        return name


def whole(element: etree._Element, name: str, default: int, place: Place) -> int:
    """The whole number in an attribute."""
    written = element.get(name, str(default))
    if not written.isdecimal():
        what = f"`{name}` of <{element.tag}> is “{written}”, not a whole number."
        raise MarkupError(what, "Write it in digits.", place, f'{name}="{written}"')
    return int(written)


def numbers(element: etree._Element, name: str, default: str, place: Place) -> tuple[float, ...]:
    """The numbers in an attribute."""
    written = element.get(name, default)
    try:
        return tuple(float(number) for number in written.split())
    except ValueError:
        what = f"`{name}` of <{element.tag}> is “{written}”, not numbers."
        raise MarkupError(what, "Write them in digits.", place, f'{name}="{written}"') from None


def place_of(element: etree._Element, outer: Place) -> Place:
    """The author's line that an element came from: its own `src`, else that of the element around it."""
    file, _, line = element.get("src", "").rpartition(":")
    return Place(file, int(line)) if file else outer


def _is_plain(block: tree.Block) -> bool:
    return (isinstance(block, tree.Paragraph) and block.style == "body") or (
        isinstance(block, tree.List) and block.style == "list"
    )


def _restyled(block: tree.Block, style: str) -> tree.Block:
    """The block in the style of the cell or item that holds it."""
    if isinstance(block, tree.Paragraph):
        return replace(block, style=style)
    if isinstance(block, tree.List) and style != "list":
        items = (replace(i, blocks=tuple(_restyled(b, style) for b in i.blocks)) for i in block.items)
        return replace(block, style=style, items=tuple(items))
    return block


def template_error(error: MarkupError, template: Place, definition: Place) -> LessonkitError:
    """The error in words: the template's line first, then the line of the definition it was filled with."""
    where = f" It was filling in {error.place if error.place.line else definition}."
    return LessonkitError(Problem(template, error.what + where, error.todo))
