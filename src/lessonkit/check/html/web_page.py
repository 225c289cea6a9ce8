"""A finished HTML page, read back: the subject of the rules in this folder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from lessonkit.dataclass import dataclass
from lessonkit.document import Document
from lessonkit.reading import FIELD, fold

WITHIN_A_LINE = {"a", "abbr", "code", "em", "span", "strong", "sup", "wbr"}
"""Elements that do not end a line of words."""

WITHOUT_WORDS = {"script", "style", "svg"}

NOTES, CALL, BACK = "doc-endnotes", "doc-noteref", "doc-backlink"
"""The roles (DPUB-ARIA 1.1) of the notes, of the number that calls one and of the way back."""

LINE_END = "\n"


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page as its readers get it, and the document it was made from, where that is known."""

    root: html.HtmlElement
    document: Document | None = None

    def elements(self, *names: str) -> Iterator[html.HtmlElement]:
        """Every element with one of these names, or every element at all, in reading order."""
        return (element for element in self.root.iter(*names) if isinstance(element.tag, str))

    def lines(self) -> tuple[str, ...]:
        """The author's words in the page's main part, one string for each block, as `reading.reading_lines`.

        Left out are words for listeners alone, which are the program's; a field reads as FIELD.
        """
        main = self.root.find(".//main")
        read = "" if main is None else "".join(_Reader(notes(main)).read(main))
        return tuple(line for line in map(fold, read.split(LINE_END)) if line)


def read_page(data: bytes, document: Document | None = None) -> WebPage:
    """The page in these bytes, which are UTF-8."""
    return WebPage(html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8")), document)


def reading_lines(data: bytes) -> tuple[str, ...]:
    """The author's words in a page: equal to `reading.reading_lines(document)`."""
    return read_page(data).lines()


def words(element: html.HtmlElement) -> str:
    """The words that a reader sees in an element."""
    return fold("".join(_Reader({}).read(element)))


def notes(root: html.HtmlElement) -> dict[str, html.HtmlElement]:
    """The notes at the end of the page, by what leads to them."""
    return {f"#{note.get('id')}": note for note in root.xpath(f'.//*[@role="{NOTES}"]//li')}


class _Reader:
    """Reads words in reading order; a note is a line of its own after the block that calls it."""

    def __init__(self, notes: dict[str, html.HtmlElement]) -> None:
        self.notes = notes
        self.called: list[html.HtmlElement] = []
        """The notes of the block that is being read."""

    def read(self, element: html.HtmlElement) -> Iterator[str]:
        """Words, spaces and line ends inside an element."""
        yield _folded(element.text)
        for child in element:
            yield from self.child(child)
            yield _folded(child.tail)

    def child(self, child: html.HtmlElement) -> Iterator[str]:
        if child.get("role") == CALL:
            self.called += [self.notes[child.get("href")]] if child.get("href") in self.notes else []
        elif "field" in _classes(child):
            yield FIELD
        elif _silent(child):
            return
        elif child.tag == "br":
            yield " "
        elif child.tag in WITHIN_A_LINE:
            yield from self.read(child)
        else:
            yield from self.block(child)

    def block(self, child: html.HtmlElement) -> Iterator[str]:
        yield LINE_END
        yield from self.read(child)
        yield LINE_END
        called, self.called = self.called, []
        for note in called:
            yield from self.read(note)
            yield LINE_END


def _silent(element: html.HtmlElement) -> bool:
    """Whether an element holds no words of the author's, or none in this place."""
    return (
        element.tag in WITHOUT_WORDS
        or element.get("role") in (NOTES, BACK)
        or element.get("aria-hidden") == "true"
        or "visually-hidden" in _classes(element)
    )


def _classes(element: html.HtmlElement) -> list[str]:
    return str(element.get("class", "")).split()


def _folded(text: str | None) -> str:
    """Text as a browser shows it: a line end in the file is a space on the page."""
    return re.sub(r"\s+", " ", text or "")
