"""A sheet: one or two pages on one matter, such as a help sheet, a fact sheet or a briefing."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from lessonkit.source.blocks import AnyBlock
from lessonkit.source.definition import Definition
from lessonkit.source.model import Model
from lessonkit.source.texts import CHILDREN, IconName, Line


class Topic(Model):
    """A heading with what belongs to it."""

    heading: Line
    icon: IconName | None = None
    blocks: tuple[AnyBlock, ...] = Field(min_length=1)


class Sheet(Definition):
    """`type: sheet`."""

    type: Literal["sheet"]
    kind: Literal["help", "facts", "briefing"]
    topics: tuple[Topic, ...] = Field(min_length=1)

    @property
    def discreet(self) -> bool:
        """A help sheet for young people."""
        return self.kind == "help" and self.audience in CHILDREN
