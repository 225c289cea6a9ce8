"""What there is to hear in a Word file: its body, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from lessonkit.check.docx.names import W, attribute, child_value, is_on
from lessonkit.check.docx.read import read_docx
from lessonkit.check.docx.wordfile import WordFile, WordNumber
from lessonkit.reading import fold
from lessonkit.report.transcript import heard
from lessonkit.report.transcript.heard import Cell, Grid, Heading, Heard, Item, Listing, Part, Picture, Words
from lessonkit.report.transcript.numbering import Numbering, style_id
from lessonkit.report.transcript.wordline import Line

BULLETS = ("bullet", "none", "")
INSIDE = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
"""What wraps paragraphs and tables without a meaning for listeners."""


def hear_word(data: bytes) -> Heard:
    """Everything in the body. Raises LessonkitError for a file that cannot be read."""
    file = read_docx(data)
    body = file.body.find(f"{W}body")
    parts = () if body is None else tuple(_once(_Reader(file).flow(body)))
    return Heard(parts, file.title, file.language)


class _Reader:
    """Walks the body; counts the items of numbered lists."""

    def __init__(self, file: WordFile) -> None:
        self.file = file
        self.counts: dict[tuple[int, int], int] = {}
        self.numbering = Numbering(file)
        notes = file.part("footnotes")
        self.notes = {} if notes is None else {attribute(note, "id"): note for note in notes}

    def flow(self, parent: etree._Element) -> Iterator[Part]:
        """Paragraphs and tables; paragraphs of one list stand together."""
        listed: list[tuple[int, Item]] = []
        first = 0
        for block in _blocks(parent):
            number, level = self.numbering.of(block) if block.tag == f"{W}p" else (0, 0)
            goes_on = bool(listed) and (number == first or level > listed[0][0])
            if not goes_on:
                yield from _nested(listed)
                listed, first = [], number
            if number and not self.heading(block):
                listed.append((level, self.item(block, number, level)))
                continue
            yield from _nested(listed)
            listed = []
            yield from self.paragraph(block) if block.tag == f"{W}p" else [self.table(block)]
        yield from _nested(listed)

    def paragraph(self, node: etree._Element) -> Iterator[Part]:
        line = Line(self.file, node)
        level = self.heading(node)
        only_picture = line.pictures[0] if len(line.pictures) == 1 and not line.words else None
        if level:
            yield Heading(level, line.text)
        elif only_picture is not None:
            yield Picture(only_picture)
        elif line.text:
            yield Words(line.text, "Caption" if self.style_name(node) == "caption" else "")
        for box in line.boxes:
            yield from self.flow(box)
        for call in line.notes:
            yield from self.note(call)

    def note(self, call: str) -> Iterator[Part]:
        note = self.notes.get(call)
        if note is not None:
            yield Words(fold(" ".join(Line(self.file, each).text for each in note.iter(f"{W}p"))), "Note")

    def heading(self, node: etree._Element) -> int:
        """The level of a heading; 0 for other paragraphs."""
        own = node.find(f"{W}pPr/{W}outlineLvl")
        if own is not None and attribute(own, "val").isdecimal():
            return int(attribute(own, "val")) + 1 if int(attribute(own, "val")) < 9 else 0
        styles = (style.outline for style in self.file.ancestry(style_id(node)) if style.outline is not None)
        level = next(styles, 9)
        return level + 1 if level < 9 else 0

    def style_name(self, node: etree._Element) -> str:
        style = self.file.styles.get(style_id(node))
        return "" if style is None else style.name.lower()

    # ---------------------------------------------------------------------------------------- lists and tables

    def item(self, node: etree._Element, number: int, level: int) -> Item:
        forms = self.file.numbers.get(number, WordNumber(0, (), frozenset())).formats[level : level + 1]
        key = (number, level)
        self.counts[key] = self.counts.get(key, self.numbering.first(number, level) - 1) + 1
        for deeper in [each for each in self.counts if each[0] == number and each[1] > level]:
            del self.counts[deeper]
        label = heard.ordinal(self.counts[key], forms[0]) if forms and forms[0] not in BULLETS else ""
        return Item(Line(self.file, node).tick_box or label, tuple(self.paragraph(node)))

    def table(self, node: etree._Element) -> Grid:
        properties = node.find(f"{W}tblPr")
        look = None if properties is None else properties.find(f"{W}tblLook")
        first = look is not None and attribute(look, "firstColumn") == "1"
        caption = "" if properties is None else child_value(properties, "tblCaption")
        rows = list(node.iterfind(f"{W}tr"))
        return Grid(tuple(self.row(row, first) for row in rows), caption)

    def row(self, row: etree._Element, first_column: bool) -> tuple[Cell, ...]:
        is_head = is_on(row, "trPr", "tblHeader")
        cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
        return tuple(self.cell(cell, is_head or (first_column and n == 0)) for n, cell in enumerate(cells))

    def cell(self, cell: etree._Element, is_header: bool) -> Cell:
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        value = "1" if span is None else attribute(span, "val")
        return Cell(tuple(self.flow(cell)), is_header, int(value) if value.isdecimal() else 1)


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables of a body, a cell or a text box, in wrappers too."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in INSIDE:
            yield from _blocks(child)


def _once(parts: Iterable[Part]) -> Iterator[Part]:
    """A caption above a table that the table itself has too is said with the table alone."""
    before: Part | None = None
    for part in parts:
        is_said_again = isinstance(part, Grid) and before == Words(part.caption, "Caption")
        if before is not None and not is_said_again:
            yield before
        before = part
    if before is not None:
        yield before


def _nested(listed: Sequence[tuple[int, Item]]) -> Iterator[Listing]:
    """Items with their levels as a list, deeper ones as lists inside the item before them."""
    if not listed:
        return
    base = min(level for level, _ in listed)
    items: list[Item] = []
    below: list[tuple[int, Item]] = []
    for level, item in (*listed, (base, None)):
        if level > base and item is not None:
            below.append((level, item))
            continue
        if below:
            inside = tuple(_nested(below))
            items = [*items[:-1], Item(items[-1].label, items[-1].parts + inside)] if items else [Item("", inside)]
            below = []
        if item is not None:
            items.append(item)
    yield Listing(tuple(items))
