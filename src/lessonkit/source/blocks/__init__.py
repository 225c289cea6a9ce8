"""The blocks an author writes; to add one, add its file and its line in `BLOCKS` and `AnyBlock`."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import Discriminator, Tag

from lessonkit.source.blocks import callout, columns
from lessonkit.source.blocks.block import Block
from lessonkit.source.blocks.callout import Callout
from lessonkit.source.blocks.chart import Chart
from lessonkit.source.blocks.checklist import Checklist
from lessonkit.source.blocks.choices import Choices
from lessonkit.source.blocks.columns import Columns
from lessonkit.source.blocks.contacts import Contacts
from lessonkit.source.blocks.draw import Draw
from lessonkit.source.blocks.facts import Facts
from lessonkit.source.blocks.heading import Heading
from lessonkit.source.blocks.ideas import Ideas
from lessonkit.source.blocks.match import Match
from lessonkit.source.blocks.message import Message
from lessonkit.source.blocks.order import Order
from lessonkit.source.blocks.picture import Picture
from lessonkit.source.blocks.points import Points
from lessonkit.source.blocks.qr import Qr
from lessonkit.source.blocks.school import School
from lessonkit.source.blocks.screen import Screen
from lessonkit.source.blocks.starters import Starters
from lessonkit.source.blocks.steps import Steps
from lessonkit.source.blocks.table import Table
from lessonkit.source.blocks.terms import Terms
from lessonkit.source.blocks.text import Text
from lessonkit.source.blocks.write import Write

BLOCKS: dict[str, type[Block]] = {
    "text": Text,
    "heading": Heading,
    "steps": Steps,
    "points": Points,
    "checklist": Checklist,
    "callout": Callout,
    "table": Table,
    "chart": Chart,
    "starters": Starters,
    "contacts": Contacts,
    "facts": Facts,
    "terms": Terms,
    "message": Message,
    "picture": Picture,
    "qr": Qr,
    "school": School,
    "write": Write,
    "choices": Choices,
    "match": Match,
    "order": Order,
    "screen": Screen,
    "draw": Draw,
    "ideas": Ideas,
    "columns": Columns,
}


def _name(value: Any) -> str | None:
    """The one key of a block: which model it is for."""
    if isinstance(value, Block):
        return value.name
    return str(next(iter(value))) if isinstance(value, dict) and len(value) == 1 else None


AnyBlock: TypeAlias = Annotated[
    Annotated[Text, Tag("text")]
    | Annotated[Heading, Tag("heading")]
    | Annotated[Steps, Tag("steps")]
    | Annotated[Points, Tag("points")]
    | Annotated[Checklist, Tag("checklist")]
    | Annotated[Callout, Tag("callout")]
    | Annotated[Table, Tag("table")]
    | Annotated[Chart, Tag("chart")]
    | Annotated[Starters, Tag("starters")]
    | Annotated[Contacts, Tag("contacts")]
    | Annotated[Facts, Tag("facts")]
    | Annotated[Terms, Tag("terms")]
    | Annotated[Message, Tag("message")]
    | Annotated[Picture, Tag("picture")]
    | Annotated[Qr, Tag("qr")]
    | Annotated[School, Tag("school")]
    | Annotated[Write, Tag("write")]
    | Annotated[Choices, Tag("choices")]
    | Annotated[Match, Tag("match")]
    | Annotated[Order, Tag("order")]
    | Annotated[Screen, Tag("screen")]
    | Annotated[Draw, Tag("draw")]
    | Annotated[Ideas, Tag("ideas")]
    | Annotated[Columns, Tag("columns")],
    Discriminator(_name),
]

for _module in (callout, columns):  # their models hold blocks too; this completes them when a definition is read
    vars(_module)["AnyBlock"] = AnyBlock
