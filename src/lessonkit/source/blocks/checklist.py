"""The `checklist` block: items with an empty tick box."""

from pydantic import Field

from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import Markdown


class Checklist(Block):
    """`- checklist: [first, second]`."""

    name = "checklist"
    shorthand = "checklist"

    checklist: tuple[Markdown, ...] = Field(min_length=1)
