"""The `chart` block: the figures of fact records as a picture, with the same numbers in a table below it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from lessonkit.source.blocks.block import Block
from lessonkit.source.model import Model
from lessonkit.source.texts import FactId, Line, Words


class Series(Model):
    """One row of bars, or one line: the figures of these facts."""

    name: Line
    facts: tuple[FactId, ...] = Field(min_length=1)


class Chart(Block):
    """`- chart: {caption: Reports, alt: The later bar is longer., series: [{name: Reports, facts: [s7]}]}`."""

    name = "chart"

    caption: Line
    alt: Words
    """What it shows, in words."""
    kind: Literal["bar", "line"] = "bar"
    series: tuple[Series, ...] = Field(min_length=1, max_length=4)
    width: Annotated[float, Field(ge=40, le=250)] = 120
    """In millimetres."""
