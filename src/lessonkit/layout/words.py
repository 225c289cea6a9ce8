"""Markdown and records as markup: what templates call to print an author's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from lessonkit.dataclass import dataclass
from lessonkit.layout.symbols import with_symbols
from lessonkit.problems import Place
from lessonkit.source.fields import FIELDS, FieldLabel
from lessonkit.source.library import Library
from lessonkit.source.markdown import (
    MdBlank,
    MdBlock,
    MdBreak,
    MdContact,
    MdEmphasis,
    MdField,
    MdInline,
    MdItem,
    MdLink,
    MdList,
    MdNote,
    MdParagraph,
    MdStrong,
    MdText,
    parse_inline,
    parse_markdown,
)
from lessonkit.source.records import UNCONFIRMED, Contact, Way
from lessonkit.source.texts import Confidence
from lessonkit.source.values import SourceText


def attribute(name: str, value: str | None) -> Markup:
    """` name="value"`, or nothing when there is no value."""
    return Markup(' {}="{}"').format(name, value) if value else Markup("")


def src(place: Place | None) -> Markup:
    """The attribute that carries the author's line through the layout."""
    return attribute("src", str(place)) if place and place.line else Markup("")


@dataclass(frozen=True, slots=True)
class Words:
    """Turns authors' words into markup, with the records of the library and the details of the school."""

    library: Library
    values: dict[str, str | None]
    """School details by field name."""
    strings: dict[str, str]
    """The words of layouts."""
    symbols: Mapping[str, str] = field(default_factory=dict)
    """Key words that get a symbol where a paragraph first says them → the names of icons."""
    fields: Mapping[str, FieldLabel] = field(default_factory=lambda: FIELDS)
    """What the details are called where they are blank."""

    def markdown(self, text: SourceText) -> Markup:
        """Paragraphs and lists."""
        return Markup("").join(self.block(block) for block in parse_markdown(text))

    def inline(self, text: SourceText | str) -> Markup:
        """Words of one line, without a paragraph around them."""
        return self.nodes(parse_inline(text if isinstance(text, SourceText) else SourceText(text, Place(""))))

    def line(self, text: SourceText | str) -> Markup:
        """Words of one line that are a paragraph or a part of one: unlike a heading they may have symbols."""
        nodes = parse_inline(text if isinstance(text, SourceText) else SourceText(text, Place("")))
        return self.nodes(nodes, set())

    def block(self, block: MdBlock) -> Markup:
        match block:
            case MdParagraph():
                return Markup("<p{}>{}</p>").format(src(block.place), self.nodes(block.inlines, set()))
            case MdList():
                kind = attribute("kind", "number" if block.ordered else None)
                start = attribute("start", str(block.start) if block.ordered and block.start != 1 else None)
                items = Markup("").join(self.item(item) for item in block.items)
                return Markup("<list{}{}{}>{}</list>").format(kind, start, src(block.place), items)

    def item(self, item: MdItem) -> Markup:
        blocks = Markup("").join(self.block(block) for block in item.blocks)
        return Markup("<item{}>{}</item>").format(src(item.place), blocks)

    def nodes(self, nodes: Iterable[MdInline], seen: set[str] | None = None) -> Markup:
        """seen: the symbols that a paragraph has already; None where none may stand, as in headings and links."""
        return Markup("").join(self.node(node, seen) for node in nodes)

    def node(self, node: MdInline, seen: set[str] | None = None) -> Markup:
        match node:
            case MdText():
                if seen is None or not self.symbols:
                    return escape(node.text)
                return with_symbols(node.text, self.symbols, seen)
            case MdStrong():
                return Markup("<b>{}</b>").format(self.nodes(node.children, seen))
            case MdEmphasis():
                return Markup("<em>{}</em>").format(self.nodes(node.children, seen))
            case MdLink():
                return Markup('<a href="{}">{}</a>').format(node.target, self.nodes(node.children))
            case MdContact():
                contact = self.library.contacts[node.id]
                return self.number(contact) if node.number_only else self.contact(contact)
            case MdField():
                return self.field(node.name)
            case MdBlank():
                return Markup('<field name="blank" label="{}" width="30"/>').format(node.label)
            case MdNote():
                return Markup("<note>{}</note>").format(self.nodes(node.children))
            case MdBreak():
                return Markup("<br/>")

    def field(self, name: str, width_mm: float = 0) -> Markup:
        """A school detail: its value, or a blank to fill in, as wide as such details are or as a template asks."""
        known = self.fields[name]
        value = attribute("value", self.values.get(name))
        width = width_mm or known.width_mm
        return Markup('<field name="{}" label="{}" width="{}"{}/>').format(name, known.label, width, value)

    def contact(self, contact: Contact) -> Markup:
        """A contact within a sentence: its name and its main way."""
        if contact.fields:
            return Markup("{} ({})").format(contact.name, self.school_ways(contact))
        way = contact.ways[0]
        if way.kind == "phone":
            told = escape(self.strings["contact-by-phone"])
            return told.format(name=contact.name, number=self.way(way, contact))
        address = Markup('<a href="{}">{}</a> ({})').format(way.target, contact.name, shown(way))
        return address + self.mark(way.confidence, contact.checked_on)

    def number(self, contact: Contact) -> Markup:
        """Only the main number or address of a contact."""
        return self.school_ways(contact) if contact.fields else self.way(contact.ways[0], contact)

    def ways(self, contact: Contact) -> list[Markup]:
        """Every way to reach a contact, for tables and lists."""
        details = [
            Markup("{}: {}").format(self.strings[f"contact-{kind}"], self.field(name))
            for kind, name in contact.fields.items()
        ]
        return details or [self.way(way, contact) for way in contact.ways]

    def way(self, way: Way, contact: Contact) -> Markup:
        """A number or address as a link that shows what to type."""
        return Markup('<a href="{}">{}</a>').format(way.target, shown(way)) + self.mark(
            way.confidence, contact.checked_on
        )

    def short_way(self, contact: Contact) -> Markup:
        """The one way to reach a contact that can be read from afar: a number, or words to search for."""
        if contact.fields:
            return self.school_ways(contact)
        way = contact.ways[0]
        if not way.search:
            return self.way(way, contact)
        words = self.strings["search-for"].format(words=way.search)
        return Markup('<a href="{}">{}</a>').format(way.target, words) + self.mark(way.confidence, contact.checked_on)

    def school_ways(self, contact: Contact) -> Markup:
        """The details of a contact that every school has for itself, within a sentence."""
        return Markup(", ").join(map(self.field, contact.fields.values()))

    def mark(self, confidence: Confidence, checked: date | None = None) -> Markup:
        """The warning behind a detail that nobody has confirmed."""
        waits = confidence in UNCONFIRMED and checked is None
        return Markup(" ({})").format(self.strings["confirm"]) if waits else Markup("")


def shown(way: Way) -> str:
    """What to print for people who type or dial: short words if the record has some, else the value.

    An address loses its `https://` and a closing slash; a telephone number is never broken over two lines.
    """
    if way.say:
        return way.say
    if way.kind != "web":
        return way.value.replace(" ", "\u00a0")
    parts = urlsplit(way.value)
    return (parts.netloc + parts.path).rstrip("/")
