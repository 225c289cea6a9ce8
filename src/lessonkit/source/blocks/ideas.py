"""The `ideas` block: one picture at the left, one idea beside it, in each row, as Easy Read has it."""

from __future__ import annotations

from pydantic import Field

from lessonkit.source.blocks.block import Block
from lessonkit.source.model import Model
from lessonkit.source.texts import IconName, Markdown


class Idea(Model):
    """One idea and its picture."""

    icon: IconName
    text: Markdown


class Ideas(Block):
    """`- ideas: [{icon: tell, text: You can tell someone you trust.}]`."""

    name = "ideas"
    shorthand = "ideas"

    ideas: tuple[Idea, ...] = Field(min_length=1)
