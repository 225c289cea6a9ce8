"""The `heading` block: a sub-heading, whose level follows from where it stands."""

from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import Line


class Heading(Block):
    """`- heading: What to say`."""

    name = "heading"
    shorthand = "text"

    text: Line
