"""What there is to hear in a PDF: its structure tree with the words of each element. Artifacts are silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.pdf import structure
from lessonkit.check.pdf.read import read_pdf
from lessonkit.check.pdf.structure import INLINE, NOTES, SOFT_HYPHEN, Element, PdfFile, numbers_a_note
from lessonkit.reading import fold
from lessonkit.report.transcript import heard
from lessonkit.report.transcript.heard import Cell, Grid, Heading, Heard, Item, Listing, Page, Part, Picture, Words

NOT_TAGGED = "This PDF is not tagged: what a screen reader says of it is a guess."
PICTURES = frozenset({"Figure", "Formula"})
NUMBER = re.compile(r"\d+|[*†‡]")
"""What calls a note."""
LISTS = frozenset({"L", "TOC"})
ITEMS = frozenset({"LI", "TOCI"})


def hear_pdf(data: bytes) -> Heard:
    """Everything in the structure tree, in its order. Raises LessonkitError for a file that cannot be read."""
    pdf = read_pdf(data)
    parts = tuple(_Reader(pdf).block(pdf.root)) if pdf.root.kids else (Words(NOT_TAGGED),)
    return Heard(parts, pdf.metadata_title or pdf.title, pdf.language)


class _Reader:
    """Walks the tree and remembers which page it is on."""

    def __init__(self, pdf: PdfFile) -> None:
        self.pdf = pdf
        self.page = 0
        self.called: list[Element] = []
        """Notes of the block that is being read."""

    def block(self, element: Element) -> Iterator[Part]:
        role = element.role
        if role[:1] == "H" and role[1:].isdecimal():
            yield from self.turned(element)
            yield Heading(int(role[1:]), self.line(element))
        elif role in PICTURES:
            yield from self.turned(element)
            yield Picture(fold(element.alt or element.actual_text or ""))
        elif role in LISTS:
            yield from self.list(element)
        elif role == "Table":
            yield from self.turned(element)
            yield self.table(element)
        else:
            yield from self.flow(element, "Caption" if role == "Caption" else "")
        yield from self.notes()

    def flow(self, element: Element, role: str = "") -> Iterator[Part]:
        """Words in lines, and blocks between them."""
        waiting: list[str] = []
        kids = list(self.kids(element))
        in_line = INLINE | NOTES | (PICTURES | {"NonStruct"} if any(map(_is_in_line, kids)) else frozenset())
        for kid in kids:
            if isinstance(kid, Element) and kid.role not in in_line:
                yield from self.words(waiting, role)
                yield from self.block(kid)
                continue
            if not fold("".join(waiting)) and (page := self.page_of(kid)):
                yield from self.turn(page)
            waiting.append(self.inline(kid))
        yield from self.words(waiting, role)

    def words(self, waiting: list[str], role: str) -> Iterator[Part]:
        text = fold("".join(waiting))
        waiting.clear()
        if text:
            yield Words(text, role)

    def notes(self) -> Iterator[Part]:
        called, self.called = self.called, []
        for note in called:
            yield Words(self.line(note), "Note")

    # -------------------------------------------------------------------------------------------- inside a line

    def kids(self, element: Element) -> Iterator[Element | structure.Words]:
        """What an element holds; an ActualText stands for all of it."""
        if element.actual_text is not None:
            page = structure.page_of(element) or self.page
            yield structure.Words(element.actual_text, page)
            return
        for kid in element.kids:
            if isinstance(kid, Element | structure.Words):
                yield kid

    def line(self, element: Element) -> str:
        """All words of an element in one line."""
        if element.actual_text is not None:
            return fold(element.actual_text)
        said = []
        for number, kid in enumerate(element.kids):
            if not isinstance(kid, Element | structure.Words):
                continue
            if isinstance(kid, Element) and element.role in NOTES and numbers_a_note(element, number):
                continue
            gap = " " if isinstance(kid, Element) and kid.role not in INLINE and kid.role not in NOTES else ""
            said.append(gap + self.inline(kid) + gap)
        return fold("".join(said))

    def inline(self, kid: Element | structure.Words) -> str:
        if isinstance(kid, structure.Words):
            return kid.text.replace(SOFT_HYPHEN, "")
        if kid.role in NOTES:
            self.called.append(kid)
            return ""
        said = kid.actual_text if kid.actual_text is not None else self.line_of(kid)
        if kid.role in PICTURES:
            return heard.picture(kid.alt or kid.actual_text or "")
        if kid.role == "Reference" and NUMBER.fullmatch(structure.words(kid)):
            return heard.note_call(structure.words(kid))
        if kid.original == "PageNumber":
            return f" page {said}"
        if kid.role == "Link":
            return heard.link(said)
        if kid.expansion:
            return f"{said} ({kid.expansion})"
        return heard.in_language(kid.language or "", said) if self.is_foreign(kid) else said

    def line_of(self, element: Element) -> str:
        """The words of an element with the spaces at its ends."""
        return "".join(self.inline(kid) for kid in self.kids(element))

    def is_foreign(self, element: Element) -> bool:
        return bool(element.language) and element.language != self.pdf.language and element.role == "Span"

    # ---------------------------------------------------------------------------------------- lists and tables

    def list(self, element: Element) -> Iterator[Part]:
        for kid in element.kids:
            if isinstance(kid, Element) and kid.role == "Caption":
                yield Words(self.line(kid), "Caption")
        yield from self.turned(element)
        items = [kid for kid in element.kids if isinstance(kid, Element) and kid.role in ITEMS]
        yield Listing(tuple(self.item(item) for item in items))

    def item(self, item: Element) -> Item:
        labels = [kid for kid in item.kids if isinstance(kid, Element) and kid.role == "Lbl"]
        label = fold(" ".join(self.line(kid) for kid in labels))
        rest = Element(item.role, item.original, tuple(kid for kid in item.kids if kid not in labels))
        parts = tuple(self.turned(item)) + tuple(self.flow(rest)) + tuple(self.notes())
        return Item(label if any(character.isalnum() for character in label) else "", parts)

    def table(self, table: Element) -> Grid:
        captions = [kid for kid in table.kids if isinstance(kid, Element) and kid.role == "Caption"]
        caption = fold(" ".join(self.line(kid) for kid in captions))
        rows = [element for element in structure.walk(table) if element.role == "TR"]
        return Grid(tuple(self.row(row) for row in rows), caption)

    def row(self, row: Element) -> tuple[Cell, ...]:
        cells = [kid for kid in row.kids if isinstance(kid, Element) and kid.role in ("TH", "TD")]
        return tuple(self.cell(cell) for cell in cells)

    def cell(self, cell: Element) -> Cell:
        parts = (*self.flow(cell), *self.notes())
        return Cell(parts, cell.role == "TH", _span(cell, "ColSpan"), _span(cell, "RowSpan"))

    # -------------------------------------------------------------------------------------------------- pages

    def turned(self, element: Element) -> Iterator[Part]:
        """The page on which an element begins, if it is another one."""
        return self.turn(structure.page_of(element) or self.page)

    def turn(self, page: int) -> Iterator[Part]:
        if page != self.page:
            self.page = page
            yield Page(page)

    def page_of(self, kid: Element | structure.Words) -> int | None:
        return kid.page if isinstance(kid, structure.Words) else structure.page_of(kid)


def _is_in_line(kid: Element | structure.Words) -> bool:
    """Whether it can only stand in a line, so that pictures beside it stand there too."""
    return isinstance(kid, structure.Words) or kid.role in INLINE - {"Lbl"}


def _span(cell: Element, name: str) -> int:
    value = cell.attributes.get(name, 1)
    return value if isinstance(value, int) and 0 < value <= 1000 else 1
