"""No space in the Word file is made of blanks, tabs, empty paragraphs or typed lines.

A screen reader says “blank” for each of them, and the layout falls apart when the font or its size changes.

Passes: space above a heading from its style; a line to write on in the style Writing Line.
Fails: nothing fails. For a person to look at: two spaces or tabs in a row; an empty paragraph; three line
breaks; “____” to write on.
Fix: In Word, delete the blanks and empty paragraphs and set Spacing Before and After in the style.
Clause: Microsoft Accessibility Checker, “no repeated blank characters”; DX-W01
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import W
from lessonkit.check.docx.text import raw_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

BLANKS = {"  ": "two spaces in a row", "___": "a typed line to write on", ".....": "typed dots to write on"}
BREAKS = re.compile(r"(\n\s*){3}")
NO_BREAK = "\u00a0"
SPOKEN = ("t", "drawing", "object", "pict", "fldSimple", "sdt", "footnoteRef", "separator", "continuationSeparator")
"""What makes a paragraph one that is not empty."""


def check(file: WordFile) -> Iterator[Finding]:
    for root in file.text_parts():
        for paragraph in root.iter(f"{W}p"):
            text = fold(raw_text(paragraph))
            for what in _faults(paragraph):
                where = f"“{text[:40]}” has {what}" if text else f"There is {what}"
                todo = "Use a style with space, a table or a writing line."
                yield RULE.review(f"{where}.", todo, file.place(text), quote=text)


def _faults(paragraph: etree._Element) -> Iterator[str]:
    typed = _typed(paragraph)
    yield from (what for sign, what in BLANKS.items() if sign in typed)
    if BREAKS.search(typed):
        yield "three line breaks in a row"
    if any(_follows_a_tab(tab) for tab in paragraph.iter(f"{W}tab")):
        yield "two tabs in a row"
    if _begins_with_a_tab(paragraph):
        yield "a tab at its start"
    holds_something = any(next(paragraph.iter(f"{W}{name}"), None) is not None for name in SPOKEN)
    if not holds_something and not _is_needed(paragraph):
        yield "an empty paragraph"


def _typed(paragraph: etree._Element) -> str:
    """What was typed, line breaks as such; what stands between runs parts it, as a control does."""
    found = []
    for node in paragraph.iter(f"{W}t", f"{W}br", f"{W}sdt", f"{W}drawing"):
        if node.tag == f"{W}t":
            found.append((node.text or "").replace(NO_BREAK, " ") if node.text != NO_BREAK else "")
        else:
            found.append("\n" if node.tag == f"{W}br" else "\ufffc")
    return "".join(found)


def _follows_a_tab(tab: etree._Element) -> bool:
    before, parent = tab.getprevious(), tab.getparent()
    # Tab stops in the properties of a paragraph have the same name.
    return before is not None and before.tag == tab.tag and parent is not None and parent.tag == f"{W}r"


def _begins_with_a_tab(paragraph: etree._Element) -> bool:
    """Words behind a tab: an indent that was typed."""
    spoken = [node for node in paragraph.iter(f"{W}tab", f"{W}t", f"{W}drawing", f"{W}sdt") if not _is_stop(node)]
    return len(spoken) > 1 and spoken[0].tag == f"{W}tab" and spoken[1].tag == f"{W}t"


def _is_stop(node: etree._Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == f"{W}tabs"


def _is_needed(paragraph: etree._Element) -> bool:
    """True where Word must have a paragraph: in a cell, at the end of a section, below a table that ends the text."""
    parent = paragraph.getparent()
    if parent is not None and parent.tag == f"{W}tc":
        return True
    before, after = paragraph.getprevious(), paragraph.getnext()
    is_last = after is not None and after.tag == f"{W}sectPr"
    if is_last and before is not None:
        return before.tag == f"{W}tbl" or _ends_section(before)
    return _ends_section(paragraph)


def _ends_section(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}sectPr") is not None


RULE = read_rule(__name__, __doc__, check)
