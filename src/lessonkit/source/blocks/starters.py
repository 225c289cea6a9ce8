"""The `starters` block: words that a person can say, printed in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from lessonkit.problems import Problem
from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import Line

QUOTES = "\"'“”‘’"


class Starters(Block):
    """`- starters: {heading: You could say, lines: [How was your day?]}`."""

    name = "starters"
    shorthand = "lines"

    heading: Line | None = None
    lines: tuple[Line, ...] = Field(min_length=1)

    def problems(self) -> Iterator[Problem]:
        """The layout adds the quotation marks."""
        for line in self.lines:
            if len(line) > 1 and line[0] in QUOTES and line.rstrip()[-1] in QUOTES:
                what = "This line has quotation marks of its own, so it would be printed with two pairs."
                yield Problem(line.place, what, "Remove them: they are added when it is printed.")
