"""A PDF as a reader meets it: structure tree with the words of each element, pages, links, outline. Plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from lessonkit.dataclass import dataclass
from lessonkit.reading import FIELD, fold

SOFT_HYPHEN = "\u00ad"
"""A hyphen that only this line needed: no part of the author's words."""

INLINE = frozenset({"Span", "Link", "Reference", "Quote", "Code", "BibEntry", "Annot", "Ruby", "Warichu", "Lbl"}) | {
    "Strong",
    "Em",
    "Sub",
}
"""Standard roles that stand inside a line (ISO 32000-1, 14.8.4.4; the last three ISO 32000-2);
any other role starts a line of its own."""

WITHIN_A_LINE = INLINE - {"Lbl"}

NOTES = frozenset({"Note", "FENote"})
"""The roles of a note (the second of PDF 2.0), which stands in a line, after the number that calls it."""

TERMS = frozenset({"None", "Description"})
"""The ListNumbering of lists whose labels are words of the author's: terms, each with what is said of it."""


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
    expansion: str | None = None
    """What an abbreviation stands for."""
    id: str = ""
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
    version: str = "1.7"
    title: str = ""
    """From the document information, which PDF 2.0 no longer wants."""
    metadata_title: str = ""
    """From XMP."""
    language: str = ""
    shows_title: bool = False
    """A window shows the title, not the file name."""
    untagged: tuple[Words, ...] = ()
    """Text that is neither in the structure tree nor an artifact."""


def walk(element: Element, numbers: bool = True) -> Iterator[Element]:
    """The element and every element in it, in reading order: a note after the block that calls it.

    numbers: with those that call a note or stand before it, which no author wrote.
    """
    yield element
    notes: list[Element] = []
    yield from _inside(element, notes, numbers)
    for note in notes:
        yield from walk(note, numbers)


def _inside(element: Element, notes: list[Element], numbers: bool) -> Iterator[Element]:
    for number, kid in enumerate(element.kids):
        if not isinstance(kid, Element) or not (numbers or not numbers_a_note(element, number)):
            continue
        if kid.role in NOTES:
            notes.append(kid)
        elif kid.role in INLINE:
            yield kid
            yield from _inside(kid, notes, numbers)
        else:
            yield from walk(kid, numbers)


def numbers_a_note(element: Element, number: int) -> bool:
    """Whether this kid of an element is the number that calls the note after it, or the number before its words."""
    kid, *after = element.kids[number : number + 2]
    if not isinstance(kid, Element):
        return False
    if element.role in NOTES:
        return kid.role == "Lbl"
    calls = bool(after) and isinstance(after[0], Element) and after[0].role in NOTES
    return calls and kid.role == "Reference"


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


def lines(root: Element, notes: bool = True) -> tuple[str, ...]:
    """The author's words, one string for each block, in tree order: what `reading.reading_lines` says of a document.

    notes: with the words of notes, each after the block that calls it.
    """
    text = "".join(_pieces(root, notes=notes))
    return tuple(line for line in map(fold, text.split(BREAK)) if line)


BREAK = "\n"
"""Between blocks; what is drawn never holds one."""


def _pieces(element: Element, in_terms: bool = False, notes: bool = True) -> Iterator[str]:
    """The element's text as it comes, with BREAK around every block.

    in_terms: it is an item of a list of terms, or part of one. notes: with the words of notes.
    """
    is_term = in_terms and element.role == "Lbl"
    if element.original == "Field":
        yield FIELD
    elif element.original == "PageNumber" or (element.role == "Lbl" and not is_term) or _is_picture(element):
        return
    elif element.role in INLINE and not is_term:
        yield from _content(element, [], False, notes)
    else:
        yield from _block(element, in_terms, notes)


def _is_picture(element: Element) -> bool:
    """Whether an alternative text is read in place of the words that are drawn, such as the labels of a chart."""
    return element.role == "Figure" and bool(element.alt)


def _block(element: Element, in_terms: bool, notes: bool) -> Iterator[str]:
    """The element's lines, then those of the notes that are called in it."""
    yield BREAK
    called: list[Element] = []
    numbering = str(element.attributes.get("ListNumbering", ""))
    yield from _content(element, called, numbering in TERMS if element.role == "L" else in_terms, notes)
    yield BREAK
    for note in called if notes else ():
        yield from _block(note, False, notes)


def _content(element: Element, called: list[Element], in_terms: bool, notes: bool) -> Iterator[str]:
    if element.actual_text is not None:
        yield _line(element.actual_text)
        return
    for number, kid in enumerate(element.kids):
        if isinstance(kid, Words):
            yield _line(kid.text)
        elif not isinstance(kid, Element) or numbers_a_note(element, number):
            continue
        elif kid.role in NOTES:
            called.append(kid)
        elif kid.role in WITHIN_A_LINE and kid.original not in ("Field", "PageNumber"):
            yield from _content(kid, called, False, notes)
        else:
            yield from _pieces(kid, in_terms and element.role in ("L", "LI"), notes)


def _line(text: str) -> str:
    return text.replace(SOFT_HYPHEN, "").replace(BREAK, " ")
