"""Page breaking: strips to pages, none divided, none left half empty without need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lessonkit.render.pdf.galley import Break, Strip
from lessonkit.render.pdf.setting import between, closing, opening

FULL_ENOUGH = 0.5
"""The share of a page below which it ends inside a callout or short table rather than before it."""

TOLERANCE = 0.01
"""Points by which rounding may make strips higher than their page."""


def cut(
    strips: Sequence[Strip], height: float, on_page: bool = True, first: float | None = None
) -> list[Sequence[Strip]]:
    """Strips in pages of this height, the first one perhaps lower; a strip that is higher gets a page of its own."""
    pages: list[Sequence[Strip]] = []
    start = 0
    while start < len(strips):
        room = height if first is None or pages else first
        end = _end(strips, start, room, on_page)
        pages.append(strips[start:end])
        start = end
    return pages


def _end(strips: Sequence[Strip], start: int, height: float, on_page: bool) -> int:
    """The number of the strip that begins the page after the one that begins with `start`."""
    last: dict[Break, int] = {}
    filled: dict[int, float] = {}
    used = opening(strips[start], on_page) + strips[start].height
    for number in range(start + 1, len(strips)):
        strip, previous = strips[number], strips[number - 1]
        if strip.before == Break.FORCED:
            return number
        last[strip.before], filled[number] = number, used / height
        used += between(previous, strip) + strip.height
        if used + closing(strip) > height + TOLERANCE:
            return _best(last, filled)
    return len(strips)


def _best(last: Mapping[Break, int], filled: Mapping[int, float]) -> int:
    """Where to end a page, of the last places of each kind that fit on it."""
    free, avoid = last.get(Break.FREE), last.get(Break.AVOID)
    if free and (filled[free] >= FULL_ENOUGH or not avoid or avoid < free):
        return free
    return avoid or free or last[Break.NEVER]
