"""Inline markup: words, emphasis, links and fields, with white space folded as a reader hears it."""

from __future__ import annotations

import re

from lxml import etree

from lessonkit import document as tree
from lessonkit.dataclass import dataclass
from lessonkit.problems import Place
from lessonkit.reading import is_symbol, walk_inline

INLINE = {"a", "abbr", "b", "br", "code", "em", "field", "icon", "note", "page-count", "page-number", "span", "sup"}
"""The inline elements."""

SIZE = re.compile(r"\d(?:\.\d+)?")
"""A multiple of the type size."""


class MarkupError(Exception):
    """The markup says something the tree has no word for; compose turns it into a message with places."""

    def __init__(self, what: str, todo: str, place: Place, fragment: str) -> None:
        super().__init__(what)
        self.what, self.todo, self.place, self.fragment = what, todo, place, fragment


@dataclass
class InlineReader:
    """Reads the inline content of one block; knows whether the last thing read ended in a space."""

    place: Place
    after_space: bool = True

    def read(self, element: etree._Element) -> tree.Inlines:
        """The inline nodes in an element, without white space at either end."""
        self.after_space = True
        return _stripped(self.children(element, None))

    def children(self, element: etree._Element, language: str | None) -> tree.Inlines:
        nodes: list[tree.Inline] = self.text(element.text, language)
        for child in element:
            nodes += self.node(child, language)
            nodes += self.text(child.tail, language)
        return tuple(nodes)

    def text(self, raw: str | None, language: str | None) -> list[tree.Inline]:
        """The words with single spaces; no-break spaces stay what they are."""
        folded = re.sub(r"[ \t\r\n]+", " ", raw or "")
        if self.after_space:
            folded = folded.removeprefix(" ")
        if not folded:
            return []
        self.after_space = folded.endswith(" ")
        return [tree.Text(folded, language)]

    def node(self, element: etree._Element, language: str | None) -> list[tree.Inline]:
        match element.tag:
            case "b":
                return [tree.Strong(self.children(element, language))]
            case "em":
                return [tree.Emphasis(self.children(element, language))]
            case "sup":
                return [tree.Superscript(self.children(element, language))]
            case "abbr" | "code" | "icon":
                self.after_space = False
                return [self.leaf(element, language)]
            case "note":
                return [self.note(element)]
            case "a":
                children = without_notes(self.children(element, language), self.place)
                return [tree.Link(children, element.get("href", ""), self.place)]
            case "span":
                return list(self.children(element, element.get("lang", language)))
            case "br":
                self.after_space = True
                return [tree.LineBreak()]
            case "field":
                self.after_space = False
                return [self.field(element)]
            case "page-number" | "page-count":
                self.after_space = False
                return [tree.PageNumber() if element.tag == "page-number" else tree.PageCount()]
        known = ", ".join(f"<{name}>" for name in sorted(INLINE))
        what = f"The layout uses <{element.tag}> inside words."
        raise MarkupError(what, f"Use one of {known}.", self.place, f"<{element.tag}")

    def leaf(self, element: etree._Element, language: str | None) -> tree.Inline:
        words = " ".join((element.text or "").split())
        match element.tag:
            case "abbr":
                return tree.Abbreviation(words, element.get("title", ""), element.get("lang", language))
            case "code":
                return tree.Code(words)
        return self.icon(element)

    def icon(self, element: etree._Element) -> tree.Icon:
        alt = tree.Decorative() if element.get("decorative") == "true" else element.get("alt", "")
        node = tree.Icon(element.get("name", ""), alt, self.place, self.size(element))
        # A symbol stands close to its word, whatever a template writes between the two.
        self.after_space = is_symbol(node)
        return node

    def size(self, element: etree._Element) -> float:
        written = element.get("size", "0")
        if not SIZE.fullmatch(written):
            what = f"`size` of <icon> is “{written}”, not a multiple of the type size."
            raise MarkupError(what, "Write a number such as 1.3.", self.place, f'size="{written}"')
        return float(written)

    def note(self, element: etree._Element) -> tree.Footnote:
        words = InlineReader(self.place).read(element)
        return tree.Footnote(without_notes(words, self.place), self.place)

    def field(self, element: etree._Element) -> tree.Field:
        name, label = element.get("name", "blank"), element.get("label", "")
        return tree.Field(name, label, element.get("value"), float(element.get("width", "40")), self.place)


def without_notes(content: tree.Inlines, place: Place) -> tree.Inlines:
    """The content, where no note can stand: in headings, captions, titles, links, running lines and other notes."""
    if any(isinstance(node, tree.Footnote) for node in walk_inline(content)):
        todo = "Call it from a paragraph instead."
        raise MarkupError("A note is called from a heading, caption, link or other note.", todo, place, "<note")
    return content


def _stripped(nodes: tree.Inlines) -> tree.Inlines:
    """The nodes without a space at the end of the last words."""
    if nodes and isinstance(nodes[-1], tree.Text):
        last = tree.Text(nodes[-1].text.removesuffix(" "), nodes[-1].language)
        return (*nodes[:-1], last) if last.text else _stripped(nodes[:-1])
    return nodes
