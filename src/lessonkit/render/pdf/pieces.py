"""Placed pieces: what pages are made of, as plain data in points, x to the right and y downwards.

Every piece belongs to a leaf of the structure tree, by number, or to none: then it is decoration.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from lessonkit.dataclass import dataclass
from lessonkit.drawing import Drawing, Image
from lessonkit.fonts import PLAIN, Direction, Writing, writing

DECORATION = -1
"""The leaf of a piece that says nothing: it becomes an artifact."""

MM = 72 / 25.4
"""One millimetre in points."""


class Look(NamedTuple):
    """How a run of text is drawn."""

    font: str
    """A key of the theme's `Faces`."""
    size: float
    colour: str
    underline: bool = False
    rise: float = 0.0
    """How far above the baseline of its line, in points."""
    letters: float = 0.0
    """What is added after each character, as a fraction of the size."""
    words: float = 0.0
    """What is added to each space besides."""

    def written(self, language: str = "", direction: Direction = "ltr") -> Writing:
        """How text in this look is written, where its script does not matter."""
        return writing(language, "", direction, self.letters, self.words)


class Run(NamedTuple):
    """Words in one look on one baseline, their spaces included."""

    x: float
    y: float
    """The baseline."""
    text: str
    look: Look
    width: float
    """Without a space at the end."""
    leaf: int = DECORATION
    written: Writing = PLAIN
    """Its language, script and direction."""
    spacing: float = 0.0
    """What each space is wider by, in points: more than nothing in justified lines."""


class Rectangle(NamedTuple):
    """A filled or stroked rectangle; y is its upper edge."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    radius: float = 0.0
    leaf: int = DECORATION


class Rule(NamedTuple):
    """A horizontal line, solid or of round dots."""

    x: float
    y: float
    width: float
    colour: str
    thickness: float
    dotted: bool = False
    leaf: int = DECORATION


class Picture(NamedTuple):
    """A vector drawing or raster image scaled into a rectangle; y is its upper edge."""

    x: float
    y: float
    width: float
    height: float
    source: Drawing | Image
    colour: str
    """What `currentColor` means in a drawing."""
    leaf: int = DECORATION


class PageReference(NamedTuple):
    """Where the number of the page that holds a target will stand, once pages are known."""

    x: float
    """The right edge."""
    y: float
    """The baseline."""
    target: str
    """Id of a heading."""
    look: Look
    leaf: int = DECORATION


Piece: TypeAlias = Run | Rectangle | Rule | Picture | PageReference


class Placed(NamedTuple):
    """Pieces with the point on the page that they are drawn from."""

    x: float
    y: float
    pieces: tuple[Piece, ...]


class Anchor(NamedTuple):
    """A place that links lead to."""

    id: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class LaidPage:
    """One finished page."""

    width: float
    height: float
    placed: tuple[Placed, ...]
    running: tuple[Placed, ...] = ()
    """Running heads and feet and repeated table heads."""
    anchors: tuple[Anchor, ...] = ()
    label: str = ""
    """Its number as readers know it: of the page, of a leaflet's panel, `Side 1` of a sheet."""
    ground: str = ""
    """The colour of the page; empty leaves it white."""
    fitted: str = ""
    """What was done so that everything fits, in words."""
