"""A finished HTML page, read back: the subject of the rules in this folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from lessonkit.document import Document
from lessonkit.reading import FIELD, fold

WITHIN_A_LINE = {"a", "em", "span", "strong", "wbr"}
"""Elements that do not end a line of words."""

WITHOUT_WORDS = {"script", "style", "svg"}

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
        read = "" if main is None else "".join(_read(main))
        return tuple(line for line in map(fold, read.split(LINE_END)) if line)


def read_page(data: bytes, document: Document | None = None) -> WebPage:
    """The page in these bytes, which are UTF-8."""
    return WebPage(html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8")), document)


def reading_lines(data: bytes) -> tuple[str, ...]:
    """The author's words in a page: equal to `reading.reading_lines(document)`."""
    return read_page(data).lines()


def words(element: html.HtmlElement) -> str:
    """The words that a reader sees in an element."""
    return fold("".join(_read(element)))


def _read(element: html.HtmlElement) -> Iterator[str]:
    """Words, spaces and line ends inside an element, in reading order."""
    yield _folded(element.text)
    for child in element:
        yield from _read_child(child)
        yield _folded(child.tail)


def _read_child(child: html.HtmlElement) -> Iterator[str]:
    classes = child.get("class", "").split()
    if "field" in classes:
        yield FIELD
    elif child.tag in WITHOUT_WORDS or "visually-hidden" in classes:
        return
    elif child.tag == "br":
        yield " "
    elif child.tag in WITHIN_A_LINE:
        yield from _read(child)
    else:
        yield LINE_END
        yield from _read(child)
        yield LINE_END


def _folded(text: str | None) -> str:
    """Text as a browser shows it: a line end in the file is a space on the page."""
    return re.sub(r"\s+", " ", text or "")
