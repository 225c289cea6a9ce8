"""What lies beneath words on a page, and how well they stand out against it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lessonkit.check.anypdf.facts import Colour, Fill, Page, Picture, Run
from lessonkit.dataclass import dataclass

WHITE: Colour = (1.0, 1.0, 1.0)
SMALLEST_AREA = 20.0
"""Square points; smaller fills are lines and parts of drawings."""
MOST_FILLS = 3_000
"""On one page; a map or a drawing may have many more, and none of them is a ground for words."""
COVERED = 0.6
"""Of the words' own box."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What words stand on."""

    colour: Colour | None
    """None for a picture, a gradient or a pattern."""


UNKNOWN_GROUND = Ground(None)
PAPER = Ground(WHITE)


def grounds(page: Page) -> Iterator[tuple[Run, Ground]]:
    """Each run of visible words with what is beneath it."""
    runs = [run for run in page.runs if run.mode != 3 and run.colour is not None and any(map(str.isalnum, run.text))]
    fills: list[Fill | Picture] = [fill for fill in page.fills if fill.box.area >= SMALLEST_AREA]
    layers = sorted([*fills[-MOST_FILLS:], *page.pictures], key=lambda layer: layer.order)
    for run in runs:
        beneath = [each for each in layers if each.order < run.order and _covers(each, run)]
        yield run, _seen(beneath)


def _covers(layer: Fill | Picture, run: Run) -> bool:
    left, bottom, right, top = layer.box
    own_left, own_bottom, own_right, own_top = run.box
    width, height = min(right, own_right) - max(left, own_left), min(top, own_top) - max(bottom, own_bottom)
    return width > 0 and height > 0 and width * height >= COVERED * run.box.area > 0


def _seen(beneath: list[Fill | Picture]) -> Ground:
    """The colour of some layers, the last on top."""
    ground: Colour | None = WHITE
    for layer in beneath:
        if isinstance(layer, Picture) or layer.colour is None:
            ground = None
        elif layer.alpha >= 1:
            ground = layer.colour
        elif ground is not None:
            ground = _mixed(layer.colour, ground, layer.alpha)
    return UNKNOWN_GROUND if ground is None else Ground(ground)


def _mixed(above: Colour, below: Colour, alpha: float) -> Colour:
    red, green, blue = (one * alpha + other * (1 - alpha) for one, other in zip(above, below, strict=True))
    return (red, green, blue)


def ratio(run: Run, ground: Colour) -> float:
    """The contrast of a run's colour on a ground, 1 to 21 (WCAG 2.2, relative luminance)."""
    return contrast(run.colour or (0.0, 0.0, 0.0), ground, run.alpha)


@lru_cache(maxsize=1000)
def contrast(colour: Colour, ground: Colour, alpha: float) -> float:
    """The same of a colour that lets so much of the ground through."""
    seen = _luminance(_mixed(colour, ground, min(1.0, alpha)))
    lighter, darker = sorted((seen, _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
