"""What there is to hear in a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from lessonkit.check.html.web_page import BACK, CALL, NOTES, WITHOUT_WORDS, read_page
from lessonkit.check.html.web_page import WITHIN_A_LINE as SIMPLE
from lessonkit.check.html.web_page import notes as notes_of
from lessonkit.reading import fold
from lessonkit.report.transcript import heard
from lessonkit.report.transcript.heard import Cell, Grid, Heading, Heard, Item, Listing, Part, Picture, Words

CONTROLS = {"button": "button", "input": "field", "select": "choice", "textarea": "field"}
INPUTS = {"checkbox": "tick box", "radio": "choice", **dict.fromkeys(("button", "image", "reset", "submit"), "button")}
"""What an input is, by its type; others are fields."""
WITHIN_A_LINE = SIMPLE | {"b", "br", "i", "label", "small", "sub", "u", *CONTROLS}
FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
"""The types of numbered lists."""
LISTS = ("ul", "ol")


def hear_page(data: bytes) -> Heard:
    """Everything in the main part of a page, or in all of it."""
    root = read_page(data).root
    main = root.find(".//main")
    body = root.find("body") if main is None else main
    parts = () if body is None else tuple(_Reader(root).flow(body))
    return Heard(parts, fold(root.findtext(".//title") or ""), root.get("lang", ""))


class _Reader:
    """Walks the page in the order of its file."""

    def __init__(self, root: html.HtmlElement) -> None:
        self.language = root.get("lang", "")
        self.notes = notes_of(root)
        self.called: list[html.HtmlElement] = []

    def flow(self, element: html.HtmlElement, role: str = "") -> Iterator[Part]:
        """Words in lines, and blocks between them."""
        waiting = [element.text or ""]
        for child in element:
            if _is_silent(child):
                waiting.append(child.tail or "")
            elif child.tag in WITHIN_A_LINE:
                waiting.append(self.inline(child) + (child.tail or ""))
            else:
                yield from _words(waiting, role)
                yield from self.block(child)
                waiting = [child.tail or ""]
        yield from _words(waiting, role)

    def block(self, element: html.HtmlElement) -> Iterator[Part]:
        name = str(element.tag)
        if re.fullmatch("h[1-6]", name):
            yield Heading(int(name[1]), self.line(element))
        elif name in LISTS:
            yield self.list(element)
        elif name == "dl":
            yield self.terms(element)
        elif name == "table":
            yield self.table(element)
        elif name in ("img", "svg"):
            yield Picture(_alternative(element))
        else:
            yield from self.flow(element, "Caption" if name == "figcaption" else "")
        yield from self.said_notes()

    def said_notes(self) -> Iterator[Part]:
        called, self.called = self.called, []
        for note in called:
            yield Words(self.line(note), "Note")

    def line(self, element: html.HtmlElement) -> str:
        """All words of an element in one line."""
        return fold(self.within(element))

    def within(self, element: html.HtmlElement) -> str:
        said = [element.text or ""]
        for child in element:
            gap = "" if child.tag in WITHIN_A_LINE or _is_silent(child) else " "
            said.append(("" if _is_silent(child) else gap + self.inline(child) + gap) + (child.tail or ""))
        return "".join(said)

    def inline(self, element: html.HtmlElement) -> str:
        if element.get("role") == CALL:
            target = self.notes.get(element.get("href", ""))
            self.called += [] if target is None else [target]
            return heard.note_call(element.text_content().replace("Note", ""))
        if element.tag in ("img", "svg"):
            return heard.picture(_alternative(element))
        if element.tag == "br":
            return " "
        if element.tag in CONTROLS:
            return _control(element)
        said = self.within(element)
        if element.tag == "a" and element.get("href"):
            return heard.link(said)
        if element.tag == "abbr" and element.get("title"):
            return f"{said} ({element.get('title')})"
        language = element.get("lang", self.language)
        return said if language == self.language else heard.in_language(language, said)

    # ---------------------------------------------------------------------------------------- lists and tables

    def list(self, element: html.HtmlElement) -> Listing:
        items = element.findall("li")
        first = int(element.get("start", "1")) if element.get("start", "1").lstrip("-").isdecimal() else 1
        form = FORMS.get(element.get("type", "1"), "decimal")
        labels = (heard.ordinal(number, form) for number in range(first, first + len(items)))
        numbered = element.tag == "ol"
        made = (self.item(item, label if numbered else "") for label, item in zip(labels, items, strict=True))
        return Listing(tuple(made))

    def item(self, item: html.HtmlElement, label: str) -> Item:
        """A sign before the words, such as a box to tick, is the label of its item."""
        parts = [*self.flow(item), *self.said_notes()]
        sign = item[0] if len(item) and "visually-hidden" in item[0].get("class", "") else None
        if sign is not None and isinstance(parts[0], Words):
            said = self.line(sign)
            parts[0] = Words(parts[0].text.removeprefix(said).strip())
            label = said.rstrip(":").lower()
        return Item(label, tuple(part for part in parts if part != Words("")))

    def terms(self, element: html.HtmlElement) -> Listing:
        items, term = [], ""
        for child in element.iter("dt", "dd"):
            if child.tag == "dt":
                term = self.line(child)
            else:
                items.append(Item(term, (*self.flow(child), *self.said_notes())))
        return Listing(tuple(items))

    def table(self, table: html.HtmlElement) -> Grid:
        caption = table.find("caption")
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        said = "" if caption is None else self.line(caption)
        return Grid(tuple(tuple(self.cell(cell) for cell in row.iterchildren("th", "td")) for row in rows), said)

    def cell(self, cell: html.HtmlElement) -> Cell:
        parts = (*self.flow(cell), *self.said_notes())
        return Cell(parts, cell.tag == "th", _span(cell, "colspan"), _span(cell, "rowspan"))


def _words(waiting: list[str], role: str) -> Iterator[Part]:
    text = fold("".join(waiting))
    if text:
        yield Words(text, role)


def _is_silent(element: html.HtmlElement) -> bool:
    """Whether a screen reader passes over an element; notes are read where they are called."""
    name, role = str(element.tag), element.get("role", "")
    if name == "input" and element.get("type") == "hidden":
        return True
    if not isinstance(element.tag, str) or element.get("aria-hidden") == "true" or role in (NOTES, BACK):
        return True
    if name == "svg":
        return bool(role != "img")
    return name in WITHOUT_WORDS or (name == "img" and element.get("alt") == "")


def _control(element: html.HtmlElement) -> str:
    """A field or button with its own name; a label beside it is read where it stands."""
    kind = INPUTS.get(element.get("type", "").lower(), CONTROLS[element.tag])
    own = element.text_content() if element.tag == "button" else ""
    pressed = element.get("value", "") or element.get("alt", "") if kind == "button" else ""
    name = element.get("aria-label") or own or pressed or element.get("title") or element.get("placeholder") or ""
    return heard.control(f"{kind}, ticked" if kind == "tick box" and "checked" in element.attrib else kind, fold(name))


def _alternative(element: html.HtmlElement) -> str:
    return fold(element.get("alt") or element.get("aria-label") or element.findtext("title") or "")


def _span(cell: html.HtmlElement, name: str) -> int:
    value = str(cell.get(name, "1"))
    return max(1, min(1000, int(value))) if value.isdecimal() else 1
