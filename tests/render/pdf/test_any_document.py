"""Any document at all: it conforms, and its words read back as they were written."""

from __future__ import annotations

from random import Random

import page
import pytest

from lessonkit.check.pdf.read import reading_lines as read_back
from lessonkit.document import (
    Block,
    Box,
    Callout,
    Cell,
    Columns,
    Decorative,
    Definition,
    DefinitionList,
    Emphasis,
    Field,
    Figure,
    Float,
    Footnote,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    MultiColumn,
    PageBreak,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
    Text,
    WritingSpace,
)
from lessonkit.reading import reading_lines
from lessonkit.render.pdf import render_pdf
from render.every_node import ASSETS, THEME
from render.pdf.galleys import document

PHRASES = (
    "a",
    " two ",
    "(well\u2011being) ",
    " Year\u00a07",
    "a, b and c ",
    "x\u0301 \\ ",
    "longer words than it ",
    "שלום (עולם) ",
    "हिन्दी→",
)
DOCUMENTS = 24

WIDE, HIGH = 700, 1400
"""Millimetres: room for tables in lists in boxes in columns."""


@pytest.mark.parametrize("seed", range(DOCUMENTS))
def test_any_document_conforms_and_reads_back_as_written(seed: int) -> None:
    source = document(*Maker(Random(seed)).blocks(), width=WIDE, height=HIGH)
    data = render_pdf(source, THEME, ASSETS)[""]
    report = page.validate_pdf_bytes(data, profile="ua1")
    assert report.is_compliant, report.failures
    assert read_back(data) == reading_lines(source)


class Maker:
    """Makes blocks that hold each other in any way the tree allows."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.depth = 0

    def blocks(self) -> tuple[Block, ...]:
        return (Heading(1, (Text("Title"),), "title"), *self.some(), *self.some())

    def some(self) -> tuple[Block, ...]:
        self.depth += 1
        simple = [self.paragraph, self.paragraph, self.figure, self.writing]
        holding = [
            self.section,
            self.list,
            self.callout,
            self.box,
            self.columns,
            self.table,
            self.multi_column,
            self.float,
        ]
        makers = simple + (holding if self.depth < 4 else [])
        found = tuple(self.random.choice(makers)() for _ in range(self.random.randint(1, 3)))
        self.depth -= 1
        return found if self.depth else (*found, PageBreak())

    def inline(self, depth: int = 0, linked: bool = False) -> Inline:
        kind = self.random.randrange(9 if depth < 2 else 3)
        match kind:
            case 0:
                return Text("bore da", "cy")
            case 1:
                return LineBreak()
            case 3:
                return Strong((self.inline(depth + 1, linked), self.inline(depth + 1, linked)))
            case 4:
                return Emphasis((self.inline(depth + 1, linked),))
            case 5 if not linked:
                return Link((Text("see "), self.inline(depth + 1, True)), "https://example.org/(a)")
            case 6:
                return Field("blank", "a “detail”", self.random.choice([None, "Ms (Okoro)"]), 20)
            case _:
                return Text(self.random.choice(PHRASES))

    def words(self) -> Inlines:
        return (Text("Begin "), *(self.inline() for _ in range(self.random.randint(0, 12))))

    def paragraph(self) -> Block:
        notes = (self.note() for _ in range(self.random.choice([0, 0, 0, 1, 2])))
        return Paragraph((*self.words(), *notes), "body", self.random.choice([None, None, "heart"]))

    def note(self) -> Inline:
        more = (Text("and more words ") for _ in range(self.random.choice([0, 3, 60])))
        return Footnote((Text("Said at the "), Emphasis((Text("foot "),)), *more))

    def figure(self) -> Block:
        alt = self.random.choice(["Two people talk.", Decorative()])
        return Figure("icon:talk", alt, 20, self.random.choice([(), self.words()]))

    def writing(self) -> Block:
        return WritingSpace(self.words(), self.random.randint(1, 3))

    def section(self) -> Block:
        return Section(self.some())

    def list(self) -> Block:
        items = tuple(ListItem(self.some()) for _ in range(self.random.randint(1, 3)))
        return List(items, self.random.choice(["bullet", "number", "check"]), self.random.randint(1, 12))

    def callout(self) -> Block:
        title, icon = self.random.choice([(), self.words()]), self.random.choice([None, "heart"])
        return Callout(self.random.choice(["note", "help"]), title, self.some(), icon)

    def box(self) -> Block:
        return Box(self.random.choice(["card", "cover", "banner"]), self.some())

    def columns(self) -> Block:
        return Columns((self.some(), self.some()), (1, 2))

    def multi_column(self) -> Block:
        return MultiColumn(self.some(), self.random.choice([2, 3]))

    def float(self) -> Block:
        return Float(self.random.choice(["left", "right"]), self.some(), self.some(), 0.4)

    def definitions(self) -> Block:
        count = self.random.randint(1, 3)
        return DefinitionList(tuple(Definition((Text(f"Term {n}"),), self.some()) for n in range(count)))

    def table(self) -> Block:
        head = Row((Cell((Paragraph(self.words()),), True), Cell((), True)))
        rows = [Row((Cell(self.some(), True), Cell(self.some()))) for _ in range(self.random.randint(1, 3))]
        if self.depth > 1:
            return Table((head,), tuple(rows), (1, 1), self.words())
        rows += [Row((Cell(self.some(), rows=2), Cell(self.some()))), Row((Cell(self.some()),))]
        rows.append(Row((Cell(self.some(), columns=2),)))
        aligns = self.random.choice([(), ("left", "number"), ("centre", "right")])
        widths = self.random.choice([(1, 1), ()])
        return Table((head,), tuple(rows), widths, self.words(), aligns=aligns)
