"""The `facts` block: figures from the fact records, each with its year, unit and source."""

from pydantic import Field

from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import FactId


class Facts(Block):
    """`- facts: [s1, s2]`."""

    name = "facts"
    shorthand = "facts"

    facts: tuple[FactId, ...] = Field(min_length=1)
