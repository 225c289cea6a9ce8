"""A handout: a few pages for pupils to keep, one matter under each heading."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from lessonkit.source.blocks import AnyBlock
from lessonkit.source.definition import Definition
from lessonkit.source.model import Model
from lessonkit.source.texts import IconName, Line


class Matter(Model):
    """A heading with what belongs to it."""

    heading: Line
    icon: IconName | None = None
    blocks: tuple[AnyBlock, ...] = Field(min_length=1)


class Handout(Definition):
    """`type: handout`."""

    type: Literal["handout"]
    matters: tuple[Matter, ...] = Field(min_length=1)
