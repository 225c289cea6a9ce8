"""python-docx straight: its default template, its own styles, block by block."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from bench import content


class Plain:
    """A document, written for each school."""

    def __init__(self, work: content.Work, pictures: Path) -> None:
        self.work = work
        self.pictures = pictures

    def build(self, school: str) -> bytes:
        """The document for this school."""
        return saved(write(self.work, school, self.pictures))


def open_engine(work: content.Work, pictures: Path) -> Plain:
    """python-docx with this document."""
    return Plain(work, pictures)


def saved(written: WordDocument) -> bytes:
    """The file."""
    buffer = BytesIO()
    written.save(buffer)
    return buffer.getvalue()


def write(work: content.Work, school: str, pictures: Path) -> WordDocument:
    """The document with this name in every place of the school's."""
    made = Document()
    made.core_properties.title = work.title
    section = made.sections[0]
    section.header.paragraphs[0].text = work.title
    section.footer.paragraphs[0].text = school
    made.add_heading(work.title, 1)
    for block in work.blocks:
        _block(made, block, school, pictures)
    return made


def _block(made: WordDocument, block: content.Block, school: str, pictures: Path) -> None:
    match block:
        case content.Heading():
            made.add_heading(content.plain(block.words, school), block.level)
        case content.Paragraph():
            _words(made.add_paragraph(), block.words, school)
        case content.Items():
            for item in block.items:
                _words(made.add_paragraph(style="List Number" if block.numbered else "List Bullet"), item, school)
        case content.Table():
            _table(made, block)
        case content.Callout():
            made.add_paragraph(block.title, style="Intense Quote")
            for words in block.paragraphs:
                _words(made.add_paragraph(style="Quote"), words, school)
        case content.Figure():
            made.add_picture(str(pictures / block.file), width=Mm(block.width_mm))
            made.add_paragraph(block.caption, style="Caption")


def _table(made: WordDocument, block: content.Table) -> None:
    made.add_paragraph(block.caption, style="Caption")
    table = made.add_table(rows=0, cols=len(block.head), style="Table Grid")
    for row in (block.head, *block.rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _words(paragraph: Paragraph, words: content.Words, school: str) -> None:
    """Links are their text alone: python-docx has no call for them."""
    for span in words:
        paragraph.add_run(school if span.school else span.text).bold = span.bold or None
