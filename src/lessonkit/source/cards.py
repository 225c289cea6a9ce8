"""Cards: small pages that are printed many to a sheet and cut apart, with something on the back or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from lessonkit.problems import Problem
from lessonkit.source.blocks import AnyBlock
from lessonkit.source.definition import Definition
from lessonkit.source.model import Model
from lessonkit.source.texts import IconName, Line, MessageId


class Card(Model):
    """One card. A word with an icon and nothing else is a picture card."""

    word: Line | None = None
    icon: IconName | None = None
    headline: MessageId | None = None
    """A fixed message in large letters, sentence by sentence."""
    icons: tuple[IconName, ...] = ()
    """One for each sentence of the headline."""
    blocks: tuple[AnyBlock, ...] = ()
    back: tuple[AnyBlock, ...] = ()

    def problems(self) -> Iterator[Problem]:
        """It has a front."""
        if self.word is None and self.headline is None and not self.blocks:
            yield Problem(self.place, "This card is empty.", "Give it `word: …`, `headline: …` or `blocks: …`.")


class Cards(Definition):
    """`type: cards`."""

    type: Literal["cards"]
    cards: tuple[Card, ...] = Field(min_length=1)

    @property
    def faces(self) -> tuple[tuple[int, int], ...]:
        """The panels of each card, front and back, 0 for none; the title is panel 1."""
        faces, number = [], 1
        for card in self.cards:
            front = number + 1
            number = front + bool(card.back)
            faces.append((front, number if card.back else 0))
        return tuple(faces)
