"""The pictures of both documents, made before any time is taken: a plan of a garden and the QR codes."""

from __future__ import annotations

from pathlib import Path

import segno
from PIL import Image, ImageDraw

from bench.content import Work

SCALE = 8
"""Pixels a module of a QR code."""


def make_pictures(works: list[Work], folder: Path) -> None:
    """Write the pictures that these documents show."""
    folder.mkdir(parents=True, exist_ok=True)
    _garden().save(folder / "garden.png", optimize=True)
    for work in works:
        for file, address in work.codes.items():
            segno.make(address, error="m", micro=False).save(str(folder / file), scale=SCALE, border=4)


def _garden() -> Image.Image:
    """Four beds, a water butt and a pond, from above."""
    image = Image.new("RGB", (900, 520), "#e3efd6")
    draw = ImageDraw.Draw(image)
    for at, colour in enumerate(("#a9744f", "#6f9e4c", "#d8a24a", "#8a7fb8")):
        x = 60 + 175 * at
        draw.rounded_rectangle((x, 50, x + 130, 330), 14, fill="#7a5636")
        for row in range(5):
            y = 72 + 50 * row
            draw.ellipse((x + 22, y, x + 58, y + 36), fill=colour)
            draw.ellipse((x + 74, y, x + 110, y + 36), fill=colour)
    draw.ellipse((770, 60, 850, 140), fill="#4a6b8a", outline="#2d4254", width=5)
    draw.ellipse((560, 375, 740, 485), fill="#8fc1dd", outline="#4a7f9c", width=5)
    draw.rectangle((0, 505, 900, 520), fill="#8b6b4a")
    draw.rectangle((180, 500, 280, 520), fill="#e3efd6")
    return image
