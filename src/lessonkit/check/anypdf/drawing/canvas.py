"""A page while it is drawn: its graphics state, the marked content that is open, and what has been drawn so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Any, TypeAlias

from pypdf.generic import DictionaryObject

from lessonkit.check.anypdf.colours import BLACK
from lessonkit.check.anypdf.facts import Box, Colour, Content, Page
from lessonkit.check.anypdf.fonts import Font
from lessonkit.dataclass import dataclass

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
MOST_OPERATORS = 4_000_000
"""In all pages of a file together."""
EVERYWHERE = Box(-1e9, -1e9, 1e9, 1e9)


def product(one: Matrix, other: Matrix) -> Matrix:
    """First one, then the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def around(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    """The box around a rectangle that this matrix places."""
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(slots=True)
class Mark:
    """Marked content that is open."""

    content: Content | None = None
    artifact: str | None = None
    actual: str | None = None
    """An ActualText that has not been spoken yet; empty once it has."""
    language: str | None = None
    off: bool = False
    """It stands on a layer that is switched off."""
    voiced: bool = False
    """It, or what is around it in the same stream, names a language."""
    holders: tuple[Content, ...] = ()
    """The content with what is around it in the same stream, decoration left out."""


@dataclass(slots=True)
class State:
    """The graphics state, as far as it is followed."""

    matrix: Matrix = IDENTITY
    fill: Colour | None = BLACK
    components: int | None = 1
    alpha: float = 1
    mixes: bool = False
    """What is drawn is mixed with what is beneath it."""
    font: Font = field(default_factory=Font)
    size: float = 0
    mode: int = 0
    character: float = 0
    word: float = 0
    stretch: float = 1
    leading: float = 0
    rise: float = 0
    clip: Box = EVERYWHERE


class Canvas:
    """One page as it is drawn, as far as a content stream has come."""

    def __init__(
        self,
        page: Page,
        fonts: dict[int, Font],
        operators_left: int = MOST_OPERATORS,
        off: frozenset[int] = frozenset(),
    ) -> None:
        self.page = page
        self.off = off
        self.operators_left = operators_left
        self.fonts = fonts
        self.resources = DictionaryObject()
        self.stream = 0
        self.forms: list[int] = []
        self.state = State()
        self.saved: list[State] = []
        self.marks: list[Mark] = [Mark()]
        self.text: Matrix = IDENTITY
        self.line: Matrix = IDENTITY
        self.path: list[tuple[float, float]] = []
        self.starts: list[int] = []
        """Where in the path an outline begins."""
        self.square = True
        self.clips = False
        self.order = 0


Act: TypeAlias = Callable[[Canvas, list[Any]], None]
"""What an operator does, given its operands."""
