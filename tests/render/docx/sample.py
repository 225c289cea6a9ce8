"""Documents for the tests of the Word renderer and its checks: one that has every node, and one leaflet."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from lessonkit.appearance import Margins, Page, PanelFrame, Theme
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
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    ListKind,
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
from lessonkit.drawing import Assets
from lessonkit.layout.theme import read_theme
from lessonkit.problems import Place
from lessonkit.render.docx import render_docx

ROOT = Path(__file__).parents[3]
ASSETS = Assets(icons=ROOT / "layouts/icons", root=ROOT)
SCHOOL = Field("school_name", "name of your school")
LEAD = Field("dsl_name", "name of the safeguarding lead", value="Sam Okafor")


@cache
def theme() -> Theme:
    return read_theme(ROOT / "layouts/themes/calm.yaml")


def words(text: str) -> Inlines:
    return (Text(text),)


def p(text: str, style: str = "body", icon: str | None = None) -> Paragraph:
    return Paragraph(words(text), style, icon)


def h(level: int, text: str, identifier: str, icon: str | None = None) -> Heading:
    return Heading(level, words(text), identifier, icon, place=Place("sources/sample.yaml", level))


def items(kind: ListKind, *blocks: tuple[Block, ...]) -> List:
    return List(tuple(ListItem(content) for content in blocks), kind)


def cells(*texts: str, header: bool = False) -> Row:
    return Row(tuple(Cell((p(text),), header) for text in texts))


def contacts() -> Table:
    helpline = Link(words("0800 1111"), "tel:08001111")
    days = items("bullet", (p("Free"),), (p("Any time"),))
    first = Row((Cell((p("Childline"),), True), Cell((Paragraph((helpline,)),)), Cell((days,))))
    return Table(
        head=(cells("Who", "How", "What", header=True),),
        body=(first, cells("Child at risk", "999", "In an emergency")),
        widths=(2, 2, 3),
        caption=words("People who can help"),
        place=Place("sources/sample.yaml", 40),
    )


def blocks() -> tuple[Block, ...]:
    banner = Box(
        "banner", (p("Lesson plan", "kicker"), h(1, "Water & “ice”", "title"), p("For small groups", "subtitle"))
    )
    lists = (
        items(
            "number", (p("Sit together."),), (p("Say the rules:"), items("bullet", (p("Be kind."),), (p("Listen."),)))
        ),
        items("number", (p("A new list starts at one."), p("With a second paragraph.", "small"))),
        items("check", (p("Film ready"),), (p("Sound on"),)),
    )
    callouts = (
        Callout("remember", words("Remember"), (p("It is never your fault."), items("bullet", (p("Tell someone."),))),
                "heart"),
        Callout("remember", words("And also"), (p("It is never too late."),), "heart"),
        Callout("help", (), (p("Without a title."),), "phone"),
        Box("card", (p("Words to say", "callout-title", "speech"), p("“How was your day?”", "starter"))),
        Box("card", (p("“Who was there?”", "starter"),)),
    )  # fmt: skip
    rich = Paragraph(
        (
            Text("Ask "), Strong(words("gently")), Text(" and "), Emphasis((Text("slowly, "), Strong(words("twice")))),
            LineBreak(), Text("bonjour", "fr"), Text(": see "), Link(words("what to do"), "#what"), Text(" or "),
            Link((Strong(words("the guide")),), "https://example.org/guide#top"), Text(". School: "), SCHOOL,
            Text(". Lead: "), LEAD, Text(". A co\u2011operative soft\u00adhyphen."),
        )
    )  # fmt: skip
    return (
        banner,
        Contents(words("In this plan"), 3),
        Section((h(2, "What to do", "what", "star"), rich, h(3, "Lists", "lists"), *lists)),
        Section((h(2, "Callouts", "callouts"), *callouts)),
        PageBreak(),
        Section((h(2, "Tables and pictures", "tables"), contacts(), p("Words after the table."), *pictures())),
        Section((h(2, "Side by side", "columns"), p("Two columns follow."), side_by_side(), p("One column again."))),
        Box(
            "cover", (h(2, "On a dark ground", "dark"), Paragraph((Text("Read "), Link(words("what to do"), "#what"))))
        ),
        WritingSpace(words("What I think"), 3),
    )


def pictures() -> tuple[Figure, ...]:
    return (
        Figure("icon:family", "Two adults and a child hold hands", 30, words("A family")),
        Figure("icon:star", Decorative(), 12),
    )


def side_by_side() -> Columns:
    left = (h(3, "Do", "do"), items("bullet", (p("Listen."),), (p("Believe."),)))
    return Columns((left, (h(3, "Avoid", "avoid"), p("Blame."))), (1, 1))


def everything() -> Document:
    """A document that has every node but panels."""
    return Document(
        name="sample",
        title="Water & “ice”",
        language="en-GB",
        audience="staff",
        blocks=blocks(),
        page=Page(),
        description="A sample with every node.",
        head=words("Water & “ice”"),
        foot=(SCHOOL, Text(" Page "), PageNumber(), Text(" of "), PageCount()),
        draft="Draft: not checked",
        extra={"date": "2026-11-22", "version": "1.0"},
    )


def leaflet() -> Document:
    """Six panels, three a side."""
    frames = tuple(PanelFrame(number, 99, 210, Margins(10, 8, 9, 8)) for number in range(1, 7))
    cover = Panel(1, (Box("cover", (h(1, "Talk", "title"), p("For families", "subtitle"))), p("Words.")))
    panels = (
        Panel(n, (h(2, f"Panel {n}", f"p{n}", "talk"), p("Words."), items("bullet", (p("One"),)))) for n in range(2, 7)
    )
    page = Page(width=297, height=210, panels=frames, word_sides=((1, 2, 3), (4, 5, 6)))
    return replace(everything(), name="leaflet", blocks=(cover, *panels), page=page, head=(), foot=(), draft="")


@cache
def everything_docx() -> bytes:
    return render_docx(everything(), theme(), ASSETS)


@cache
def leaflet_docx() -> bytes:
    return render_docx(leaflet(), theme(), ASSETS)
