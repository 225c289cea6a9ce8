"""A guide: chapters with a contents list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from lessonkit.problems import Problem
from lessonkit.source.blocks import AnyBlock
from lessonkit.source.definition import Definition
from lessonkit.source.model import Model
from lessonkit.source.texts import IconName, Id, Line


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

    def problems(self) -> Iterator[Problem]:
        """A chapter's id names one chapter."""
        seen: set[str] = set()
        for chapter in self.chapters:
            if chapter.id in seen:
                what = f"The chapter id `{chapter.id}` comes twice."
                yield Problem(chapter.place_of("id"), what, "Give each chapter an id of its own.")
            seen.add(chapter.id)
