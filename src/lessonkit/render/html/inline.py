"""Inline nodes as HTML; the notes they call are kept for the end of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import assert_never

from markupsafe import Markup, escape

from lessonkit.document import (
    Abbreviation,
    Code,
    Decorative,
    Emphasis,
    Field,
    Footnote,
    Icon,
    Inline,
    Inlines,
    LineBreak,
    Link,
    PageCount,
    PageNumber,
    Strong,
    Superscript,
    Text,
)
from lessonkit.drawing import Assets
from lessonkit.reading import call_id, is_symbol, note_id
from lessonkit.render.html.picture import in_line, symbol
from lessonkit.render.html.tag import group, lines, number, tag

NOTE_STYLE = "footnote"
"""The style of the notes at the end of the page."""

ARROW = tag(
    "svg",
    tag("path", d="M8 14V3M3 8l5-5 5 5", fill="none", stroke="currentColor", stroke_width="1.8"),
    viewBox="0 0 16 16",
    class_="in-line",
    aria_hidden="true",
)
"""An arrow upwards: back to where a note is called."""


class Words:
    """Writes the inline nodes of one document, in reading order: notes are numbered as they are called."""

    def __init__(self, assets: Assets, says: Mapping[str, str]) -> None:
        self.assets = assets
        self.says = says
        """The words of the document's language."""
        self.written: list[Markup] = []
        """The notes called so far."""

    def inline(self, content: Inlines) -> Markup:
        """The nodes one after the other, each symbol on one line with the word after it."""
        parts: list[Markup] = []
        symbols: Inlines = ()
        for node in content:
            if is_symbol(node):
                symbols += (node,)
            elif symbols:
                parts += self.with_symbols(symbols, node)
                symbols = ()
            else:
                parts.append(self.node(node))
        return Markup("").join([*parts, *map(self.node, symbols)])

    def with_symbols(self, symbols: Inlines, node: Inline) -> Iterator[Markup]:
        """The first word of a node, which stands with its symbols, and the rest of it."""
        if isinstance(node, Strong | Emphasis):
            yield self.node(replace(node, children=(*symbols, *node.children)))
            return
        rest = ""
        if isinstance(node, Text):
            word, space, rest = node.text.partition(" ")
            node, rest = replace(node, text=word), space + rest
        yield tag("span", *map(self.node, symbols), self.node(node), class_="with-symbol")
        if rest and isinstance(node, Text):
            yield self.node(replace(node, text=rest))

    def notes(self) -> Markup:
        """All notes, at the end of the page; nothing when there are none."""
        if not self.written:
            return Markup("")
        return group(
            "section", [group("ol", self.written)], class_="notes", role="doc-endnotes", aria_label=self.says["notes"]
        )

    def node(self, node: Inline) -> Markup:
        match node:
            case Text():
                return tag("span", _text(node.text), lang=node.language) if node.language else _text(node.text)
            case Strong():
                return tag("strong", self.inline(node.children))
            case Emphasis():
                return tag("em", self.inline(node.children))
            case Superscript():
                return tag("sup", self.inline(node.children))
            case Abbreviation():
                return tag("abbr", _text(node.text), title=node.expansion, lang=node.language)
            case Code():
                return tag("code", _text(node.text))
            case Icon() if node.size:
                return symbol(node, self.assets)
            case Icon():
                return in_line(node.name, "" if isinstance(node.alt, Decorative) else node.alt, self.assets, node.place)
            case Footnote():
                return self.footnote(node)
            case Link():
                return tag("a", self.inline(node.children), href=node.target)
            case Field():
                return self.field(node)
            case LineBreak():
                return tag("br")
            case PageNumber() | PageCount():
                return Markup("")  # only in running heads, which a page without pages leaves out
            case _:
                assert_never(node)

    def footnote(self, node: Footnote) -> Markup:
        """The call with its number; the note itself, with a way back, waits for the end of the page."""
        count = len(self.written) + 1
        there, back = note_id(count), call_id(count)
        label = self.says["back-to-note"].format(number=count)
        returns = tag("a", ARROW, href=f"#{back}", role="doc-backlink", aria_label=label)
        self.written.append(tag("li", lines([self.inline(node.content), returns]), id=there, class_=NOTE_STYLE))
        link = tag("a", *around(self.says["note"], str(count)), href=f"#{there}", id=back, role="doc-noteref")
        return tag("sup", link, class_="call")

    def field(self, node: Field) -> Markup:
        if node.value is not None:
            return tag("span", node.value, class_="field", data_field=node.name)
        blank, style = hidden(self.says["blank"].format(label=node.label)), f"width:{number(node.width_mm)}mm"
        return tag("span", blank, class_="field blank", data_field=node.name, style=style)


def hidden(words: str) -> Markup:
    """Words for listeners alone; they are not the author's."""
    return tag("span", words, class_="visually-hidden")


def around(text: str, number: str) -> Iterator[Markup]:
    """A number that is seen, with the words that listeners hear around it."""
    before, _, after = text.partition("{number}")
    yield from ([hidden(before)] if before else [])
    yield Markup(number)
    yield from ([hidden(after)] if after else [])


def _text(text: str) -> Markup:
    """The words; a long address may break after a slash, as nowhere else."""
    return Markup("/<wbr>").join(map(escape, re.split(r"/(?=\w)", text)))
