"""A PDF as a reader meets it: structure tree with the words of each element, pages, links, outline. Plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lessonkit.reading import FIELD, fold

SOFT_HYPHEN = "\u00ad"
"""A hyphen that only this line needed: no part of the author's words."""

INLINE = frozenset({"Span", "Link", "Reference", "Quote", "Code", "BibEntry", "Annot", "Ruby", "Warichu", "Lbl"})
"""Standard roles that stand inside a line (ISO 32000-1, 14.8.4.4); any other role starts a line of its own."""


@dataclass(frozen=True, slots=True)
class Words:
    """What one piece of marked content says; empty for a picture."""

    text: str
    page: int
    """Counted from 1."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """An element's reference to an annotation, by its index in `PdfFile.annotations`; None if there is none such."""

    annotation: int | None


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element."""

    role: str
    """The standard role, `Span`, that the RoleMap leads to."""
    original: str
    """The role as it stands in the file: `Strong`."""
    kids: tuple[Element | Words | Pointer, ...] = ()
    alt: str | None = None
    actual_text: str | None = None
    language: str | None = None
    attributes: dict[str, object] = field(default_factory=dict)
    """Of all owners together: Scope, ListNumbering, ColSpan …"""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link or another annotation."""

    kind: str
    page: int
    contents: str = ""
    target: str = ""
    """An address, or `page N` for a place in this document, or empty."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline (bookmarks)."""

    level: int
    """Counted from 1."""
    title: str
    page: int | None


@dataclass(frozen=True, slots=True)
class PdfFile:
    """What a PDF says about itself, all of it read at once."""

    root: Element
    """Of the structure tree; without kids when the file is not tagged."""
    pages: int = 1
    annotations: tuple[Annotation, ...] = ()
    outline: tuple[Entry, ...] = ()
    title: str = ""
    """From the document information."""
    metadata_title: str = ""
    """From XMP."""
    language: str = ""
    shows_title: bool = False
    """A window shows the title, not the file name."""
    untagged: tuple[Words, ...] = ()
    """Text that is neither in the structure tree nor an artifact."""


def walk(element: Element) -> Iterator[Element]:
    """The element and every element in it, in reading order."""
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from walk(kid)


def find(root: Element, *roles: str) -> list[Element]:
    """Every element of these standard roles, in reading order."""
    return [element for element in walk(root) if element.role in roles]


def headings(root: Element) -> list[tuple[int, Element]]:
    """Every H1 … H6 with its level, in reading order."""
    found = find(root, "H1", "H2", "H3", "H4", "H5", "H6")
    return [(int(element.role[1]), element) for element in found]


def words(element: Element) -> str:
    """The author's words inside an element, folded: without labels and page numbers, a field as FIELD."""
    return fold("".join(_pieces(element)))


def page_of(element: Element) -> int | None:
    """The page on which an element starts; None for one that has nothing on any page."""
    pages = [kid.page for each in walk(element) for kid in each.kids if isinstance(kid, Words)]
    return pages[0] if pages else None


def lines(root: Element) -> tuple[str, ...]:
    """The author's words, one string for each block, in tree order: what `reading.reading_lines` says of a document."""
    text = "".join(_pieces(root))
    return tuple(line for line in map(fold, text.split(BREAK)) if line)


BREAK = "\n"
"""Between blocks; what is drawn never holds one."""


def _pieces(element: Element) -> Iterator[str]:
    """The element's text as it comes, with BREAK around every block."""
    edge = "" if element.role in INLINE else BREAK
    yield edge
    if element.original == "Field":
        yield FIELD
    elif element.role != "Lbl" and element.original != "PageNumber" and not _is_described(element):
        yield from _content(element)
    yield edge


def _is_described(element: Element) -> bool:
    """True for a picture that is read by its alternative text, in place of the words drawn in it."""
    return element.role == "Figure" and bool(element.alt)


def _content(element: Element) -> Iterator[str]:
    if element.actual_text is not None:
        yield element.actual_text.replace(SOFT_HYPHEN, "").replace(BREAK, " ")
        return
    for kid in element.kids:
        if isinstance(kid, Words):
            yield kid.text.replace(SOFT_HYPHEN, "").replace(BREAK, " ")
        elif isinstance(kid, Element):
            yield from _pieces(kid)
