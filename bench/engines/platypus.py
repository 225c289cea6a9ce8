"""reportlab's own page layout, platypus: untagged, without kerning."""

from __future__ import annotations

from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Image, ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Table, TableStyle

from bench import content, look

pdfmetrics.registerFont(TTFont("Bench", look.REGULAR))
pdfmetrics.registerFont(TTFont("Bench-Bold", look.BOLD))
pdfmetrics.registerFontFamily("Bench", normal="Bench", bold="Bench-Bold", italic="Bench", boldItalic="Bench-Bold")

ROOM = (look.WIDTH_MM - 2 * look.MARGIN_X_MM) * mm


def _style(size: float, leading: float, font: str = "Bench", colour: str = look.INK, **more: Any) -> ParagraphStyle:
    return ParagraphStyle("", fontName=font, fontSize=size, leading=leading * size, textColor=HexColor(colour), **more)


def _bold(size: float, leading: float, colour: str = look.INK, **more: Any) -> ParagraphStyle:
    return _style(size, leading, "Bench-Bold", colour, **more)


class Styles:
    """The styles of paragraphs and tables."""

    def __init__(self, at: look.Look) -> None:
        self.at = at
        self.body = _style(at.body, at.leading, spaceAfter=at.after, allowWidows=0, allowOrphans=0)
        self.item = _style(at.body, at.leading, spaceAfter=at.item_after)
        self.title = _bold(at.title, 1.12, look.ACCENT, spaceAfter=6)
        self.headings = {
            2: _bold(at.heading_2, 1.2, look.ACCENT, spaceBefore=at.before_heading, spaceAfter=5, keepWithNext=1),
            3: _bold(at.heading_3, 1.25, look.ACCENT, spaceBefore=at.before_heading / 2, spaceAfter=4, keepWithNext=1),
        }
        self.name = _bold(at.heading_3, 1.25, spaceAfter=3)
        self.caption = _style(at.caption, 1.4, colour=look.MUTED, spaceAfter=5)
        self.cell = _style(at.cell, 1.3)
        self.row_head = _bold(at.cell, 1.3)
        self.head = _bold(at.cell, 1.25, "#ffffff")
        self.table = TableStyle(
            [
                ("BACKGROUND", (0, 0), (-1, 0), HexColor(look.ACCENT)),
                ("LINEBELOW", (0, 0), (-1, -1), 0.75, HexColor(look.RULE)),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                *((f"{side}PADDING", (0, 0), (-1, -1), at.padding) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
            ]
        )
        self.callout = TableStyle(
            [
                ("BACKGROUND", (0, 0), (-1, -1), HexColor(look.SOFT)),
                ("LINEBEFORE", (0, 0), (0, -1), at.bar, HexColor(look.ACCENT)),
                *((f"{side}PADDING", (0, 0), (-1, -1), 2 * at.padding) for side in ("LEFT", "RIGHT")),
                ("TOPPADDING", (0, 0), (-1, 0), 2 * at.padding),
                ("BOTTOMPADDING", (0, -1), (-1, -1), 2 * at.padding),
            ]
        )


class Platypus:
    """The story of a document, made for each school."""

    def __init__(self, work: content.Work, pictures: Path) -> None:
        self.work = work
        self.pictures = pictures
        self.styles = Styles(look.LOOKS[work.name])

    def build(self, school: str) -> bytes:
        """The document for this school."""
        file = BytesIO()
        margins = {"leftMargin": look.MARGIN_X_MM * mm, "rightMargin": look.MARGIN_X_MM * mm}
        margins |= {"topMargin": look.MARGIN_Y_MM * mm, "bottomMargin": look.MARGIN_Y_MM * mm}
        size = (look.WIDTH_MM * mm, look.HEIGHT_MM * mm)
        template = SimpleDocTemplate(file, pagesize=size, title=self.work.title, lang=content.LANGUAGE, **margins)
        story = [Paragraph(escape(self.work.title), self.styles.title)]
        for block in self.work.blocks:
            story += _block(block, school, self.pictures, self.styles)
        template.build(story, canvasmaker=_canvas(self.work.title, school, self.styles.at.running))
        return file.getvalue()


def open_engine(work: content.Work, pictures: Path) -> Platypus:
    """Platypus with this document."""
    return Platypus(work, pictures)


def _canvas(title: str, school: str, size: float) -> type[Canvas]:
    """A canvas that keeps its pages until their number is known, as reportlab's users do it."""

    class Numbered(Canvas):  # type: ignore[misc]
        def __init__(self, *args: Any, **more: Any) -> None:
            super().__init__(*args, **more)
            self.kept: list[dict[str, Any]] = []

        def showPage(self) -> None:
            self.kept.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for page in self.kept:
                self.__dict__.update(page)
                self.running(len(self.kept))
                super().showPage()
            super().save()

        def running(self, count: int) -> None:
            self.setFont("Bench", size)
            self.setFillColor(HexColor(look.MUTED))
            self.drawString(look.MARGIN_X_MM * mm, (look.HEIGHT_MM - 10) * mm, title)
            foot = f"{school} · {look.page_words(self.getPageNumber(), count)}"
            self.drawString(look.MARGIN_X_MM * mm, 8 * mm, foot)

    return Numbered


def _block(block: content.Block, school: str, pictures: Path, styles: Styles) -> list[Flowable]:
    match block:
        case content.Heading():
            return [Paragraph(_words(block.words, school), styles.headings[block.level])]
        case content.Paragraph():
            return [Paragraph(_words(block.words, school), styles.body)]
        case content.Items():
            return [_items(block, school, styles)]
        case content.Table():
            return _table(block, styles)
        case content.Callout():
            rows = [[Paragraph(escape(block.title), styles.name)]]
            rows += [[Paragraph(_words(words, school), styles.body)] for words in block.paragraphs]
            return [Table(rows, colWidths=[ROOM], style=styles.callout, spaceBefore=8, spaceAfter=10)]
        case content.Figure():
            return _figure(block, pictures, styles)


def _items(items: content.Items, school: str, styles: Styles) -> Flowable:
    entries = [ListItem(Paragraph(_words(item, school), styles.item)) for item in items.items]
    kind = {"bulletType": "1", "bulletFormat": "%s."} if items.numbered else {"bulletType": "bullet"}
    return ListFlowable(entries, bulletFontName="Bench", bulletFontSize=styles.at.body, leftIndent=18, **kind)


def _table(table: content.Table, styles: Styles) -> list[Flowable]:
    caption = Paragraph(escape(table.caption), styles.caption)
    caption.keepWithNext = 1
    head = [Paragraph(escape(cell), styles.head) for cell in table.head]
    rows = [
        [Paragraph(escape(first), styles.row_head), *(Paragraph(escape(cell), styles.cell) for cell in rest)]
        for first, *rest in table.rows
    ]
    widths = [ROOM * width / sum(table.widths) for width in table.widths]
    return [caption, Table([head, *rows], colWidths=widths, style=styles.table, repeatRows=1, spaceAfter=8)]


def _figure(figure: content.Figure, pictures: Path, styles: Styles) -> list[Flowable]:
    path = str(pictures / figure.file)
    across, down = ImageReader(path).getSize()
    width = figure.width_mm * mm
    picture = Image(path, width, width * down / across, hAlign="LEFT")
    picture.keepWithNext = 1
    return [picture, Paragraph(escape(figure.caption), styles.caption)]


def _words(words: content.Words, school: str) -> str:
    return "".join(_span(span, school) for span in words)


def _span(span: content.Span, school: str) -> str:
    text = escape(school if span.school else span.text, quote=False)
    if span.address:
        return f'<a href="{span.address}" color="{look.LINK}" underline="1">{text}</a>'
    return f"<b>{text}</b>" if span.bold else text
