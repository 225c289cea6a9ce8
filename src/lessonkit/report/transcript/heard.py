"""What there is to hear in a file of any format: plain data between those who read files and the one who speaks."""

from __future__ import annotations

from typing import TypeAlias

from lessonkit.dataclass import dataclass
from lessonkit.document import Numbering
from lessonkit.reading import list_number


@dataclass(frozen=True, slots=True)
class Page:
    """A page begins."""

    number: int


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; what stands in its line is in brackets: `[link: Childline]`."""

    text: str
    role: str = ""
    """What is said before it, such as `Caption`."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is no decoration."""

    alt: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list."""

    label: str
    """Its number or term; empty for a bullet."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    parts: tuple[Part, ...]
    is_header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""


Part: TypeAlias = Page | Words | Heading | Picture | Listing | Grid


@dataclass(frozen=True, slots=True)
class Heard:
    """A whole file."""

    parts: tuple[Part, ...]
    title: str = ""
    language: str = ""


def link(words: str) -> str:
    """A link in a line."""
    return f"[link: {words.strip() or 'without words'}]"


def note_call(number: str) -> str:
    """The number that calls a note."""
    return f"[note {number.strip()}]"


def picture(alt: str) -> str:
    """A picture in a line."""
    return f"[picture: {alt.strip() or 'without alternative text'}]"


def control(kind: str, name: str) -> str:
    """Something to fill in or to press; its name may stand beside it."""
    return f"[{kind}: {name.strip()}]" if name.strip() else f"[{kind}]"


def in_language(language: str, words: str) -> str:
    """Words in another language than those around them."""
    return f"[{language}: {words.strip()}]"


FORMS: dict[str, Numbering] = {
    "lowerLetter": "lower-alpha",
    "upperLetter": "upper-alpha",
    "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman",
}
"""How lists are numbered, by what Word calls it."""


def ordinal(number: int, form: str) -> str:
    """The number before an item: `3.`, `c.`, `iii.`; form as Word names it, such as `upperRoman`."""
    return f"{list_number(number, FORMS.get(form, 'decimal') if 0 < number < MOST else 'decimal')}."


MOST = 4000
"""Roman numbers end before it."""
