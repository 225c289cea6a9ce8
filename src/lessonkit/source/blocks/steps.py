"""The `steps` block: numbered steps in order."""

from pydantic import Field

from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import Markdown


class Steps(Block):
    """`- steps: [first, second]`."""

    name = "steps"
    shorthand = "steps"

    steps: tuple[Markdown, ...] = Field(min_length=1)
