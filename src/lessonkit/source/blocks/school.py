"""The `school` block: a table of school details to fill in."""

from pydantic import Field

from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import FieldName, Line


class School(Block):
    """`- school: [dsl_name, dsl_phone]`."""

    name = "school"
    shorthand = "school"

    school: tuple[FieldName, ...] = Field(min_length=1)
    caption: Line | None = None
