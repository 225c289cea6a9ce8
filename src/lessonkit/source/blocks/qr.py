"""The `qr` block: the web address of a contact as a square that a telephone's camera reads."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import WebContactId, Words


class Qr(Block):
    """`- qr: childline`."""

    name = "qr"
    shorthand = "contact"

    contact: WebContactId
    alt: Words | None = None
    """What it opens, in words; left out, it is the name of the contact."""
    width: Annotated[float, Field(ge=15, le=80)] = 25
    """In millimetres."""
