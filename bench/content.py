"""The two documents that every engine builds: read once from YAML, then turned into each engine's own input."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, TypeAlias

HERE = Path(__file__).parent
LANGUAGE = "en-GB"
WORKS = ("leaflet", "lesson")
"""Two A4 pages of about 700 words, and about twelve of about 4,300."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a paragraph that look and lead alike."""

    text: str
    bold: bool = False
    address: str = ""
    """Where a link leads."""
    school: bool = False
    """The name of the school stands here; `text` is empty."""


Words: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the title; `id` is unique."""

    level: int
    words: Words
    id: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    words: Words


@dataclass(frozen=True, slots=True)
class Items:
    """A list with bullets or numbers."""

    items: tuple[Words, ...]
    numbered: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row and first column are headers; `widths` are shares."""

    caption: str
    widths: tuple[float, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A passage set apart."""

    title: str
    paragraphs: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture made beforehand; `file` is its name in the folder of pictures."""

    file: str
    alt: str
    caption: str
    width_mm: float


Block: TypeAlias = Heading | Paragraph | Items | Table | Callout | Figure


@dataclass(frozen=True, slots=True)
class Work:
    """One document."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    codes: dict[str, str]
    """The addresses of its QR codes, by the file that shows each."""


def read_work(name: str) -> Work:
    """The document of this name."""
    import yaml  # not in cold processes, which are handed a document that has been read

    written = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    blocks = tuple(_block(block, number) for number, block in enumerate(written["blocks"]))
    codes = {_code(block["qr"]): block["qr"] for block in written["blocks"] if "qr" in block}
    return Work(name, written["title"], blocks, codes)


def _block(written: dict[str, Any], number: int) -> Block:
    """A block is known by its first key."""
    kind = next(iter(written))
    return READERS[kind](written, number)


READERS: dict[str, Callable[[dict[str, Any], int], Block]] = {
    "h": lambda written, number: Heading(2, read_words(written["h"]), f"h{number}"),
    "h3": lambda written, number: Heading(3, read_words(written["h3"]), f"h{number}"),
    "p": lambda written, _: Paragraph(read_words(written["p"])),
    "bullets": lambda written, _: Items(tuple(map(read_words, written["bullets"])), numbered=False),
    "numbers": lambda written, _: Items(tuple(map(read_words, written["numbers"])), numbered=True),
    "table": lambda written, _: _table(**written["table"]),
    "callout": lambda written, _: Callout(written["callout"], tuple(map(read_words, written["text"]))),
    "figure": lambda written, _: Figure(written["figure"], written["alt"], written["caption"], written["width"]),
    "qr": lambda written, _: Figure(_code(written["qr"]), written["alt"], written["caption"], written["width"]),
}


def _table(caption: str, widths: list[float], head: list[str], rows: list[list[str]]) -> Table:
    return Table(caption, tuple(widths), tuple(head), tuple(map(tuple, rows)))


def _code(address: str) -> str:
    """The file of a QR code."""
    return re.sub(r"\W+", "-", address.removeprefix("https://")) + ".png"


MARKS = re.compile(r"\*\*(?P<bold>.+?)\*\*|\[(?P<link>[^]]+)\]\((?P<address>[^)]+)\)|(?P<school>\{school\})")


def read_words(text: str) -> Words:
    """`**strong**`, `[text](address)` and `{school}` as spans."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[Span]:
    at = 0
    for mark in MARKS.finditer(text):
        if mark.start() > at:
            yield Span(text[at : mark.start()])
        yield _span(mark)
        at = mark.end()
    if at < len(text):
        yield Span(text[at:])


def _span(mark: re.Match[str]) -> Span:
    if mark["school"]:
        return Span("", school=True)
    return Span(mark["bold"] or mark["link"], bold=bool(mark["bold"]), address=mark["address"] or "")


def plain(words: Words, school: str) -> str:
    """The words as they are read."""
    return "".join(school if span.school else span.text for span in words)


def reading(work: Work, school: str) -> Iterator[str]:
    """What a reader sees, one string a paragraph, heading, item, cell or caption, in order."""
    yield work.title
    for block in work.blocks:
        match block:
            case Heading() | Paragraph():
                yield plain(block.words, school)
            case Items():
                yield from (plain(item, school) for item in block.items)
            case Table():
                yield block.caption
                yield from block.head
                yield from (cell for row in block.rows for cell in row)
            case Callout():
                yield block.title
                yield from (plain(words, school) for words in block.paragraphs)
            case Figure():
                yield block.caption


FIRST = ("Green Lane", "Old Mill", "Riverside", "Hazel Wood", "St Anne’s", "Upper Meadow", "Kite Hill", "Bridge Street")
SECOND = ("Primary School", "Junior School", "Community Primary School", "Academy", "Church School", "First School")


def school_names(count: int) -> list[str]:
    """Names of differing lengths, each of them once: no engine can serve a document that it has made before."""
    names = [f"{first} {second}" for second, first in product(SECOND, FIRST)]
    turns = range(1 + count // len(names))
    return [f"{name} {turn}" if turn else name for turn in turns for name in names][:count]
