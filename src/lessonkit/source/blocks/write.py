"""The `write` block: ruled lines to write on, under a label."""

from typing import Annotated

from pydantic import Field

from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import Line


class Write(Block):
    """`- write: {label: People I trust, lines: 3}`."""

    name = "write"
    shorthand = "label"

    label: Line
    lines: Annotated[int, Field(ge=1, le=40)] = 3
