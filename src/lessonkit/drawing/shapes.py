"""What a drawing is: shapes made of straight lines and cubic curves, with a fill and a stroke, and labels."""

from __future__ import annotations

from typing import Literal, TypeAlias

from lessonkit.dataclass import dataclass

Point: TypeAlias = tuple[float, float]
Area: TypeAlias = tuple[float, float, float, float]
"""Left, top, width and height."""

Move: TypeAlias = tuple[Literal["M"], float, float]
Line: TypeAlias = tuple[Literal["L"], float, float]
Curve: TypeAlias = tuple[Literal["C"], float, float, float, float, float, float]
"""Two control points, then the end: a cubic Bézier curve."""
Close: TypeAlias = tuple[Literal["Z"]]
Segment: TypeAlias = Move | Line | Curve | Close
"""One step of a path, in the words of SVG; y grows downwards, the origin is the top left."""

CURRENT_COLOUR = "currentColor"
"""Stands for the colour of the text beside the drawing."""

Cap: TypeAlias = Literal["butt", "round", "square"]
Join: TypeAlias = Literal["miter", "round", "bevel"]

MITER_LIMIT = 4.0
"""How many times its width a line may reach out at a corner before it is cut off: SVG's own limit."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One path, filled and stroked."""

    path: tuple[Segment, ...]
    """Begins with M; after Z comes M or nothing."""
    fill: str | None
    """`#rrggbb` or `currentColor`; None for no fill."""
    stroke: str | None = None
    stroke_width: float = 0.0
    cap: Cap = "round"
    join: Join = "round"
    miter_limit: float = MITER_LIMIT
    dash: tuple[float, ...] = ()
    """Lengths of dashes and gaps in turn, an even number of them; empty for a solid line."""
    even_odd: bool = False
    """What is inside: by the even-odd rule, else by the non-zero rule."""
    clip: Area | None = None
    """Nothing is painted outside of this."""


Anchor: TypeAlias = Literal["start", "middle", "end"]
Weight: TypeAlias = Literal["regular", "semibold", "bold"]
"""A key of the theme's fonts."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words in a drawing, on one line."""

    text: str
    x: float
    y: float
    """The baseline."""
    size: float
    """In the units of the drawing."""
    colour: str
    anchor: Anchor = "start"
    weight: Weight = "regular"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a ground of this size, the first one lowest, and labels over them all."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...] = ()
