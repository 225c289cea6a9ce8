"""fpdf2: drawn block by block with its own line breaking; its text is neither tagged nor shaped."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fpdf import FPDF, FontFace
from fpdf.enums import TableBordersLayout
from PIL import Image

from bench import content, look

MM = 72 / 25.4
ROOM = look.WIDTH_MM - 2 * look.MARGIN_X_MM
INDENT = 6.0
"""Of list items, in millimetres, as are all lengths here."""


class Sheet(FPDF):
    """A4 pages with a head and a foot."""

    def __init__(self, title: str, school: str, at: look.Look) -> None:
        super().__init__(format="A4", unit="mm")
        self.words = title
        self.at = at
        self.school = school
        self.set_title(title)
        self.set_lang(content.LANGUAGE)
        self.set_margins(look.MARGIN_X_MM, look.MARGIN_Y_MM, look.MARGIN_X_MM)
        self.set_auto_page_break(True, look.MARGIN_Y_MM)
        self.add_font("Bench", "", look.REGULAR)
        self.add_font("Bench", "B", look.BOLD)
        self.add_page()

    def header(self) -> None:
        """The title."""
        self.running(10 - self.at.running / MM, self.words)
        self.set_y(look.MARGIN_Y_MM)

    def footer(self) -> None:
        """The school and the page."""
        self.running(-12, f"{self.school} · {look.page_words(self.page_no(), '{nb}')}")

    def running(self, y: float, text: str) -> None:
        """A line in a margin."""
        self.set_y(y)
        self.set_font("Bench", "", self.at.running)
        self.set_text_color(look.MUTED)
        self.cell(0, 5, text)

    def write_text(
        self, text: str, size: float, leading: float, after: float, bold: bool = False, colour: str = look.INK
    ) -> None:
        """A paragraph from the left margin on."""
        self.set_font("Bench", "B" if bold else "", size)
        self.set_text_color(colour)
        self.multi_cell(0, leading * size / MM, text, align="L", markdown=not bold, new_x="LMARGIN", new_y="NEXT")
        self.ln(after / MM)

    def need(self, height: float) -> None:
        """Begin a page unless this much is left: fpdf2 does not know of headings that stay with their text."""
        if self.will_page_break(height):
            self.add_page()


class Fpdf:
    """A document, drawn for each school."""

    def __init__(self, work: content.Work, pictures: Path) -> None:
        self.work = work
        self.pictures = pictures

    def build(self, school: str) -> bytes:
        """The document for this school."""
        sheet = Sheet(self.work.title, school, look.LOOKS[self.work.name])
        sheet.write_text(self.work.title, sheet.at.title, 1.12, 6, bold=True, colour=look.ACCENT)
        for block in self.work.blocks:
            _block(sheet, block, school, self.pictures)
        return bytes(sheet.output())


def open_engine(work: content.Work, pictures: Path) -> Fpdf:
    """fpdf2 with this document."""
    return Fpdf(work, pictures)


def _block(sheet: Sheet, block: content.Block, school: str, pictures: Path) -> None:
    match block:
        case content.Heading():
            _heading(sheet, block, school)
        case content.Paragraph():
            sheet.write_text(_words(block.words, school), sheet.at.body, sheet.at.leading, sheet.at.after)
        case content.Items():
            _items(sheet, block, school)
        case content.Table():
            _table(sheet, block)
        case content.Callout():
            _callout(sheet, block, school)
        case content.Figure():
            _figure(sheet, block, pictures)


def _heading(sheet: Sheet, heading: content.Heading, school: str) -> None:
    size = {2: sheet.at.heading_2, 3: sheet.at.heading_3}[heading.level]
    sheet.need(30)
    sheet.ln(sheet.at.before_heading / MM / (heading.level - 1))
    sheet.start_section(content.plain(heading.words, school), heading.level - 2)
    sheet.write_text(content.plain(heading.words, school), size, 1.2, 5, bold=True, colour=look.ACCENT)


def _items(sheet: Sheet, items: content.Items, school: str) -> None:
    for number, item in enumerate(items.items, 1):
        sheet.set_font("Bench", "", sheet.at.body)
        sheet.set_text_color(look.INK)
        sheet.need(sheet.at.leading * sheet.at.body / MM)
        sheet.cell(INDENT, sheet.at.leading * sheet.at.body / MM, f"{number}." if items.numbered else "•")
        with _indented(sheet, INDENT):
            sheet.write_text(_words(item, school), sheet.at.body, sheet.at.leading, sheet.at.item_after)
    sheet.ln((sheet.at.after - sheet.at.item_after) / MM)


@contextmanager
def _indented(sheet: Sheet, by: float) -> Iterator[None]:
    sheet.set_left_margin(look.MARGIN_X_MM + by)
    yield
    sheet.set_left_margin(look.MARGIN_X_MM)
    sheet.set_x(look.MARGIN_X_MM)


def _table(sheet: Sheet, table: content.Table) -> None:
    sheet.need(35)
    sheet.write_text(table.caption, sheet.at.caption, 1.4, 5, colour=look.MUTED)
    sheet.set_font("Bench", "", sheet.at.cell)
    sheet.set_text_color(look.INK)
    sheet.set_draw_color(look.RULE)
    head = FontFace(emphasis="BOLD", color="#ffffff", fill_color=look.ACCENT)
    with sheet.table(
        col_widths=table.widths,
        text_align="LEFT",
        headings_style=head,
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        line_height=1.3 * sheet.at.cell / MM,
        padding=sheet.at.padding / MM,
        v_align="TOP",
    ) as drawn:
        drawn.row(table.head)
        for first, *rest in table.rows:
            row = drawn.row()
            row.cell(first, style=FontFace(emphasis="BOLD"))
            for cell in rest:
                row.cell(cell)
    sheet.ln(8 / MM)


def _callout(sheet: Sheet, callout: content.Callout, school: str) -> None:
    """A box over one page: fpdf2 paints a ground only under what it has measured before."""
    padding = 2 * sheet.at.padding / MM
    sheet.set_font("Bench", "", sheet.at.body)
    texts = [_words(words, school) for words in callout.paragraphs]
    lines = sum(_lines(sheet, text, ROOM - 2 * padding) for text in texts)
    text_height = lines * sheet.at.leading * sheet.at.body + len(texts) * sheet.at.after
    height = 2 * padding + (1.25 * sheet.at.heading_3 + 3 + text_height) / MM
    sheet.need(height)
    sheet.ln(8 / MM)
    top = sheet.get_y()
    sheet.set_fill_color(look.SOFT)
    sheet.rect(look.MARGIN_X_MM, top, ROOM, height, style="F")
    sheet.set_fill_color(look.ACCENT)
    sheet.rect(look.MARGIN_X_MM, top, sheet.at.bar / MM, height, style="F")
    sheet.set_y(top + padding)
    sheet.set_right_margin(look.MARGIN_X_MM + padding)
    with _indented(sheet, padding):
        sheet.set_x(sheet.l_margin)
        sheet.write_text(callout.title, sheet.at.heading_3, 1.25, 3, bold=True)
        for text in texts:
            sheet.write_text(text, sheet.at.body, sheet.at.leading, sheet.at.after)
    sheet.set_right_margin(look.MARGIN_X_MM)
    sheet.set_y(top + height + 10 / MM)


def _lines(sheet: Sheet, text: str, width: float) -> int:
    """How many lines a text takes."""
    return len(sheet.multi_cell(width, text=text, dry_run=True, output="LINES", markdown=True))


def _figure(sheet: Sheet, figure: content.Figure, pictures: Path) -> None:
    path = pictures / figure.file
    with Image.open(path) as image:
        across, down = image.size
    height = figure.width_mm * down / across
    sheet.need(height + 10)
    sheet.image(path, x=look.MARGIN_X_MM, w=figure.width_mm, h=height, alt_text=figure.alt)
    sheet.ln(2)
    sheet.write_text(figure.caption, sheet.at.caption, 1.4, 5, colour=look.MUTED)


def _words(words: content.Words, school: str) -> str:
    """fpdf2's Markdown: `**strong**` and `[text](address)`."""
    return "".join(_span(span, school) for span in words)


def _span(span: content.Span, school: str) -> str:
    if span.school:
        return school
    if span.address:
        return f"[{span.text}]({span.address})"
    return f"**{span.text}**" if span.bold else span.text
