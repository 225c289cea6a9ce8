"""Sheets to look at: the same page of lessonkit, Typst and WeasyPrint side by side."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from PIL import Image

SHOWN = ("lessonkit", "Typst", "WeasyPrint")
DOTS_PER_INCH = 80
GAP = 8


def make_sheets(work: str, folder: Path) -> int:
    """Write `leaflet-1.png` … from `leaflet-lessonkit.pdf` and its siblings; how many there are, 0 without pdftoppm."""
    if not shutil.which("pdftoppm"):
        return 0
    columns = [pages for name in SHOWN if (pages := _pages(folder / f"{work}-{name}.pdf"))]
    count = max(map(len, columns), default=0)
    for number in range(count):
        row = [pages[number] for pages in columns if number < len(pages)]
        _beside(row).save(folder / f"{work}-{number + 1}.png", optimize=True)
    return count


def _pages(pdf: Path) -> list[Image.Image]:
    """The pages of a file as pictures."""
    if not pdf.is_file():
        return []
    stem = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-r", str(DOTS_PER_INCH), "-png", str(pdf), str(stem)], check=True)
    files = sorted(pdf.parent.glob(f"{stem.name}-*.png"))
    pages = [Image.open(file).convert("RGB") for file in files]
    for file in files:
        file.unlink()
    return pages


def _beside(pages: list[Image.Image]) -> Image.Image:
    width = sum(page.width + GAP for page in pages) - GAP
    sheet = Image.new("RGB", (width, max(page.height for page in pages)), "grey")
    x = 0
    for page in pages:
        sheet.paste(page, (x, 0))
        x += page.width + GAP
    return sheet
