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
from lessonkit.source.values import SourceMap, items_of, place_at

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

    @classmethod
    def early_problems(cls, source: SourceMap) -> Iterator[Problem]:
        """Six panels, each with a heading, and that of the cover is the title."""
        found = len(items_of(source.get("panels")))
        if found != PANELS and "panels" in source:
            what = f"A leaflet has exactly {PANELS} panels, but this one has {found}."
            yield Problem(source.key_places["panels"], what, f"Add or join panels until there are {PANELS}.")
        for index, panel in enumerate(items_of(source.get("panels"))):
            heading = panel.get("heading") if isinstance(panel, SourceMap) else None
            place = place_at(source, ("panels", index, "heading"))
            if heading is None and index > 0:
                yield Problem(place, f"Panel {index + 1} has no heading.", "Give it `heading: …`.")
            if heading not in (None, source.get("title")) and index == 0:
                what = "The heading of the front cover is not the title of the leaflet."
                yield Problem(place, what, "Make both the same, or remove this heading.")
