"""Documents that try the renderers: every pair of nodes that the tree allows, and any number of random documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import count
from random import Random

from lessonkit.appearance import Page
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
    Definition,
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
    Panel,
    Paragraph,
    QRCode,
    Row,
    Section,
    Series,
    Strong,
    Superscript,
    Table,
    Text,
    WritingSpace,
)
from render.every_node import COUNTS, HOURS, LEAFLET, WORDS
from render.pdf.galleys import document

Holder = Callable[[Block], Block]
Wrapper = Callable[[Inline], Inline]

# ----------------------------------------------------------------------------------------------------- every pair


def words(*content: Inline | str) -> Inlines:
    return tuple(Text(part) if isinstance(part, str) else part for part in content)


def paragraph(*content: Inline | str) -> Paragraph:
    return Paragraph(words(*content))


def row(*cells: Block, header: bool = False) -> Row:
    return Row(tuple(Cell((cell,), header or number == 0) for number, cell in enumerate(cells)))


HOLDERS: dict[str, Holder] = {
    "section": lambda block: Section((block,)),
    "box": lambda block: Box("card", (block,)),
    "callout": lambda block: Callout("help", words("A title"), (block,)),
    "callout with an icon": lambda block: Callout("note", (), (block,), "heart"),
    "column": lambda block: Columns(((block,), (paragraph("Beside it."),)), (1, 1)),
    "multi-column": lambda block: MultiColumn((block, paragraph("After it."))),
    "side": lambda block: Float("left", (block,), (paragraph("Beside it. " * 20),)),
    "beside": lambda block: Float("right", (Figure("icon:talk", "A talk.", 20),), (block, paragraph("Below."))),
    "list item": lambda block: List((ListItem((paragraph("First."), block)), ListItem((paragraph("Second."),)))),
    "task": lambda block: List((ListItem((block,), checked=True),), "check"),
    "definition": lambda block: DefinitionList((Definition(words("Term"), (block,)),)),
    "cell": lambda block: Table(
        (row(paragraph("Who"), paragraph("What"), header=True),),
        (row(paragraph("Ada"), block),),
        (1, 4),
        words("A table"),
    ),
}
"""What may hold blocks. A panel may too, but only stands at the top."""

CHART = Chart("bar", ("2024", "2025"), (Series("Given", (12, 15.5)),), "lessons")

HELD: dict[str, Block] = {
    "paragraph": paragraph("A few words."),
    "paragraph with an icon": Paragraph(words("A few words."), icon="heart"),
    "list": List((ListItem((paragraph("One."),)), ListItem((paragraph("Two."),)))),
    "letters": List((ListItem((paragraph("One."),)),), "number", 4, numbering="upper-alpha"),
    "tasks": List((ListItem((paragraph("One."),), True), ListItem((paragraph("Two."),))), "check"),
    "definitions": DefinitionList((Definition(words("Block"), (paragraph("Stop somebody."),)),)),
    "table": Table(
        (row(paragraph("Who"), paragraph("How"), header=True),),
        (row(paragraph("Ada"), paragraph("Ring")),),
        (1, 1),
        words("Calls"),
    ),
    "table with spans": HOURS,
    "table of numbers": COUNTS,
    "figure": Figure("icon:talk", "Two people talk.", 20, words("They talk")),
    "decorative figure": Figure("icon:talk", Decorative(), 20),
    "chart": Figure(CHART, "More lessons each year.", 50, words("Lessons")),
    "code": Figure(
        QRCode("https://example.org/"), "QR code", 20, words(Link(words("example.org"), "https://example.org/"))
    ),
    "callout": Callout("remember", words("Remember"), (paragraph("Stay calm."),), "calm"),
    "box": Box("cover", (paragraph("In a box."),)),
    "section": Section((paragraph("In a section."),)),
    "columns": Columns(((paragraph("Left."),), (paragraph("Right."),)), (1, 1)),
    "multi-column": MultiColumn((paragraph("It flows. " * 20),)),
    "float": Float("left", (Figure("icon:heart", "A heart.", 10),), (paragraph("Beside. " * 20),)),
    "writing": WritingSpace(words("My notes"), 2),
    "note": paragraph("Words", Footnote(words("A note.")), " go on."),
}
"""What every holder may hold."""

LOOSE_ONES = {
    "heading": Heading(2, words("A heading"), "?", "talk"),
    "badge": Heading(2, words("2 Two"), "?", badge="2"),
}
"""What only stands where blocks are not items of something."""

LOOSE = ("section", "box", "callout", "column", "multi-column", "beside")

WRAPPERS: dict[str, Wrapper] = {
    "strong": lambda node: Strong((Text("a "), node)),
    "emphasis": lambda node: Emphasis((node, Text(" b"))),
    "superscript": lambda node: Superscript((node,)),
    "link": lambda node: Link((Text("see "), node), "https://example.org/"),
    "note": lambda node: Footnote((Text("note "), node)),
}

LEAVES: dict[str, Inline] = {
    "text": Text("words"),
    "language": Text("bore da", "cy"),
    "abbreviation": Abbreviation("DSL", "designated safeguarding lead"),
    "foreign abbreviation": Abbreviation("CPD", "cymorth", "cy"),
    "code": Code("*67#"),
    "icon": Icon("heart", "a heart"),
    "decorative icon": Icon("heart", Decorative()),
    "blank": Field("blank", "your name", None, 20),
    "field": Field("dsl_name", "lead", "Ms Okoro"),
    "line end": LineBreak(),
}


def inline_pairs() -> Iterator[tuple[str, Inline]]:
    """Every leaf, and every wrapper around each leaf and other wrapper: no link in a link, no note in either."""
    yield from LEAVES.items()
    for outer, wrap in WRAPPERS.items():
        for inner, leaf in LEAVES.items():
            yield f"{inner} in {outer}", wrap(leaf)
        for inner, other in WRAPPERS.items():
            if not (inner == outer == "link" or (inner == "note" and outer in ("link", "note"))):
                yield f"{inner} in {outer}", wrap(other(Text("x")))


LINES: dict[str, Callable[[Inlines], Block]] = {
    "paragraph": Paragraph,
    "heading": lambda content: Heading(2, content, "?"),
    "caption": lambda content: Figure("icon:talk", "Two people talk.", 10, content),
    "table caption": lambda content: Table(
        (row(paragraph("Who"), header=True),), (row(paragraph("I")),), (1,), content
    ),
    "title": lambda content: Callout("help", content, (paragraph("Text."),)),
    "label": lambda content: WritingSpace(content, 1),
    "term": lambda content: DefinitionList((Definition(content, (paragraph("Text."),)),)),
}
"""What holds a line of words; notes stand in paragraphs only."""


def pairs() -> Iterator[tuple[str, Block]]:
    """Every pair of a node and what it holds directly, with the pair's name."""
    for outer, hold in HOLDERS.items():
        for inner, held in (HELD | (LOOSE_ONES if outer in LOOSE else {})).items():
            yield f"{inner} in {outer}", hold(held)
    for line, make in LINES.items():
        for inner, node in inline_pairs():
            if line == "paragraph" or "note" not in inner:
                yield f"{inner} in {line}", make((Text("Begin "), node, Text(" end.")))


def every_pair() -> Document:
    """One document with every pair, each after a paragraph that names it."""
    blocks = [block for name, pair in pairs() for block in (paragraph(f"{name}:"), pair)]
    return numbered(document(*opening(), *blocks, width=210, height=297))


def every_pair_in_panels() -> Document:
    """Every block in a panel."""
    kept = LEAFLET.page.panels
    held = [*HELD.values(), *LOOSE_ONES.values()]
    shares = [held[number :: len(kept)] for number in range(len(kept))]
    panels = [Panel(frame.number, tuple(share)) for frame, share in zip(kept, shares, strict=True)]
    first = Panel(1, (*opening()[:1], *panels[0].blocks))
    return numbered(Document("panels", "Panels", "en-GB", "parents", (first, *panels[1:]), LEAFLET.page, words=WORDS))


def opening() -> tuple[Block, ...]:
    return Heading(1, words("Title"), "title"), Contents(words("Contents"), 3)


def numbered(whole: Document) -> Document:
    """The document with an id of its own for each heading."""
    numbers = count(1)

    def renamed(node: object) -> object:
        if isinstance(node, tuple):
            return tuple(map(renamed, node))
        if isinstance(node, Heading):
            return replace(node, id=f"h{next(numbers)}")
        if not is_dataclass(node) or isinstance(node, type | Document):
            return node
        return replace(node, **{each.name: renamed(getattr(node, each.name)) for each in fields(node)})

    return replace(whole, blocks=renamed(whole.blocks))


def for_word(whole: Document) -> Document:
    """The document on paper of a size that Word knows, without tables in cells, which its renderer refuses."""

    def flat(node: object, in_cell: bool = False) -> object:
        if isinstance(node, tuple):
            return tuple(flat(each, in_cell) for each in node)
        if in_cell and isinstance(node, Table):
            return paragraph("A table.")
        if not is_dataclass(node) or isinstance(node, type):
            return node
        inside = in_cell or isinstance(node, Cell)
        return replace(node, **{each.name: flat(getattr(node, each.name), inside) for each in fields(node)})

    return replace(whole, blocks=flat(whole.blocks), page=Page())


# ------------------------------------------------------------------------------------------------ random documents

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

WIDE, HIGH = 1400, 2000
"""Millimetres: room for tables in lists in boxes in columns."""


def random_document(seed: int) -> Document:
    """A document whose blocks hold each other in any way the tree allows; the same seed gives the same one."""
    return numbered(document(*Maker(Random(seed)).blocks(), width=WIDE, height=HIGH))


class Maker:
    """Makes blocks that hold each other in any way the tree allows."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.depth = 0

    def blocks(self) -> tuple[Block, ...]:
        return (*opening(), *self.some(), Heading(2, self.plain(), "?"), *self.some())

    def some(self) -> tuple[Block, ...]:
        self.depth += 1
        simple = [self.paragraph, self.paragraph, self.figure, self.writing]
        holding = [self.section, self.list, self.callout, self.box, self.columns, self.table]
        holding += [self.definitions, self.spans, self.multi_column, self.float]
        makers = simple + (holding if self.depth < 4 else [])
        found = tuple(self.random.choice(makers)() for _ in range(self.random.randint(1, 3)))
        self.depth -= 1
        return found if self.depth else (*found, PageBreak())

    def inline(self, depth: int = 0, without: str = "") -> Inline:
        """A node; `without`: `notes`, or `links` and notes, because it stands in one."""
        simple = list(LEAVES.values())
        if depth >= 2 or self.random.random() < 0.5:
            return self.random.choice([*simple, *map(Text, PHRASES)])
        names = {"": list(WRAPPERS), "notes": [*WRAPPERS][:4], "links": [*WRAPPERS][:3]}[without]
        name = self.random.choice(names)
        inside = {"link": "links", "note": "notes"}.get(name, without)
        return WRAPPERS[name](self.inline(depth + 1, inside))

    def words(self) -> Inlines:
        return (Text("Begin "), *(self.inline() for _ in range(self.random.randint(0, 12))))

    def plain(self) -> Inlines:
        """Words without notes, for where none can stand."""
        return (Text("Begin "), *(self.inline(without="notes") for _ in range(self.random.randint(0, 6))))

    def paragraph(self) -> Block:
        notes = (self.long_note() for _ in range(self.random.choice([0, 0, 0, 1])))
        return Paragraph((*self.words(), *notes), "body", self.random.choice([None, None, "heart"]))

    def long_note(self) -> Inline:
        return Footnote((Text("Said at the foot "), *[Text("and more words ")] * self.random.choice([3, 60])))

    def figure(self) -> Block:
        alt = self.random.choice(["Two people talk.", Decorative()])
        drawn = self.random.choice(["icon:talk", QRCode("https://example.org/"), CHART])
        drawn = "icon:talk" if self.depth > 1 and drawn is CHART else drawn  # its names need room
        alt = alt if isinstance(drawn, str) else "It shows what the words say."
        return Figure(drawn, alt, 50, self.random.choice([(), self.plain()]))

    def writing(self) -> Block:
        lines = self.random.randint(0, 3)
        return WritingSpace(self.plain(), lines, self.random.choice([0.0, 13.0]) if lines else 30.0)

    def section(self) -> Block:
        return Section(self.some())

    def list(self) -> Block:
        ticks = self.random.choice([True, False])
        items = tuple(ListItem(self.some(), ticks) for _ in range(self.random.randint(1, 3)))
        kind = self.random.choice(["bullet", "number", "check"])
        numbering = self.random.choice(["decimal", "lower-alpha", "upper-roman"])
        return List(items, kind, self.random.randint(1, 12), numbering=numbering)

    def definitions(self) -> Block:
        items = (Definition(self.plain(), self.some()) for _ in range(self.random.randint(1, 3)))
        return DefinitionList(tuple(items))

    def callout(self) -> Block:
        title, icon = self.random.choice([(), self.plain()]), self.random.choice([None, "heart"])
        return Callout(self.random.choice(["note", "help"]), title, self.some(), icon)

    def box(self) -> Block:
        return Box(self.random.choice(["card", "cover", "banner"]), self.some())

    def columns(self) -> Block:
        return Columns((self.some(), self.some()), (1, 2))

    def multi_column(self) -> Block:
        return MultiColumn(self.some(), self.random.randint(2, 3))

    def float(self) -> Block:
        return Float(self.random.choice(["left", "right"]), self.some(), self.some())

    def table(self) -> Block:
        head = Row((Cell((Paragraph(self.plain()),), True), Cell((Paragraph(self.plain()),), True)))
        rows = (Row((Cell(self.some(), True), Cell(self.some()))) for _ in range(self.random.randint(1, 3)))
        return Table((head,), tuple(rows), self.random.choice([(), (1, 1)]), self.plain())

    def spans(self) -> Block:
        """A table of three columns, with a cell over two rows or two columns in each pair of rows."""
        head = Row((Cell((paragraph("Who"),), True), Cell((paragraph("When"),), True, columns=2)))
        rows: list[Row] = []
        for _ in range(self.random.randint(1, 2)):
            tall = Cell((Paragraph(self.words()),), True, rows=2)
            rows.append(Row((tall, Cell(self.some()), Cell((Paragraph(self.words()),)))))
            rows.append(Row((Cell(self.some(), columns=2),)))
        return Table((head,), tuple(rows), (), self.plain(), aligns=("left", "number", "centre"))
