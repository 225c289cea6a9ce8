"""The `columns` block: groups of blocks side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from lessonkit.source.blocks.block import Block

if TYPE_CHECKING:
    from lessonkit.source.blocks import AnyBlock


class Columns(Block):
    """`- columns: [[{text: Left.}], [{text: Right.}]]`."""

    name = "columns"
    shorthand = "columns"

    columns: tuple[tuple[AnyBlock, ...], ...] = Field(min_length=2, max_length=4)
