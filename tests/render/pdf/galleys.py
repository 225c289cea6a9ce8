"""Small documents laid out to plain pages, and their lines as text: what the tests of layout look at."""

from __future__ import annotations

from itertools import groupby

from lessonkit.appearance import Margins, Page
from lessonkit.document import Block, Document, Inlines, Paragraph, Text
from lessonkit.problems import Place
from lessonkit.render.pdf.pages import lay_out_pages
from lessonkit.render.pdf.pieces import DECORATION, MM, LaidPage, Piece, Run
from lessonkit.render.pdf.tagging import structure
from render.every_node import ASSETS, THEME, WORDS

BODY_LINE = THEME.styles["body"].size_pt * THEME.styles["body"].leading
"""The height of a line of body text in points."""


def words(text: str) -> Inlines:
    return (Text(text),)


def paragraph(text: str, line: int = 1, style: str = "body") -> Paragraph:
    return Paragraph(words(text), style, place=Place("sources/sample.yaml", line))


def lines_of_text(count: int, word: str = "word") -> Paragraph:
    """A paragraph of so many lines on the pages below: each of its words fills more than half a line."""
    return paragraph(" ".join(f"{word}{number:02}{'x' * 40}" for number in range(1, count + 1)))


def document(*blocks: Block, width: float = 150, height: float = 120, margin: float = 10) -> Document:
    """A document on small pages; millimetres."""
    page = Page(width, height, Margins(margin, margin, margin, margin))
    return Document("sample", "Sample", "en-GB", "staff", blocks, page, words=WORDS)


def lay_out(*blocks: Block, **page: float) -> tuple[LaidPage, ...]:
    return pages_of(document(*blocks, **page))


def pages_of(document: Document) -> tuple[LaidPage, ...]:
    return lay_out_pages(document, structure(document), THEME, ASSETS)


def pieces(page: LaidPage, content: bool = True) -> list[tuple[float, float, Piece]]:
    """The pieces of a page with their places: its content, or its decoration."""
    return [
        (group.x + piece.x, group.y + piece.y, piece)
        for group in page.placed
        for piece in group.pieces
        if (piece.leaf != DECORATION) == content
    ]


def lines(page: LaidPage) -> list[str]:
    """The lines of text on a page, from the top down."""
    runs = sorted((round(y, 2), x, piece.text) for x, y, piece in pieces(page) if isinstance(piece, Run))
    return ["".join(text for _, _, text in line).strip() for _, line in groupby(runs, key=lambda run: run[0])]


def column_lines(height: float = 120, margin: float = 10) -> int:
    """How many lines of body text fit on such a page."""
    return int((height - 2 * margin) * MM // BODY_LINE)
