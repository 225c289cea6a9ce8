"""Pages of a PDF as pictures with the spots of findings marked."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

from lessonkit.dataclass import dataclass

WIDTH_PX = 900
MOST_PAGES = 12
"""Of one file; a report with more would be too large to send."""
MARK = (143, 29, 58)
"""The colour of the frames, 9:1 on paper."""
MARK_PX, ROOM_PX, NUMBER_PX = 4, 5, 26
COLOURS = 64


@dataclass(frozen=True, slots=True)
class Mark:
    """A spot to frame: its number in the report, and where it is."""

    number: int
    page: int
    box: tuple[float, float, float, float] | None
    quote: str


def draw(data: bytes, marks: Sequence[Mark]) -> Iterator[tuple[int, str]]:
    """Each page that has marks, with its picture as PNG in base64.

    A damaged file may make it fail in any way: call it in a process of its own.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    wanted = sorted({mark.page for mark in marks if 0 < mark.page <= len(document)})
    for number in wanted[:MOST_PAGES]:
        page = document[number - 1]
        bitmap = page.render(scale=WIDTH_PX / max(page.get_width(), 1))
        spots = [(mark.number, spot) for mark in marks if mark.page == number for spot in _spots(page, mark)]
        yield number, _png(bitmap, page, spots)


def _spots(page: Any, mark: Mark) -> Iterator[tuple[float, float, float, float]]:
    """The box of a finding; without one, where its words stand on the page."""
    if mark.box is not None:
        yield mark.box
        return
    words = mark.quote.removesuffix("…").strip()
    text = page.get_textpage()
    found = text.search(words).get_next() if words else None
    if found is not None:
        start, count = found
        yield from (text.get_rect(number) for number in range(text.count_rects(start, count)))


def _png(bitmap: Any, page: Any, spots: Iterable[tuple[int, tuple[float, float, float, float]]]) -> str:
    """The page with a numbered frame around each spot."""
    from PIL import Image, ImageDraw, ImageFont

    at = bitmap.get_posconv(page)
    picture = bitmap.to_pil().convert("RGB")
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(NUMBER_PX - 8)
    for number, (left, bottom, right, top) in spots:
        (x1, y1), (x2, y2) = at.to_bitmap(left, bottom), at.to_bitmap(right, top)
        x1, x2, y1, y2 = min(x1, x2) - ROOM_PX, max(x1, x2) + ROOM_PX, min(y1, y2) - ROOM_PX, max(y1, y2) + ROOM_PX
        pen.rectangle((x1, y1, x2, y2), outline=MARK, width=MARK_PX)
        _label(pen, font, str(number), x1, y1)
    target = BytesIO()
    picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE).save(target, "PNG", optimize=True)
    return b64encode(target.getvalue()).decode("ascii")


def _label(pen: Any, font: Any, label: str, x: float, y: float) -> None:
    """The number of a frame: left of its corner, so that it hides no words; above it where there is no room."""
    wide = max(NUMBER_PX, pen.textlength(label, font) + 10)
    x, y = (x - wide, y) if x >= wide else (x, max(0.0, y - NUMBER_PX))
    pen.rectangle((x, y, x + wide, y + NUMBER_PX), fill=MARK)
    pen.text((x + wide / 2, y + NUMBER_PX / 2), label, fill="white", font=font, anchor="mm")
