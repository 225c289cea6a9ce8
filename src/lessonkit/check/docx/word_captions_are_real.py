"""Captions in the Word file are in Word's caption style, beside what they name.

Programs that list pictures and tables, and those that read them out, know captions by that style.

Passes: “People who help” in the style Caption, above its table.
Fails: nothing fails. For a person to look at: “Table 1: hours” in plain text beside a table; two captions
“Figure 2”; the title of a table in a caption elsewhere.
Fix: In Word, choose References, Insert Caption.
Clause: EN 301 549 10.1.3.1; WCAG 2.2 SC 1.3.1; LibreOffice’s accessibility check, fake captions; DX-W04
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from lessonkit.check.docx.names import W, attribute, child_value
from lessonkit.check.docx.text import paragraph_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

NUMBERED = re.compile(r"(figure|fig\.|table|chart|picture|diagram|image|abb\.|abbildung|tabelle)\s+\d+", re.IGNORECASE)
CAPTION = "caption"
Lines: TypeAlias = list[tuple[etree._Element, str]]
"""Paragraphs and their words."""


def check(file: WordFile) -> Iterator[Finding]:
    lines = [(node, paragraph_text(node)) for node in file.body.iter(f"{W}p")]
    yield from _of_tables(file, lines)
    seen: set[str] = set()
    for node, text in lines:
        if not (found := NUMBERED.match(text)):
            continue
        if not _is_caption(file, node):
            if _stands_beside(node):
                what = f"“{text[:40]}” is a caption in plain text."
                yield RULE.review(what, "Give it the style Caption.", file.place(text), quote=text)
        elif found[0].casefold() in seen:
            what = f"“{text[:40]}” has the number of another caption."
            yield RULE.review(what, "In Word, press Ctrl+A and F9.", file.place(text), quote=text)
        else:
            seen.add(found[0].casefold())


def _of_tables(file: WordFile, lines: Lines) -> Iterator[Finding]:
    """Titles of tables that the text says too: in plain text beside the table, in a caption elsewhere, or twice."""
    titles = {table: fold(attribute(named, "val")) for table in file.body.iter(f"{W}tbl")
              if (named := table.find(f"{W}tblPr/{W}tblCaption")) is not None}  # fmt: skip
    wanted = {*titles.values()} - {""}
    found = [(node, text) for node, text in lines if text in wanted]
    for table, title in titles.items():
        said = [node for node, text in found if text == title]
        captions = [node for node in said if _is_caption(file, node)]
        beside = [node for node in said if node in (table.getprevious(), table.getnext())]
        if captions and not beside:
            fault, todo = "stands apart from its table", "Put it right above the table."
        elif beside and not captions and not any(_is_heading(file, node) for node in beside):
            fault, todo = "is a caption in plain text", "Give it the style Caption."
        elif any(node.getnext() in captions for node in captions):
            fault, todo = "stands twice above its table", "Delete one."
        else:
            continue
        yield RULE.review(f"“{title[:40]}” {fault}.", todo, file.place(title), quote=title)


def _stands_beside(node: etree._Element) -> bool:
    """True beside a table, or a paragraph with a picture."""
    return any(one is not None and _shows_something(one) for one in (node.getprevious(), node.getnext()))


def _shows_something(node: etree._Element) -> bool:
    return node.tag == f"{W}tbl" or (node.tag == f"{W}p" and next(node.iter(f"{W}drawing"), None) is not None)


def _is_caption(file: WordFile, node: etree._Element) -> bool:
    return any(one.name.lower() == CAPTION for one in file.ancestry(_style(node)))


def _is_heading(file: WordFile, node: etree._Element) -> bool:
    return any(one.outline is not None for one in file.ancestry(_style(node)))


def _style(node: etree._Element) -> str:
    properties = node.find(f"{W}pPr")
    return "" if properties is None else child_value(properties, "pStyle")


RULE = read_rule(__name__, __doc__, check)
