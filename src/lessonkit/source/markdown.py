"""The Markdown of texts: paragraphs, lists, strong, emphasis, links, hard line breaks, and `<kind:name>` for records.

Nobody outside sees the parser: a text becomes a small tree of frozen dataclasses. Whatever the subset leaves out is a
problem with its line and what to use instead; nothing is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.problems import LessonkitError, Problem
from lessonkit.source.markdown_parser import Parser
from lessonkit.source.markdown_tree import (
    MdBlank,
    MdBlock,
    MdBreak,
    MdContact,
    MdEmphasis,
    MdField,
    MdInline,
    MdInlines,
    MdItem,
    MdLink,
    MdList,
    MdNote,
    MdParagraph,
    MdStrong,
    MdText,
    walk_blocks,
    walk_inlines,
)
from lessonkit.source.model import Reference
from lessonkit.source.typography import curled, dashed
from lessonkit.source.values import SourceText

__all__ = [
    "MdBlank",
    "MdBlock",
    "MdBreak",
    "MdContact",
    "MdEmphasis",
    "MdField",
    "MdInline",
    "MdInlines",
    "MdItem",
    "MdLink",
    "MdList",
    "MdNote",
    "MdParagraph",
    "MdStrong",
    "MdText",
    "parse_inline",
    "parse_markdown",
    "references",
    "walk_blocks",
    "walk_inlines",
]


def parse_markdown(text: SourceText) -> tuple[MdBlock, ...]:
    """The blocks of a text; raises LessonkitError with every problem in it. A text is parsed only once."""
    if text.tree is None:
        text.tree = _plain(text) or Parser(text).blocks()
    tree: tuple[MdBlock, ...] = text.tree
    return tree


def parse_inline(text: SourceText) -> MdInlines:
    """The inlines of a text that must be one paragraph: a title, a heading, a label."""
    tree = parse_markdown(text)
    match tree:
        case (MdParagraph(inlines),):
            _refuse_notes(text, inlines)
            return inlines
        case ():
            return ()
    extra = tree[0] if isinstance(tree[0], MdList) else tree[1]
    kind = "a list" if isinstance(extra, MdList) else "a second paragraph"
    todo = "Write one paragraph. For a number or a dash at its start, put a backslash before it: `1\\.` or `\\-`."
    text.tree = None
    problem = Problem(extra.place, f"Only one line of text fits here, but this holds {kind}.", todo)
    raise LessonkitError(problem)


def _refuse_notes(text: SourceText, inlines: MdInlines) -> None:
    for inline in walk_inlines(inlines):
        if isinstance(inline, MdNote):
            text.tree = None
            what = "A footnote cannot stand in a title, heading, caption or label."
            raise LessonkitError(Problem(inline.place, what, "Put it into the text below."))


def references(text: SourceText) -> Iterator[Reference]:
    """The records, fields and chapters that a text names."""
    for inline in walk_blocks(parse_markdown(text)):
        match inline:
            case MdContact():
                yield Reference("contact", inline.id, inline.place)
            case MdField():
                yield Reference("field", inline.name, inline.place)
            case MdLink() if inline.target.startswith("#"):
                yield Reference("chapter", inline.target[1:], inline.place)


MARKUP = re.compile(r"[*_`\[\]<>\\#&|~\n]|^\s|^(?:[-+=]|\d+[.)])")
"""Anything that could mean something to the parser."""


def _plain(text: SourceText) -> tuple[MdBlock, ...] | None:
    """The tree of a text without any markup, which needs no parser; most texts are so."""
    if not text or MARKUP.search(text.rstrip("\n")):
        return None
    words = " ".join(text.split())
    return (MdParagraph((MdText(curled(dashed(words))),), text.place),) if words else None
