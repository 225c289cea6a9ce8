"""What lies beneath words on the drawn page, pixel by pixel.

Pages are drawn only for words on pictures and gradients: what lies beneath all others follows from their operators.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lessonkit.check.anypdf.facts import Box, Colour, Page, Run

SCALE = 1.0
"""Pixels in a point: enough to see what is light and what is dark."""
MOST_PAGES = 40
"""Of one file that are drawn."""
MOST_POINTS = 200
"""That are looked at beneath one run."""


def beneath(file: bytes, page: Page, runs: Sequence[Run]) -> Iterator[tuple[Run, list[Colour]]]:
    """The colours beneath each run, without the words themselves; none for words that cannot be taken away."""
    import pypdfium2

    document = pypdfium2.PdfDocument(file)
    try:
        drawn = document[page.number - 1]
        _take_words_away(drawn)
        picture = drawn.render(scale=SCALE).to_pil().convert("RGB")
        yield from ((run, _colours(picture, page.box, run.box)) for run in runs)
    finally:
        document.close()


def _take_words_away(page: Any) -> None:
    """All that stand on the page itself; those in forms stay, and are judged by a person."""
    import pypdfium2.raw as pdfium

    for each in list(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1)):
        page.remove_obj(each)


def _colours(picture: Any, page: Box, box: Box) -> list[Colour]:
    """Of points spread over a box."""
    left, right = (_within((x - page.left) * SCALE, picture.width) for x in (box.left, box.right))
    top, bottom = (_within((page.top - y) * SCALE, picture.height) for y in (box.top, box.bottom))
    part = picture.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    data = part.tobytes()
    step = 3 * (1 + len(data) // 3 // MOST_POINTS)
    return [(data[at] / 255, data[at + 1] / 255, data[at + 2] / 255) for at in range(0, len(data), step)]


def _within(value: float, size: int) -> int:
    return max(0, min(int(value), size - 1))
