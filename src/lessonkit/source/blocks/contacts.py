"""The `contacts` block: who can help, from the contact records."""

from typing import Annotated, Literal

from pydantic import Field

from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import ContactId, Line


class Contacts(Block):
    """`- contacts: [childline, ceop]`."""

    name = "contacts"
    shorthand = "ids"

    ids: tuple[ContactId, ...] = Field(min_length=1)
    caption: Line | None = None
    across: Annotated[int, Field(ge=1, le=3)] = 2
    """How many stand beside each other, in the short style."""
    style: Literal["table", "list", "short"] = "table"
    """`short`: names with one number or words to search for, to be read from afar or on a card."""
