"""The `picture` block: an icon or an image file, described in words or marked decorative."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from lessonkit.problems import Problem
from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import IconName, ImageFile, Line, Words


class Picture(Block):
    """`- picture: {icon: phone, decorative: true}`, or `{file: images/drawing.png, alt: A child draws}`."""

    name = "picture"

    icon: IconName | None = None
    file: ImageFile | None = None
    alt: Words | None = None
    decorative: bool = False
    width: Annotated[float, Field(ge=5, le=250)] = 40
    """In millimetres."""
    caption: Line | None = None

    def problems(self) -> Iterator[Problem]:
        """One source, and either an alternative text or none on purpose."""
        if (self.icon is None) == (self.file is None):
            todo = "Give one of `icon: name` and `file: images/name.png`."
            what = "This picture needs an icon or a file" + (", not both." if self.icon else ".")
            yield Problem(self.place, what, todo)
        if self.alt is None and not self.decorative:
            todo = "Describe it: `alt: …`, or write `decorative: true` if the words beside it say everything."
            yield Problem(self.place, "This picture has no alternative text for people who cannot see it.", todo)
        if self.alt is not None and self.decorative:
            todo = "Remove one of the two."
            yield Problem(self.place_of("alt"), "A decorative picture is skipped by screen readers, `alt` too.", todo)
