"""A small document with every kind of node, for the tests of renderers and of what reads their files back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lessonkit.document import (
    Abbreviation,
    Box,
    Callout,
    Cell,
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
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    MultiColumn,
    PageBreak,
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
from lessonkit.drawing import Assets
from lessonkit.layout.geometry import read_layout
from lessonkit.layout.strings import read_strings
from lessonkit.layout.theme import read_theme

ROOT = Path(__file__).parents[2]
THEME = read_theme(ROOT / "layouts" / "themes" / "calm.yaml")
WORDS = read_strings(ROOT / "layouts" / "strings", "en").words
ASSETS = Assets(ROOT / "layouts" / "icons", ROOT)

SCHOOL = Field("school_name", "name of your school")
LEAD = Field("dsl_name", "name of the safeguarding lead", "Ms Ada Okoro", 50)
HELPLINE = Link((Text("0800 1111"),), "tel:08001111")
RELAY = Link((Text("18001 0800 1111 (Relay UK, for people who cannot speak)"),), "tel:1800108001111")
ADDRESS = Link((Text("help@example.org"),), "mailto:help@example.org")


def words(text: str) -> Inlines:
    return (Text(text),)


def paragraph(text: str, style: str = "body") -> Paragraph:
    return Paragraph(words(text), style)


def item(text: str) -> ListItem:
    return ListItem((paragraph(text, "list"),))


def cells(style: str, *texts: str) -> tuple[Cell, ...]:
    return tuple(Cell((paragraph(text, style),), style == "table-head") for text in texts)


def row(first: str, *others: str) -> Row:
    return Row((Cell((paragraph(first, "table-row-head"),), header=True), *cells("table-cell", *others)))


BANNER = Box(
    "banner",
    (
        paragraph("For parents and carers", "kicker"),
        Heading(1, words('Water & "ice"'), "title"),
        paragraph("Talking about <pictures> & sharing", "subtitle"),
    ),
)

SENTENCES = Section(
    (
        Heading(2, (Text("What to "), Strong(words("say"))), "say", icon="speech"),
        Paragraph(
            (
                Text("Say it "),
                Strong((Text("calmly"), Emphasis(words(" and slowly")))),
                Text(", in "),
                Text("Cymraeg", "cy"),
                Text(" too."),
                LineBreak(),
                Text("Ring "),
                HELPLINE,
                Text(" or write to "),
                ADDRESS,
                Text(". "),
                Link(words("Read on"), "#who"),
                Text("; our school is "),
                SCHOOL,
                Text("."),
            ),
            icon="phone",
        ),
        paragraph("Nothing that happened is your fault.", "message"),
        Heading(3, words("In this order"), "order"),
        List(
            (item("Listen."), ListItem((paragraph("Tell.", "list"), List((item("Nobody"), item("Somebody")))))),
            "number",
            2,
        ),
        List((item("Write down what was said"), item("Keep the device")), "check"),
        PageBreak(),
        List((item("Ice"), ListItem((Paragraph((RELAY,), "list"),)))),
    )
)

PEOPLE = Section(
    (
        Heading(2, words("Whom to ask"), "who"),
        Table(
            head=(Row(cells("table-head", "Who", "How", "What for")),),
            body=(
                row("Childline", "0800 1111", "For anybody under 19, about anything, day and night"),
                Row(
                    (
                        Cell((Paragraph((Text("The lead, "), LEAD), "table-row-head"),), header=True),
                        Cell((Paragraph((HELPLINE,), "table-cell"), Paragraph((ADDRESS,), "table-cell"))),
                        *cells("table-cell", "For everything that worries you about a child"),
                    )
                ),
            ),
            widths=(2, 2, 3),
            caption=words("People who help"),
        ),
        Callout("remember", words("Remember"), (paragraph("Stay calm."), List((item("Breathe"),))), "calm"),
        Callout("never", (), (paragraph("Never forward the picture."),), "stop"),
        Callout("note", (), (paragraph("A note without anything."),)),
        Columns(
            (
                (Heading(3, words("Left"), "left"), paragraph("Read this first.")),
                (Heading(3, words("Right"), "right"), paragraph("Then this.", "small")),
            ),
            (1, 2),
        ),
        Figure("icon:trusted-adult", "A child talks to a grown-up.", 30, words("Somebody listens")),
        Figure("icon:heart", Decorative(), 12),
        Box("card", (paragraph("“Can you help me?”", "starter"),)),
        WritingSpace(words("My notes"), 2),
    )
)

LONG = Document(
    name="sample",
    title='Water & "ice"',
    language="en-GB",
    audience="parents",
    blocks=(BANNER, Contents(words("Contents"), 3), SENTENCES, PEOPLE),
    page=read_layout(ROOT / "layouts" / "lesson").page,
    description="Every node, once.",
    draft='A template: "blanks" to fill in',
    extra={"version": "1.0"},
    words=WORDS,
)
"""Every node except panels."""


def _panel(number: int) -> Panel:
    heading = Heading(2, words(f"Panel {number}"), f"part-{number}", icon="talk")
    return Panel(
        number, (heading, paragraph("What it is about."), List((item("Ask"), item("Listen"))), PEOPLE.blocks[1])
    )


LEAFLET = replace(
    LONG,
    blocks=(Panel(1, (replace(BANNER, style="cover"), paragraph("Take your time."))), *map(_panel, range(2, 7))),
    page=read_layout(ROOT / "layouts" / "leaflet").page,
    draft="",
)
"""Six panels."""

LAW = Footnote(
    (Text("Online Safety Act 2023, "), Link(words("on legislation.gov.uk"), "https://www.legislation.gov.uk/"))
)
WELSH = Footnote((Text("In Welsh: "), Text("diogel ar-lein", "cy"), Text(".")))

IN_A_LINE = Section(
    (
        Heading(2, words("1 Words in a line"), "line", badge="1"),
        Paragraph(
            (
                Text("Ask the "),
                Abbreviation("DSL", "designated safeguarding lead"),
                Text(" on the 19"),
                Superscript(words("th")),
                Text(", or type "),
                Code("*67"),
                Text(" first"),
                LAW,
                Text(". A "),
                Icon("heart", "heart"),
                Text(" means thanks"),
                Icon("stop", Decorative()),
                Text(", in every school"),
                WELSH,
                Text("."),
            )
        ),
        List(
            (
                ListItem((paragraph("Listen.", "list"),)),
                ListItem((Paragraph((Text("Tell"), Footnote(words("Or write it down."))), "list"),)),
            ),
            "number",
            3,
            numbering="lower-roman",
        ),
        List((ListItem((paragraph("Asked", "list"),), checked=True), item("Answered")), "check"),
        DefinitionList(
            (
                Definition(words("Block"), (paragraph("Stop somebody from writing to you."),)),
                Definition(
                    (Text("Report, "), Emphasis(words("or flag"))), (paragraph("Tell those who run the site."),)
                ),
            )
        ),
    )
)


def spanned(text: str, columns: int = 1, rows: int = 1, header: bool = False, style: str = "table-cell") -> Cell:
    return Cell((paragraph(text, style),), header, columns, rows)


HOURS = Table(
    head=(
        Row((spanned("Who", rows=2, style="table-head"), spanned("When", 2, style="table-head"))),
        Row(cells("table-head", "By day", "By night")),
    ),
    body=(
        Row((spanned("Childline", rows=2, header=True, style="table-row-head"), *cells("table-cell", "Yes", "Yes"))),
        Row((spanned("Free from every telephone", 2),)),
        row("The school", "Yes", "No"),
    ),
    widths=(),
    caption=words("Hours"),
)
"""A table with cells that reach over columns and rows."""

COUNTS = Table(
    head=(Row(cells("table-head", "Year", "Lessons", "Hours", "Kind")),),
    body=(row("2024", "1,200", "900.5", "Short"), row("2025", "980", "1,020.25", "Long")),
    widths=(),
    caption=words("Lessons given"),
    aligns=("left", "number", "right", "centre"),
)

SIDE_BY_SIDE = Section(
    (
        Heading(2, words("Side by side"), "side"),
        Float(
            "right",
            (Figure("icon:talk", "Two people talk.", 40, words("They talk")),),
            (paragraph("The words stand beside the picture. " * 6), List((item("One"), item("Two")))),
            0.35,
        ),
        MultiColumn((paragraph("These words flow through columns. " * 12), List((item("Three"), item("Four"))))),
        HOURS,
        COUNTS,
    )
)

RICH = replace(LONG, name="rich", blocks=(BANNER, Contents(words("Contents"), 2), IN_A_LINE, SIDE_BY_SIDE), draft="")
"""The nodes that LONG leaves out: notes, terms, spans, and what stands side by side."""
