"""The `match` block: words and meanings to join; the layout mixes the meanings and knows the answers."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from lessonkit.problems import Problem
from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import Line

LETTERS = "ABCDEFGH"


class Match(Block):
    """`- match: [[Block, They cannot message me any more.], [Report, The app hears what is wrong.]]`."""

    name = "match"
    shorthand = "pairs"

    pairs: tuple[tuple[Line, ...], ...] = Field(min_length=2, max_length=len(LETTERS))
    """What belongs together."""

    def problems(self) -> Iterator[Problem]:
        """Two belong together."""
        for index, pair in enumerate(self.pairs):
            if len(pair) != 2:
                what = f"This pair has {len(pair)} texts."
                yield Problem(self.place_of("pairs", index), what, "Write two: `[Block, They cannot message me.]`.")

    @property
    def order(self) -> tuple[int, ...]:
        """Which meaning stands where: the same every time, and none beside its word."""
        count = len(self.pairs)
        shift = count // 2
        return tuple((place + shift) % count for place in range(count))

    @property
    def mixed(self) -> tuple[Line, ...]:
        """The meanings as pupils see them."""
        return tuple(self.pairs[number][1] for number in self.order)

    @property
    def answers(self) -> tuple[str, ...]:
        """The letter that belongs to each word."""
        return tuple(LETTERS[self.order.index(number)] for number in range(len(self.pairs)))
