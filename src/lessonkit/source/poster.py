"""A poster: one message in large letters, sentence by sentence, and what helps below it; one page."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from lessonkit.source.blocks import AnyBlock
from lessonkit.source.definition import Definition
from lessonkit.source.texts import IconName, MessageId


class Poster(Definition):
    """`type: poster`."""

    type: Literal["poster"]
    headline: MessageId
    """The fixed message in large letters."""
    icons: tuple[IconName, ...] = Field(min_length=1, max_length=4)
    """One for each sentence of the headline."""
    blocks: tuple[AnyBlock, ...] = Field(min_length=1)
