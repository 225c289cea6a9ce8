"""What a drawing is: shapes made of straight lines and cubic curves, with a fill and a stroke."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Point: TypeAlias = tuple[float, float]

Move: TypeAlias = tuple[Literal["M"], float, float]
Line: TypeAlias = tuple[Literal["L"], float, float]
Curve: TypeAlias = tuple[Literal["C"], float, float, float, float, float, float]
"""Two control points, then the end: a cubic Bézier curve."""
Close: TypeAlias = tuple[Literal["Z"]]
Segment: TypeAlias = Move | Line | Curve | Close
"""One step of a path, in the words of SVG; y grows downwards, the origin is the top left."""

CURRENT_COLOUR = "currentColor"
"""Stands for the colour of the text beside the drawing."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One path. Filled by the non-zero rule, stroked with round caps and joins."""

    path: tuple[Segment, ...]
    """Begins with M; after Z comes M or nothing."""
    fill: str | None
    """`#rrggbb` or `currentColor`; None for no fill."""
    stroke: str | None
    stroke_width: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a ground of this size, the first one lowest."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
