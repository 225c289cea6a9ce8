"""Reading a document tree: walking it, the words an author wrote in reading order, and the styles of headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lessonkit.document import (
    Abbreviation,
    Block,
    Box,
    Callout,
    Cell,
    Chart,
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
    MultiColumn,
    Numbering,
    Panel,
    Paragraph,
    QRCode,
    Row,
    Section,
    Strong,
    Superscript,
    Table,
    Text,
    WritingSpace,
)

FIELD = "\ufffc"
"""Stands for a field in compared text: values differ between schools, the place does not (OBJECT REPLACEMENT)."""


TERM = "term"
"""The style of the terms of a definition list."""

DEEPEST_CONTENTS_STYLE = 2


def children(block: Block) -> Iterator[Block]:
    """The blocks directly inside a block, in reading order."""
    match block:
        case Callout() | Box() | Section() | Panel() | MultiColumn():
            yield from block.blocks
        case Float():
            yield from block.blocks
            yield from block.beside
        case DefinitionList():
            for definition in block.items:
                yield Paragraph(definition.term, TERM, None, definition.place)
                yield from definition.blocks
        case List():
            for item in block.items:
                yield from item.blocks
        case Table():
            for row in block.head + block.body:
                for cell in row.cells:
                    yield from cell.blocks
        case Columns():
            for column in block.columns:
                yield from column


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, each before what it holds, in reading order."""
    for block in blocks:
        yield block
        yield from walk(children(block))


def inlines(block: Block) -> Iterator[Inlines]:
    """The inline content a block holds itself (not its children's), each before its notes, in reading order."""
    for content in _own_inlines(block):
        yield content
        yield from (note.content for note in notes(content))


def notes(content: Inlines) -> Iterator[Footnote]:
    """The footnotes called in some words."""
    return (node for node in walk_inline(content) if isinstance(node, Footnote))


def _own_inlines(block: Block) -> Iterator[Inlines]:
    match block:
        case Heading() | Paragraph():
            yield block.content
        case Callout() | Contents():
            yield block.title
        case Table() | Figure():
            yield block.caption
        case WritingSpace():
            yield block.label


def walk_inline(content: Inlines) -> Iterator[Inline]:
    """Every inline node, each before what it holds; the words of a note stand apart from those that call it."""
    for node in content:
        yield node
        if isinstance(node, Strong | Emphasis | Superscript | Link):
            yield from walk_inline(node.children)


def plain(content: Inlines, field: str = FIELD) -> str:
    """The words of inline content; a field reads as `field`, a forced line end as a space."""
    parts = []
    for node in walk_inline(content):
        match node:
            case Text() | Abbreviation() | Code():
                parts.append(node.text)
            case Field():
                parts.append(field)
            case LineBreak():
                parts.append(" ")
    return fold("".join(parts))


def is_symbol(node: Inline) -> bool:
    """True for a symbol that shows what the word right after it says."""
    return isinstance(node, Icon) and node.size > 0 and isinstance(node.alt, Decorative)


def fold(text: str) -> str:
    """Text with every run of white space as one space (no-break spaces too), none at the ends."""
    return " ".join(text.split())


def words_in(blocks: Iterable[Block], field: str = FIELD) -> str:
    """The words of some blocks, such as those of a table cell, in one line; those of notes are left out."""
    return fold(" ".join(plain(content, field) for block in walk(blocks) for content in _own_inlines(block)))


def without_links(content: Inlines) -> Inlines:
    """The content with the words of its links only and without notes, for places where a link cannot stand."""
    nodes: list[Inline] = []
    for node in content:
        match node:
            case Link():
                nodes += without_links(node.children)
            case Strong() | Emphasis() | Superscript():
                nodes.append(replace(node, children=without_links(node.children)))
            case Footnote():
                pass
            case _:
                nodes.append(node)
    return tuple(nodes)


def list_number(number: int, numbering: Numbering) -> str:
    """The number of a list item as it is printed, without the full stop."""
    match numbering:
        case "decimal":
            return str(number)
        case "lower-alpha" | "upper-alpha":
            written = _letters(number)
        case "lower-roman" | "upper-roman":
            written = "".join(sign * (number // value) for value, sign, number in _roman(number))
    return written.upper() if numbering.startswith("upper") else written


def _letters(number: int) -> str:
    """1 as a, 26 as z, 27 as aa."""
    return _letters((number - 1) // 26) + chr(ord("a") + (number - 1) % 26) if number > 0 else ""


def _roman(number: int) -> Iterator[tuple[int, str, int]]:
    """The Roman signs from the largest down, each with what is left of the number."""
    for value, sign in ROMAN:
        yield value, sign, number
        number %= value


ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def note_id(number: int) -> str:
    """The id of a footnote; the full stop keeps it apart from the ids of headings."""
    return f"note.{number}"


def call_id(number: int) -> str:
    """The id of the place that calls a footnote."""
    return f"call.{number}"


def source_name(picture: Figure | Icon) -> str:
    """What a picture shows, for messages: its file or icon, `the chart`, the QR code and its address."""
    if isinstance(picture, Icon):
        return f"icon:{picture.name}"
    match picture.source:
        case Chart():
            return "the chart"
        case QRCode():
            return f"the QR code of {picture.source.address}"
        case source:
            return source


def headings(document: Document) -> tuple[Heading, ...]:
    """Every heading in reading order."""
    return tuple(block for block in walk(document.blocks) if isinstance(block, Heading))


def contents_entries(document: Document, contents: Contents) -> tuple[Heading, ...]:
    """The headings a contents list shows: those after it, from level 2 down to its depth."""
    blocks = list(walk(document.blocks))
    after = blocks[blocks.index(contents) + 1 :]
    return tuple(b for b in after if isinstance(b, Heading) and 2 <= b.level <= contents.depth)


def heading_style(heading: Heading) -> str:
    """The name of the theme style a heading is in: its own, else that of its level."""
    return heading.style or f"heading-{heading.level}"


def contents_style(heading: Heading) -> str:
    """The name of the theme style of a heading's line in the contents; levels below the second look like it."""
    return f"contents-{min(heading.level - 1, DEEPEST_CONTENTS_STYLE)}"


def grid(rows: Iterable[Row]) -> list[list[tuple[int, Cell]]]:
    """For each row of a table head or body its cells with the columns they begin in, counted from 0."""
    reaching: dict[int, int] = {}
    found = []
    for row in rows:
        column, placed = 0, []
        for cell in row.cells:
            while reaching.get(column, 0):
                column += 1
            placed.append((column, cell))
            reaching.update(dict.fromkeys(range(column, column + cell.columns), cell.rows))
            column += cell.columns
        reaching = {column: rows - 1 for column, rows in reaching.items()}
        found.append(placed)
    return found


def field_names(document: Document) -> frozenset[str]:
    """The names of the fields a document prints."""
    contents = (content for block in walk(document.blocks) for content in inlines(block))
    nodes = (node for content in (*contents, document.head, document.foot) for node in walk_inline(content))
    return frozenset(node.name for node in nodes if isinstance(node, Field))


def reading_lines(document: Document) -> tuple[str, ...]:
    """The author's words, one string for each block that holds words, in reading order.

    This is what every format must read back as: PDF from its marked content, Word and HTML from their body. Left
    out: running heads and feet, repeated header rows, list labels, page numbers in contents, and field values.
    """
    return tuple(line for line in _lines(document) if line)


def _lines(document: Document) -> Iterator[str]:
    for block in walk(document.blocks):
        for content in inlines(block):
            yield plain(content)
        if isinstance(block, Contents):
            for heading in contents_entries(document, block):
                yield plain(heading.content)
