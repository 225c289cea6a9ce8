"""The `order` block: steps to number; the layout mixes them and knows the answer."""

from __future__ import annotations

from pydantic import Field

from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import Line


class Order(Block):
    """`- order: [Stop., Tell an adult., Block and report together.]`, in the right order."""

    name = "order"
    shorthand = "items"

    items: tuple[Line, ...] = Field(min_length=3, max_length=8)

    @property
    def mixed(self) -> tuple[tuple[int, Line], ...]:
        """The steps as pupils see them, each with its number: the same every time, and none in its place."""
        count = len(self.items)
        numbers = [(place + count // 2) % count for place in range(count)]
        return tuple((number + 1, self.items[number]) for number in numbers)
