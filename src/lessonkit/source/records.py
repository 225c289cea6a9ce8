"""The records of the library: contacts, facts, terms, fixed messages and words to avoid, each with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from lessonkit.problems import Problem
from lessonkit.source.model import Model
from lessonkit.source.texts import (
    Audience,
    Audiences,
    Confidence,
    Date,
    FieldName,
    IconName,
    Id,
    Line,
    Markdown,
    PartialDate,
    Words,
)

UNCONFIRMED: tuple[Confidence, ...] = ("V-old", "G")
"""Printed only in a template, marked to be confirmed, until a person has checked the record."""


WORD = re.compile(r"[^\W\d_]+(?:[ ’-][^\W\d_]+)*")
"""A word or phrase of letters."""


class Record(Model):
    """Something that documents print by its id."""

    id: Id


class Way(Model):
    """One way to reach a contact."""

    kind: Literal["phone", "web", "email", "text"]
    value: Words
    """The number or the address itself."""
    say: Words | None = None
    """What is printed instead of the value."""
    search: Words | None = None
    """What to search for on the web, where there is no room or time for an address."""
    confidence: Confidence
    source: Words
    url: Words | None = None
    """Where the source says so."""
    fact_date: PartialDate | None = None
    """The date of the source; never the day of a check."""

    @property
    def target(self) -> str:
        """Where a link leads: `tel:08001111`, `https://…`."""
        number = "".join(character for character in self.value if character in "+0123456789")
        match self.kind:
            case "phone":
                return f"tel:{number}"
            case "text":
                return f"sms:{number}"
            case "email":
                return f"mailto:{self.value}"
            case "web":
                return str(self.value)

    def problems(self) -> Iterator[Problem]:
        """A web way is an address that can be opened."""
        if self.kind == "web" and not self.value.startswith("https://"):
            yield Problem(self.place_of("value"), "A web address begins with `https://`.", "Add it.")
        if self.kind == "email" and "@" not in self.value:
            yield Problem(self.place_of("value"), f"`{self.value}` is not an e-mail address.", "Correct it.")
        if self.kind in ("phone", "text") and not self.target.split(":")[1]:
            yield Problem(self.place_of("value"), f"`{self.value}` is not a number.", "Write its figures.")


class Contact(Record):
    """Who can help, and how to reach them."""

    name: Words
    short: Words | None = None
    who: Line
    """Who it is for."""
    what: Markdown
    """What it does, and its limits."""
    ways: tuple[Way, ...] = ()
    """The first one is the main one."""
    fields: dict[Literal["name", "phone", "email", "web"], FieldName] = Field(default_factory=dict)
    """The school details to print instead of ways, for a contact of the school's own."""
    audiences: Audiences
    """Whose documents may name it."""
    adults_only: bool = False
    emergency: bool = False
    checked_by: Words | None = None
    checked_on: Date | None = None

    @property
    def web(self) -> Way | None:
        """Its first web address, if it has one."""
        return next((way for way in self.ways if way.kind == "web"), None)

    def problems(self) -> Iterator[Problem]:
        """It has ways or fields; a check has a person and a day."""
        if bool(self.ways) == bool(self.fields):
            todo = "Give it `ways: […]`, or for a contact in the school `fields: {name: …, phone: …}`."
            yield Problem(self.place, f"The contact `{self.id}` needs either ways or fields.", todo)
        yield from _half_checked(self)


class Compute(Model):
    """How a printed percentage follows from the counts."""

    change_percent: tuple[float, float] | None = None
    """From, to."""
    share_percent: tuple[float, float] | None = None
    """Part, whole."""
    printed: float

    def problems(self) -> Iterator[Problem]:
        """One of the two ways to compute."""
        if (self.change_percent is None) == (self.share_percent is None):
            todo = "Give one of `change-percent: [from, to]` and `share-percent: [part, whole]`."
            yield Problem(self.place, "This percentage needs one way to compute it.", todo)
        for key, pair in (("change-percent", self.change_percent), ("share-percent", self.share_percent)):
            divisor = None if pair is None else pair[0] if key == "change-percent" else pair[1]
            if divisor == 0:
                yield Problem(self.place_of(key), "A percentage of 0 has no meaning.", "Correct the counts.")


class Figure(Model):
    """A number that charts draw."""

    label: Words
    """What it belongs to: a year."""
    value: float


class Fact(Record):
    """A figure in a sentence, with its unit, year and source."""

    text: Line
    unit: Words
    year: Annotated[int, Field(ge=1990, le=2100)]
    confidence: Confidence
    source: Words
    url: Words | None = None
    fact_date: PartialDate | None = None
    audiences: Audiences
    compute: Compute | None = None
    figures: tuple[Figure, ...] = ()
    """The numbers of its sentence that charts draw."""
    checked_by: Words | None = None
    checked_on: Date | None = None

    def problems(self) -> Iterator[Problem]:
        """A check has a person and a day."""
        yield from _half_checked(self)


class Term(Record):
    """A word and what it means."""

    term: Words
    meaning: Markdown
    audiences: Audiences
    known_to: Audiences = ()
    """Children who know the word from their everyday life, so that no document need explain it to them."""
    source: Words
    url: Words | None = None
    confidence: Confidence


class Message(Record):
    """Wording that is printed exactly as it stands."""

    text: Line
    source: Words
    credit: Line | None = None


class WordRule(Model):
    """Phrases to avoid, and what to say instead."""

    avoid: tuple[Words, ...] = Field(min_length=1)
    prefer: Words
    why: Words
    audiences: Audiences
    allow_in: tuple[Audience, ...] = ()
    """Whose documents may still name the phrase, to explain it; a person looks at each."""
    confidence: Confidence


class Symbol(Model):
    """Key words and the icon that shows them, for readers who read words with symbols."""

    words: tuple[Words, ...] = Field(min_length=1)
    icon: IconName
    source: Words
    licence: Words
    """What the icon may be used under: `CC BY 4.0`."""

    def problems(self) -> Iterator[Problem]:
        """Key words are words, as they stand in a text."""
        for number, word in enumerate(self.words):
            if not WORD.fullmatch(word):
                todo = "Write one word, or a few with single spaces; the plural is found too."
                yield Problem(self.place_of("words", number), f"`{word}` is not a key word.", todo)


def _half_checked(record: Contact | Fact) -> Iterator[Problem]:
    if (record.checked_by is None) != (record.checked_on is None):
        todo = "Give both, or leave both empty."
        yield Problem(record.place, f"The check of `{record.id}` needs `checked-by` and `checked-on`.", todo)
