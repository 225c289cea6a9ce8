"""A contact sheet: pictures side by side in rows, each with a line of words below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

GAP, LABEL, HEAD = 24, 26, 44
"""Pixels: between pictures, of the words below a picture, of the title."""
MOST_ACROSS, WIDTH = 6, 1600
GROUND, INK, EDGE = (238, 241, 242), (31, 41, 55), (150, 163, 168)


def contact_sheet(title: str, pictures: Sequence[tuple[str, Image]], across: int = 0) -> Image:
    """The pictures on one sheet, with their labels.

    across: how many stand side by side; 0 for as many as are well seen.
    """
    from PIL import Image, ImageDraw, ImageFont

    across = min(across or _across(pictures), max(len(pictures), 1))
    room = (WIDTH - GAP) // max(across, 1) - GAP
    scale = min(1.0, room / max((picture.width for _, picture in pictures), default=room))
    small = [(label, _scaled(picture, scale)) for label, picture in pictures]
    rows = [small[at : at + across] for at in range(0, len(small), across)]
    heights = [max(picture.height for _, picture in row) for row in rows]
    height = HEAD + GAP + sum(height + LABEL + GAP for height in heights)
    sheet = Image.new("RGB", (WIDTH, height), GROUND)
    pen, font, large = ImageDraw.Draw(sheet), ImageFont.load_default(16), ImageFont.load_default(22)
    pen.text((GAP, GAP - 6), title, fill=INK, font=large)
    top = HEAD + GAP // 2
    for row, tall in zip(rows, heights, strict=True):
        for place, (label, picture) in enumerate(row):
            left = GAP + place * (room + GAP)
            sheet.paste(picture, (left, top))
            pen.rectangle((left - 1, top - 1, left + picture.width, top + picture.height), outline=EDGE)
            pen.text((left, top + picture.height + 5), label, fill=INK, font=font)
        top += tall + LABEL + GAP
    return sheet


def _across(pictures: Sequence[tuple[str, Image]]) -> int:
    """Fewer beside each other where pages are broad."""
    broad = any(picture.width > picture.height for _, picture in pictures)
    return 2 if broad else min(MOST_ACROSS, max(2, len(pictures)), 4 if len(pictures) % 6 else 6)


def _scaled(picture: Image, scale: float) -> Image:
    """A picture that keeps its proportion to the others: a flap is narrower than the panels beside it."""
    from PIL import Image

    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.LANCZOS)
