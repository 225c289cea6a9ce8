"""The `choices` block: things to tick, each with a picture if it has one."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from lessonkit.source.blocks.block import Block, one_key
from lessonkit.source.model import Model
from lessonkit.source.texts import IconName, Line


class Option(Model):
    """One thing to tick: `{icon: tell, text: Tell an adult}`, or the text alone."""

    icon: IconName | None = None
    text: Line

    @classmethod
    def expanded(cls, value: Any) -> Any:
        """A text alone is an option without a picture."""
        return one_key("text", value, value) if isinstance(value, str) else value


class Choices(Block):
    """`- choices: [{icon: tell, text: Tell}, {icon: block, text: Block}]`."""

    name = "choices"
    shorthand = "options"

    options: tuple[Option, ...] = Field(min_length=2)
    columns: Annotated[int, Field(ge=1, le=3)] = 2
