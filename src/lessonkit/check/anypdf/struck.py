"""Words with a line through them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Page, Run

THIN, SHORTEST = 2.0, 8.0
"""Points: how high and how long a line is that strikes words out."""
LOW, HIGH = 0.18, 0.42
"""In parts of the size, from the baseline."""
BESIDE = 3.0
"""Points that it may reach beyond the words."""


def struck(page: Page) -> Iterator[Run]:
    """Real words of a page that a short line runs through; the lines of a table run on."""
    drawn = (each.box for each in (*page.strokes, *page.fills))
    lines = sorted((box.bottom, box) for box in drawn if box.height <= THIN and box.width >= SHORTEST)
    heights = [height for height, _ in lines]
    for run in page.runs:
        if run.content is None or not run.level or not run.text.strip():
            continue
        low, high = run.baseline + LOW * run.size, run.baseline + HIGH * run.size
        for _, line in lines[bisect_left(heights, low - THIN) : bisect_left(heights, high)][:100]:
            inside = run.box.left - BESIDE <= line.left and line.right <= run.box.right + BESIDE
            if inside and low <= (line.bottom + line.top) / 2 <= high:
                yield run
                break
