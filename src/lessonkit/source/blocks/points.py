"""The `points` block: bullet points."""

from pydantic import Field

from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import Markdown


class Points(Block):
    """`- points: [first, second]`."""

    name = "points"
    shorthand = "points"

    points: tuple[Markdown, ...] = Field(min_length=1)
