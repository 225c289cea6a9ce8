"""What differs between two editions of the same pages, framed in pictures of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias

from lessonkit.dataclass import dataclass

if TYPE_CHECKING:
    from PIL.Image import Image

Cell: TypeAlias = tuple[int, int]
Box: TypeAlias = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""

CELL = 12
"""Pixels: changes that stand nearer to each other have one frame."""
SEEN = 3
"""How far two pixels may be apart in red, green or blue, of 255, before anybody sees it."""
MARK, MARK_PX = (200, 0, 80), 3
MOST_FRAMES = 30
EMPTY = (225, 228, 230)


@dataclass(frozen=True, slots=True)
class Compared:
    """A page that has changed, before and after."""

    page: int
    """Counted from 1."""
    before: Image
    after: Image
    what: str
    """In words: `3 places`, `new page`, `page is gone`."""


def compare(before: Sequence[Image], after: Sequence[Image]) -> list[Compared]:
    """The pages that have changed, with a frame around what has; a page that looks the same is left out."""
    pairs = enumerate(zip_longest(before, after), 1)
    return [found for number, (old, new) in pairs if (found := _compared(number, old, new))]


def _compared(page: int, before: Image | None, after: Image | None) -> Compared | None:
    from PIL import Image

    if before is None or after is None:
        shown = before or after
        assert shown is not None
        empty = Image.new("RGB", shown.size, EMPTY)
        if before is None:
            return Compared(page, empty, shown, "new page")
        return Compared(page, before, empty, "page is gone")
    size = max(before.width, after.width), max(before.height, after.height)
    old, new = _on(before, size), _on(after, size)
    boxes = _boxes(old, new)
    if not boxes:
        return None
    places = f"{len(boxes)} {'place' if len(boxes) == 1 else 'places'}"
    return Compared(page, _framed(old, boxes), _framed(new, boxes), places)


def _on(picture: Image, size: tuple[int, int]) -> Image:
    """The picture on a ground of this size."""
    from PIL import Image

    if picture.size == size:
        return picture
    ground = Image.new("RGB", size, EMPTY)
    ground.paste(picture, (0, 0))
    return ground


def _boxes(old: Image, new: Image) -> list[Box]:
    """Around each area in which the two differ."""
    seen = _seen(old, new)
    if seen.getbbox() is None:
        return []
    small = seen.reduce(CELL).point(lambda value: 255 if value else 0)
    left = {(at % small.width, at // small.width) for at, value in enumerate(small.tobytes()) if value}
    boxes = [_around(area) for area in _areas(left)]
    whole = seen.getbbox()
    return boxes if len(boxes) <= MOST_FRAMES or whole is None else [whole]


def _seen(old: Image, new: Image) -> Image:
    """White where the two differ: in any colour, since some that are far apart are equally light."""
    from PIL import ImageChops

    red, green, blue = ImageChops.difference(old.convert("RGB"), new.convert("RGB")).split()
    apart = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return apart.point(lambda value: 255 if value > SEEN else 0)


def _areas(left: set[Cell]) -> Iterator[set[Cell]]:
    """Cells that touch each other, also by a corner."""
    while left:
        area, edge = set(), {left.pop()}
        while edge:
            area |= edge
            near = {(x + dx, y + dy) for x, y in edge for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
            edge = near & left
            left -= edge
        yield area


def _around(area: set[Cell]) -> Box:
    columns, rows = [x for x, _ in area], [y for _, y in area]
    return min(columns) * CELL, min(rows) * CELL, (max(columns) + 1) * CELL, (max(rows) + 1) * CELL


def _framed(picture: Image, boxes: Sequence[Box]) -> Image:
    from PIL import ImageDraw

    framed = picture.copy()
    pen = ImageDraw.Draw(framed)
    for left, top, right, bottom in boxes:
        upper = max(0, left - MARK_PX), max(0, top - MARK_PX)  # a frame that leaves the page is not seen
        lower = min(picture.width - 1, right + MARK_PX), min(picture.height - 1, bottom + MARK_PX)
        pen.rectangle((*upper, *lower), outline=MARK, width=MARK_PX)
    return framed
