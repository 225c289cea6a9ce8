"""lessonkit: the document tree, made for each school, then laid out and painted by `render_pdf`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bench import content, look
from lessonkit.appearance import Margins, Page, Style, Theme
from lessonkit.document import (
    Block,
    Callout,
    Cell,
    Document,
    Field,
    Figure,
    Heading,
    Inline,
    Inlines,
    Link,
    List,
    ListItem,
    PageCount,
    PageNumber,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)
from lessonkit.drawing import Assets
from lessonkit.layout.strings import read_strings
from lessonkit.layout.theme import read_theme
from lessonkit.render.pdf import render_pdf

LAYOUTS = look.FONTS.parent


def sizes(at: look.Look) -> dict[str, dict[str, float | str]]:
    """What the bench changes of each style."""
    return {
        "body": {"size_pt": at.body, "leading": at.leading, "after_pt": at.after},
        "list": {"size_pt": at.body, "leading": at.leading, "after_pt": at.item_after},
        "heading-1": {"size_pt": at.title},
        "heading-2": {"size_pt": at.heading_2, "before_pt": at.before_heading},
        "heading-3": {"size_pt": at.heading_3, "colour": look.ACCENT, "before_pt": at.before_heading / 2},
        "callout-title": {"size_pt": at.heading_3},
        "caption": {"size_pt": at.caption, "font": "regular"},
        "table-head": {"size_pt": at.cell},
        "table-row-head": {"size_pt": at.cell},
        "table-cell": {"size_pt": at.cell},
        "running": {"size_pt": at.running},
    }


class Kit:
    """A document with the settings that a series shares: the theme, and the words that our formats say themselves."""

    def __init__(self, work: content.Work, pictures: Path) -> None:
        self.work = work
        self.theme = theme(look.LOOKS[work.name])
        self.words = read_strings(LAYOUTS / "strings", content.LANGUAGE).words
        self.assets = Assets(LAYOUTS / "icons", pictures)

    def build(self, school: str) -> bytes:
        """The reading edition."""
        return render_pdf(self.tree(school), self.theme, self.assets)[""]

    def tree(self, school: str) -> Document:
        """The document for this school."""
        return document(self.work, school, self.words)


def open_engine(work: content.Work, pictures: Path) -> Kit:
    """Lessonkit with this document."""
    return Kit(work, pictures)


def theme(at: look.Look) -> Theme:
    """The calm theme in the sizes of the bench."""
    calm = read_theme(LAYOUTS / "themes" / "calm.yaml")
    styles: dict[str, Style] = dict(calm.styles)
    for name, values in sizes(at).items():
        styles[name] = replace(styles[name], **values)
    box = replace(calm.boxes["remember"], bar_pt=at.bar, padding_pt=2 * at.padding)
    return replace(
        calm,
        styles=styles,
        boxes={**calm.boxes, "remember": box},
        table=replace(calm.table, padding_pt=at.padding, zebra=""),
    )


def document(work: content.Work, school: str, words: Mapping[str, str]) -> Document:
    """The tree of a document for this school; words: what formats say themselves, by name."""
    blocks = [Heading(1, (Text(work.title),), "title"), *(_block(block, school) for block in work.blocks)]
    return Document(
        name=work.name,
        title=work.title,
        language=content.LANGUAGE,
        audience="parents",
        blocks=tuple(blocks),
        page=Page(margins=Margins(look.MARGIN_Y_MM, look.MARGIN_X_MM, look.MARGIN_Y_MM, look.MARGIN_X_MM)),
        head=(Text(work.title),),
        words=words,
        foot=(_field(school), Text(" Page "), PageNumber(), Text(" of "), PageCount()),
    )


def _block(block: content.Block, school: str) -> Block:
    match block:
        case content.Heading():
            return Heading(block.level, _inlines(block.words, school), block.id)
        case content.Paragraph():
            return Paragraph(_inlines(block.words, school))
        case content.Items():
            items = (ListItem((Paragraph(_inlines(item, school)),)) for item in block.items)
            return List(tuple(items), "number" if block.numbered else "bullet")
        case content.Table():
            head, body = _row(block.head, header=True), tuple(_row(row) for row in block.rows)
            return Table((head,), body, block.widths, (Text(block.caption),))
        case content.Callout():
            paragraphs = tuple(Paragraph(_inlines(words, school)) for words in block.paragraphs)
            return Callout("remember", (Text(block.title),), paragraphs)
        case content.Figure():
            return Figure(block.file, block.alt, block.width_mm, (Text(block.caption),))


def _row(cells: tuple[str, ...], header: bool = False) -> Row:
    return Row(
        tuple(Cell((Paragraph((Text(cell),)),), header=header or column == 0) for column, cell in enumerate(cells))
    )


def _inlines(words: content.Words, school: str) -> Inlines:
    return tuple(_inline(span, school) for span in words)


def _inline(span: content.Span, school: str) -> Inline:
    if span.school:
        return _field(school)
    text = Text(span.text)
    if span.address:
        return Link((text,), span.address)
    return Strong((text,)) if span.bold else text


def _field(school: str) -> Field:
    return Field("school_name", "name of your school", school)
