"""A guide: chapters with a contents list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from lessonkit.problems import Problem
from lessonkit.source.blocks import AnyBlock
from lessonkit.source.definition import Definition
from lessonkit.source.model import Model, repeated_ids
from lessonkit.source.texts import IconName, Id, Line
from lessonkit.source.values import SourceMap


class Chapter(Model):
    """One chapter."""

    id: Id
    """What links inside the guide name: `[words](#id)`."""
    heading: Line
    icon: IconName | None = None
    blocks: tuple[AnyBlock, ...] = Field(min_length=1)


class Guide(Definition):
    """`type: guide`."""

    type: Literal["guide"]
    contents: bool = True
    chapters: tuple[Chapter, ...] = Field(min_length=1)

    @classmethod
    def early_problems(cls, source: SourceMap) -> Iterator[Problem]:
        """A chapter's id names one chapter."""
        return repeated_ids(source, "chapters")
