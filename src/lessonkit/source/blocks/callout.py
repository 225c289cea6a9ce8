"""The `callout` block: a passage set apart, such as something to remember."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from lessonkit.problems import Problem
from lessonkit.source.blocks.block import Block, one_key
from lessonkit.source.blocks.text import Text
from lessonkit.source.texts import IconName, Line, Markdown

if TYPE_CHECKING:
    from lessonkit.source.blocks import AnyBlock


def _text_alone(data: dict[str, Any]) -> tuple[AnyBlock, ...]:
    """The text of a callout as its only block."""
    text = data.get("text")
    return (Text.model_validate(one_key("text", text, text)),) if text else ()


class Callout(Block):
    """`- callout: {kind: remember, text: You can always tell someone you trust.}`."""

    name = "callout"

    kind: Literal["remember", "important", "help", "never", "note"]
    heading: Line | None = None
    icon: IconName | None = None
    text: Markdown | None = None
    """Short for `blocks` with one text block; it is in `blocks` too."""
    blocks: tuple[AnyBlock, ...] = Field(default_factory=_text_alone)

    def problems(self) -> Iterator[Problem]:
        """It holds either text or blocks."""
        if "text" in self.model_fields_set and "blocks" in self.model_fields_set:
            what = "This callout has both `text` and `blocks`."
            yield Problem(self.place_of("text"), what, "Move the text into the blocks: `- text: …`.")
        elif not self.blocks:
            yield Problem(self.place, "This callout is empty.", "Give it `text: …` or a list of `blocks`.")
