"""The strict markup that layouts write, read into the document tree; anything else is refused by name and line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import field, replace
from typing import Literal, cast

from lxml import etree

from lessonkit import document as tree
from lessonkit.appearance import Theme
from lessonkit.dataclass import dataclass
from lessonkit.layout.attributes import choice, choices, numbers, place_of, whole
from lessonkit.layout.inline import INLINE, InlineReader, MarkupError, without_notes
from lessonkit.layout.tables import chart_of, checked_table
from lessonkit.layout.vocabulary import ATTRIBUTES, PARTS, WORDS, WORDS_OR_BLOCKS
from lessonkit.problems import LessonkitError, Place, Problem
from lessonkit.reading import grid, plain


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
    _refuse_bare_words(root, Place(source))
    return _Reader(theme).document(root, Place(source))


def _refuse_bare_words(root: etree._Element, place: Place) -> None:
    """No words stand beside blocks: nobody would read them."""
    for element in root.iter():
        if element.tag in WORDS or (element.tag in WORDS_OR_BLOCKS and all(child.tag in INLINE for child in element)):
            continue
        for words in (element.text, *(child.tail for child in element)):
            if words and words.strip():
                what = f"The layout writes “{words.strip()[:40]}” into <{element.tag}> outside a paragraph."
                raise MarkupError(what, "Put it into a <p>.", place_of(element, place), words.strip().split("\n")[0])


@dataclass
class _Reader:
    """Reads one document; remembers the ids it has given."""

    theme: Theme
    ids: set[str] = field(default_factory=set)

    def document(self, root: etree._Element, place: Place) -> Body:
        head, foot = (self.words(root, tag, place) for tag in ("running-head", "running-foot"))
        blocks = [child for child in root if child.tag not in PARTS["document"]]
        return Body(self.blocks(blocks, place), head, foot)

    def blocks(self, elements: Iterable[etree._Element], place: Place) -> tuple[tree.Block, ...]:
        found: list[tree.Block] = []
        for element in elements:
            # A chart is two blocks: its picture and the same numbers as a table.
            found += self.chart(element, place) if element.tag == "chart" else [self.block(element, place)]
        return tuple(found)

    def block(self, element: etree._Element, outer: Place) -> tree.Block:
        place = place_of(element, outer)
        self.refuse_unknown(element, place)
        read: Callable[[etree._Element, Place], tree.Block] = getattr(
            self, "read_" + str(element.tag).replace("-", "_")
        )
        return read(element, place)

    def refuse_unknown(self, element: etree._Element, place: Place) -> None:
        tag = str(element.tag)
        if tag not in ATTRIBUTES:
            known = ", ".join(f"<{name}>" for name in ATTRIBUTES)
            what = f"The layout uses <{tag}> where a block stands."
            raise MarkupError(what, f"Use one of {known}.", place, f"<{tag}")
        for name in set(map(str, element.attrib)) - ATTRIBUTES[tag] - {"src"}:
            todo = f"It takes {', '.join(sorted(ATTRIBUTES[tag])) or 'none'}."
            raise MarkupError(f"<{tag}> has no attribute `{name}`.", todo, place, f" {name}=")

    # ------------------------------------------------------------------------------------------ one per block

    def read_h(self, element: etree._Element, place: Place) -> tree.Heading:
        content = without_notes(InlineReader(place).read(element), place)
        style = self.style(element.get("style", f"heading-{element.get('level')}"), place)
        identifier = self.identifier(element.get("id"), content)
        level, badge = whole(element, "level", 2, place), element.get("badge", "")
        return tree.Heading(level, content, identifier, element.get("icon"), style, badge, place)

    def read_p(self, element: etree._Element, place: Place) -> tree.Paragraph:
        style = self.style(element.get("style", "body"), place)
        return tree.Paragraph(InlineReader(place).read(element), style, element.get("icon"), place)

    def read_list(self, element: etree._Element, place: Place) -> tree.List:
        style = self.style(element.get("style", "list"), place)
        items = tuple(self.item(item, style, place) for item in self.parts(element, "item", place))
        kind = cast(tree.ListKind, choice(element, "kind", place))
        numbering = cast(tree.Numbering, choice(element, "numbering", place))
        return tree.List(items, kind, whole(element, "start", 1, place), style, numbering, place)

    def item(self, element: etree._Element, style: str, outer: Place) -> tree.ListItem:
        place = place_of(element, outer)
        return tree.ListItem(self.flow(element, style, place), element.get("checked") == "true", place)

    def read_definitions(self, element: etree._Element, place: Place) -> tree.DefinitionList:
        return tree.DefinitionList(
            tuple(self.definition(part, place) for part in self.parts(element, "definition", place)), place
        )

    def definition(self, element: etree._Element, outer: Place) -> tree.Definition:
        place = place_of(element, outer)
        blocks = self.blocks((child for child in element if child.tag != "term"), place)
        return tree.Definition(self.words(element, "term", place), blocks, place)

    def read_table(self, element: etree._Element, place: Place) -> tree.Table:
        row_headers = element.get("row-headers", "true") == "true"
        head = [row for part in element.findall("head") for row in self.parts(part, "row", place)]
        widths = numbers(element, "widths", "", place)
        aligns = cast(tuple[tree.Align, ...], choices(element, "align", place))
        table = tree.Table(
            head=self.rows(head, True, place, "table-head"),
            body=self.rows(element.findall("row"), row_headers, place),
            widths=widths,
            caption=self.words(element, "caption", place),
            row_headers=row_headers,
            aligns=aligns,
            place=place,
        )
        return checked_table(table)

    def rows(
        self, elements: Iterable[etree._Element], headers: bool, place: Place, style: str = ""
    ) -> tuple[tree.Row, ...]:
        """The rows of a head or body; `headers`: the cells in its first column are headers."""
        rows = tuple(self.row(row, style, place) for row in elements)
        if style or not headers:
            return rows
        first = {id(cell) for placed in grid(rows) for column, cell in placed if column == 0}
        heads = (tuple(self.row_head(cell) if id(cell) in first else cell for cell in row.cells) for row in rows)
        return tuple(replace(row, cells=cells) for row, cells in zip(rows, heads, strict=True))

    def row(self, element: etree._Element, style: str, outer: Place) -> tree.Row:
        place = place_of(element, outer)
        cells = (self.cell(cell, style, place) for cell in self.parts(element, "cell", place))
        return tree.Row(tuple(cells), place)

    def cell(self, element: etree._Element, style: str, outer: Place) -> tree.Cell:
        place = place_of(element, outer)
        spans = whole(element, "columns", 1, place), whole(element, "rows", 1, place)
        return tree.Cell(self.flow(element, style or "table-cell", place), bool(style), *spans, place)

    def row_head(self, cell: tree.Cell) -> tree.Cell:
        blocks = tuple(_restyled(block, "table-row-head", "table-cell") for block in cell.blocks)
        return replace(cell, header=True, blocks=blocks)

    def read_figure(self, element: etree._Element, place: Place) -> tree.Figure:
        alt = tree.Decorative() if element.get("decorative") == "true" else element.get("alt", "")
        (width,) = numbers(element, "width", "30", place)
        return tree.Figure(element.get("source", ""), alt, width, self.words(element, "caption", place), place)

    def chart(self, element: etree._Element, outer: Place) -> list[tree.Block]:
        place = place_of(element, outer)
        self.refuse_unknown(element, place)
        caption = self.words(element, "caption", place)
        heads = [row for part in element.findall("head") for row in self.parts(part, "row", place)]
        head, body = self.rows(heads, True, place, "table-head"), self.rows(element.findall("row"), True, place)
        chart = chart_of(element, head, body, place)
        (width,) = numbers(element, "width", "120", place)
        own = self.words(element, "table-caption", place)
        # A single caption stands between the two and is that of the table, which must have one.
        figure = tree.Figure(chart, element.get("alt", ""), width, caption if own else (), place)
        numbers_at_right: list[tree.Align] = ["number"] * len(chart.series)
        aligns: tuple[tree.Align, ...] = ("left", *numbers_at_right)
        table = tree.Table(head, body, (), own or caption, True, aligns, place)
        return [figure, checked_table(table)]

    def read_qr(self, element: etree._Element, place: Place) -> tree.Figure:
        address = element.get("address", "")
        (width,) = numbers(element, "width", "25", place)
        printed = (tree.Link((tree.Text(re.sub(r"^https?://|/$", "", address)),), address, place),)
        alt = element.get("alt") or f"QR code that opens {plain(printed)}"
        return tree.Figure(tree.QRCode(address), alt, width, printed, place)

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

    def read_multi_column(self, element: etree._Element, place: Place) -> tree.MultiColumn:
        return tree.MultiColumn(self.blocks(element, place), whole(element, "count", 2, place), place)

    def read_float(self, element: etree._Element, place: Place) -> tree.Float:
        side: Literal["left", "right"] = "left" if choice(element, "side", place) == "left" else "right"
        (share,) = numbers(element, "share", "0.4", place)
        blocks = self.blocks((child for child in element if child.tag != "beside"), place)
        beside = tuple(block for part in element.findall("beside") for block in self.blocks(part, place))
        return tree.Float(side, blocks, beside, share, place)

    def read_panel(self, element: etree._Element, place: Place) -> tree.Panel:
        return tree.Panel(whole(element, "number", 1, place), self.blocks(element, place), place)

    def read_contents(self, element: etree._Element, place: Place) -> tree.Contents:
        depth, note = whole(element, "depth", 2, place), element.get("note", "")
        return tree.Contents(self.words(element, "title", place), depth, place, note)

    def read_writing(self, element: etree._Element, place: Place) -> tree.WritingSpace:
        (height,) = numbers(element, "height", "0", place)
        return tree.WritingSpace(self.words(element, "label", place), whole(element, "lines", 3, place), height, place)

    def read_page_break(self, element: etree._Element, place: Place) -> tree.PageBreak:
        return tree.PageBreak()

    # -------------------------------------------------------------------------------------------------- parts

    def flow(self, element: etree._Element, style: str, outer: Place) -> tuple[tree.Block, ...]:
        """Blocks as they are; bare words as one paragraph in this style. `<p>` without a style takes it too."""
        place = place_of(element, outer)
        if all(child.tag in INLINE for child in element):
            return (tree.Paragraph(InlineReader(place).read(element), style, None, place),)
        styled = (self.block(child, place) for child in element)
        return tuple(_restyled(block, style) for block in styled)

    def parts(self, element: etree._Element, tag: str, place: Place) -> list[etree._Element]:
        for child in element:
            if child.tag not in PARTS[str(element.tag)]:
                what = f"The layout puts <{child.tag}> directly into <{element.tag}>."
                raise MarkupError(what, f"Put it into a <{tag}>.", place, f"<{child.tag}")
        return element.findall(tag)

    def words(self, element: etree._Element, tag: str, place: Place) -> tree.Inlines:
        part = element.find(tag)
        return () if part is None else without_notes(InlineReader(place_of(part, place)).read(part), place)

    def style(self, name: str, place: Place) -> str:
        if name not in self.theme.styles:
            todo = f"Use one of {', '.join(self.theme.styles)}."
            raise MarkupError(f"The theme {self.theme.name} has no style `{name}`.", todo, place, f'"{name}"')
        return name

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


def _restyled(block: tree.Block, style: str, default: str = "body") -> tree.Block:
    """The block in the style of the cell or item that holds it, if it is in the default one."""
    if isinstance(block, tree.Paragraph) and block.style in (default, "body"):
        return replace(block, style=style)
    if isinstance(block, tree.List) and style != "list" and block.style in (default, "list"):
        items = (replace(i, blocks=tuple(_restyled(b, style, block.style) for b in i.blocks)) for i in block.items)
        return replace(block, style=style, items=tuple(items))
    return block


def template_error(error: MarkupError, template: Place, definition: Place) -> LessonkitError:
    """The error in words: the template's line first, then the line of the definition it was filled with."""
    where = f" It was filling in {error.place if error.place.line else definition}."
    return LessonkitError(Problem(template, error.what + where, error.todo))
