"""The `contacts` block: who can help, from the contact records."""

from typing import Literal

from pydantic import Field

from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import ContactId, Line


class Contacts(Block):
    """`- contacts: [childline, ceop]`."""

    name = "contacts"
    shorthand = "ids"

    ids: tuple[ContactId, ...] = Field(min_length=1)
    caption: Line | None = None
    style: Literal["table", "list", "short"] = "table"
    """`short`: names with one number or words to search for, to be read from afar or on a card."""
