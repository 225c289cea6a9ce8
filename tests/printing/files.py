"""Small PDFs to print, drawn with reportlab: each page says which one it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from lessonkit.paper import SIZES, points

FONT = "Vera"
A4, A5, A6 = ((points(SIZES[name][0]), points(SIZES[name][1])) for name in ("A4", "A5", "A6"))
CARD = (points(85), points(54))
Draw = Callable[[Canvas], None]


def pdf(pages: Sequence[Draw | None], size: tuple[float, float] = A4, **options: str) -> bytes:
    """A PDF; a page that is None stays empty."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))
    made = BytesIO()
    canvas = Canvas(made, pagesize=size, invariant=1, initialFontName=FONT, **options)
    for draw in pages:
        if draw is not None:
            draw(canvas)
        canvas.showPage()
    canvas.setTitle("A file to print")
    canvas.save()
    return made.getvalue()


def numbered(count: int, size: tuple[float, float] = A4) -> bytes:
    """Pages that say `page 1`, `page 2` …, 20 points high, 40 points from the lower left corner."""

    def page(number: int) -> Draw:
        return lambda canvas: words(canvas, f"page {number}")

    return pdf([page(number) for number in range(1, count + 1)], size)


def words(canvas: Canvas, text: str, x: float = 40, y: float = 40, size: float = 20) -> None:
    """Words in the colour of the canvas."""
    canvas.setFont(FONT, size)
    canvas.drawString(x, y, text)
