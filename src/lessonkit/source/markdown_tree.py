"""The small tree that a Markdown text becomes: frozen dataclasses, with the place of what may turn out wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from lessonkit.dataclass import dataclass
from lessonkit.problems import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class MdText:
    """Words, with typographic quotes and single spaces."""

    text: str


@dataclass(frozen=True, slots=True)
class MdStrong:
    """`**words**`."""

    children: tuple[MdInline, ...]


@dataclass(frozen=True, slots=True)
class MdEmphasis:
    """`*words*`."""

    children: tuple[MdInline, ...]


@dataclass(frozen=True, slots=True)
class MdLink:
    """`[words](https://…)` or `[words](#chapter-id)`."""

    children: tuple[MdInline, ...]
    target: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class MdContact:
    """`<contact:id>`, or `<number:id>` for the linked number or address alone."""

    id: str
    number_only: bool
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class MdField:
    """`<field:name>`: a school detail."""

    name: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class MdBlank:
    """`<blank:time-code>`: a blank to write in, labelled `time code`."""

    label: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class MdNote:
    """`^[words]`: a footnote."""

    children: tuple[MdInline, ...]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class MdBreak:
    """A hard line break."""


MdInline: TypeAlias = MdText | MdStrong | MdEmphasis | MdLink | MdContact | MdField | MdBlank | MdNote | MdBreak
MdInlines: TypeAlias = tuple[MdInline, ...]


@dataclass(frozen=True, slots=True)
class MdParagraph:
    """A paragraph."""

    inlines: MdInlines
    place: Place


@dataclass(frozen=True, slots=True)
class MdItem:
    """An item of a list."""

    blocks: tuple[MdBlock, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class MdList:
    """A bullet list, or a numbered one that begins at `start`."""

    ordered: bool
    start: int
    items: tuple[MdItem, ...]
    place: Place


MdBlock: TypeAlias = MdParagraph | MdList


def walk_inlines(inlines: Iterable[MdInline]) -> Iterator[MdInline]:
    """Every inline, each before what it holds."""
    for inline in inlines:
        yield inline
        if isinstance(inline, MdStrong | MdEmphasis | MdLink | MdNote):
            yield from walk_inlines(inline.children)


def walk_blocks(blocks: Iterable[MdBlock]) -> Iterator[MdInline]:
    """Every inline of these blocks, in reading order."""
    for block in blocks:
        if isinstance(block, MdParagraph):
            yield from walk_inlines(block.inlines)
        else:
            for item in block.items:
                yield from walk_blocks(item.blocks)
