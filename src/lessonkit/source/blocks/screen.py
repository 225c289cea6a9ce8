"""The `screen` block: a made-up screen of no real app, with one plain message and its buttons."""

from __future__ import annotations

from pydantic import Field

from lessonkit.source.blocks.block import Block
from lessonkit.source.blocks.choices import Option
from lessonkit.source.texts import Line


class Screen(Block):
    """`- screen: {heading: A chat, message: "Hi! Do you want to chat?", buttons: [{icon: block, text: Block}]}`."""

    name = "screen"

    heading: Line
    message: Line
    buttons: tuple[Option, ...] = Field(min_length=1, max_length=4)
