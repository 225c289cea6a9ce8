"""The `draw` block: an empty frame to draw in, under a label."""

from typing import Annotated

from pydantic import Field

from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import Line


class Draw(Block):
    """`- draw: {label: Draw a place where you feel safe, height: 60}`."""

    name = "draw"
    shorthand = "label"

    label: Line
    height: Annotated[float, Field(ge=20, le=220)] = 60
    """In millimetres."""
