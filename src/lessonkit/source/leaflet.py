"""A leaflet of six panels, read in order from the front cover."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from lessonkit.problems import Problem
from lessonkit.source.blocks import AnyBlock
from lessonkit.source.definition import Definition
from lessonkit.source.model import Model
from lessonkit.source.texts import IconName, Line, Words

PANELS = 6


class Panel(Model):
    """One panel; on the first one the heading is the document's title."""

    heading: Line | None = None
    letter: Words | None = None
    """The letter, or letters, of a word such as T.A.L.K. that this panel stands for."""
    icon: IconName | None = None
    blocks: tuple[AnyBlock, ...] = Field(min_length=1)


class Leaflet(Definition):
    """`type: leaflet`."""

    type: Literal["leaflet"]
    panels: tuple[Panel, ...]

    def problems(self) -> Iterator[Problem]:
        """Six panels, each with a heading."""
        if len(self.panels) != PANELS:
            what = f"A leaflet has exactly {PANELS} panels, but here are {len(self.panels)}."
            yield Problem(self.place_of("panels"), what, "Add or join panels until there are six.")
        for index, panel in enumerate(self.panels[1:], 2):
            if panel.heading is None:
                yield Problem(panel.place, f"Panel {index} has no heading.", "Give it `heading: …`.")
        if self.panels and self.panels[0].heading not in (None, self.title):
            what = "The heading of the front cover is not the title of the leaflet."
            yield Problem(self.place_of("panels", 0, "heading"), what, "Make both the same, or remove this heading.")
