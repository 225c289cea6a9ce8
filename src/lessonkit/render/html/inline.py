"""Inline nodes as HTML."""

from __future__ import annotations

import re
from typing import assert_never

from markupsafe import Markup, escape

from lessonkit.document import (
    Abbreviation,
    Code,
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
from lessonkit.render.html.tag import number, tag


def inline(content: Inlines) -> Markup:
    """The nodes one after the other."""
    return Markup("").join(_node(node) for node in content)


def hidden(words: str) -> Markup:
    """Words for listeners alone; they are not the author's."""
    return tag("span", words, class_="visually-hidden")


def _node(node: Inline) -> Markup:
    match node:
        case Text():
            return tag("span", _text(node.text), lang=node.language) if node.language else _text(node.text)
        case Strong():
            return tag("strong", inline(node.children))
        case Emphasis():
            return tag("em", inline(node.children))
        case Superscript():
            return tag("sup", inline(node.children))
        case Abbreviation():
            return tag("abbr", _text(node.text), title=node.expansion, lang=node.language)
        case Code():
            return tag("code", _text(node.text))
        case Icon() | Footnote():
            raise NotImplementedError
        case Link():
            return tag("a", inline(node.children), href=node.target)
        case Field():
            return _field(node)
        case LineBreak():
            return tag("br")
        case PageNumber() | PageCount():
            return Markup("")  # only in running heads, which a page without pages leaves out
        case _:
            assert_never(node)


def _text(text: str) -> Markup:
    """The words; a long address may break after a slash, as nowhere else."""
    return Markup("/<wbr>").join(map(escape, re.split(r"/(?=\w)", text)))


def _field(node: Field) -> Markup:
    if node.value is not None:
        return tag("span", node.value, class_="field", data_field=node.name)
    blank = hidden(f"blank: {node.label}")
    return tag("span", blank, class_="field blank", data_field=node.name, style=f"width:{number(node.width_mm)}mm")
