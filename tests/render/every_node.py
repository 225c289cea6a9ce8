"""A small document with every kind of node, for the tests of renderers and of what reads their files back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lessonkit.document import (
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
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    PageBreak,
    Panel,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
    Text,
    WritingSpace,
)
from lessonkit.drawing import Assets
from lessonkit.layout.geometry import read_layout
from lessonkit.layout.theme import read_theme

ROOT = Path(__file__).parents[2]
THEME = read_theme(ROOT / "layouts" / "themes" / "calm.yaml")
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
