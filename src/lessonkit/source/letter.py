"""A letter home: one page, with a slip to send back if the author wants one."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from lessonkit.source.blocks import AnyBlock
from lessonkit.source.definition import Definition
from lessonkit.source.model import Model
from lessonkit.source.texts import Line


class Slip(Model):
    """The part at the foot that families cut off and send back."""

    heading: Line
    blocks: tuple[AnyBlock, ...] = Field(min_length=1)


class Letter(Definition):
    """`type: letter`."""

    type: Literal["letter"]
    salutation: Line
    blocks: tuple[AnyBlock, ...] = Field(min_length=1)
    closing: Line
    slip: Slip | None = None
