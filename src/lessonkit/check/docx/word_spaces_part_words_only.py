"""No space in the Word file is made of blanks, tabs, empty paragraphs or typed lines.

A screen reader says “blank” for each of them, and the layout falls apart when the font or its size changes.

Passes: space above a heading from its style; a line to write on in the style Writing Line.
Fails: nothing fails. For a person to look at: two spaces or tabs in a row; an empty paragraph or page; three
line breaks; no-break spaces between all words; “____” to write on; “-----” across the page; “calm , then”; “calm.Then”.
Fix: In Word, delete the blanks and empty paragraphs and set Spacing Before and After in the style.
Clause: Microsoft Accessibility Checker, “no repeated blank characters”; DX-W01
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from lessonkit.check.docx.names import M, W, attribute, is_on
from lessonkit.check.docx.text import PAGE_BREAKS, raw_text, typed_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

FAULTS = {
    re.compile(r"[ \u2002\u2003]{2}"): "two spaces in a row",
    re.compile("___"): "a typed line to write on",
    re.compile(r"\.{5}|…{2}"): "typed dots to write on",
    re.compile(r"(?<!\w)([-–—=*~#+]) ?(?:\1 ?){4}"): "a line that is made of signs",
    re.compile(r"[^\W\d_] [,.](?=\s|$)"): "a space before a comma or full stop",
    re.compile(r"(\n\s*){3}"): "three line breaks in a row",
    re.compile(r"(?<![\w@/.:-])[a-zà-ÿ]{2,}[.!?][A-ZÀ-Þ][a-zà-ÿ]+(?=[\s,.])"): "no space behind a full stop",
    re.compile(r"(?<![\w/.@-])(?!Llanfair)[A-Za-zÀ-\u024f]{40}"): "words with no space between them",
}
EMPTY = "an empty paragraph"
GLUED = re.compile(r"(?:[^\W\d_]+[,;:]?\u00a0){6}")
"""Words that text pasted from the web may not break between."""
SPOKEN = ("t", "drawing", "object", "pict", "fldSimple", "fldChar", "sdt", "altChunk", "ptab", "sym",
          "footnoteRef", "endnoteRef", "separator", "continuationSeparator")  # fmt: skip
"""What makes a paragraph one that is not empty."""
SPOKEN_TAGS = (*(f"{W}{name}" for name in SPOKEN), f"{M}oMath")


def check(file: WordFile) -> Iterator[Finding]:
    for root in file.text_parts():
        for paragraph in root.iter(f"{W}p"):
            raw = raw_text(paragraph)
            text = fold(raw)
            for what in _faults(paragraph, raw):
                if what == EMPTY and _is_heading(file, paragraph):
                    continue  # Another rule tells of it.
                where = f"“{text[:40]}” has {what}" if text else _without_words(what)
                todo = "Use a style with space, a table or a writing line."
                yield RULE.review(f"{where}.", todo, file.place(text), quote=text)


def _without_words(what: str) -> str:
    return f"There is {what}" if what.startswith(EMPTY[:8]) else f"A line without words has {what}"


def _is_heading(file: WordFile, paragraph: etree._Element) -> bool:
    named = paragraph.find(f"{W}pPr/{W}pStyle")
    styles = file.ancestry("" if named is None else attribute(named, "val"))
    return any(style.outline is not None and style.outline < 9 for style in styles)


def _faults(paragraph: etree._Element, raw: str) -> Iterator[str]:
    typed = typed_text(paragraph)
    yield from (what for fault, what in FAULTS.items() if fault.search(typed))
    if GLUED.search(raw):
        yield "no-break spaces between its words, so that its lines cannot end there"
    if next(paragraph.iter(f"{W}tab"), None) is not None:
        yield from _faults_of_tabs(paragraph)
    if _holds_something(paragraph):
        return
    if _breaks_the_page(paragraph):
        if _parts_nothing(paragraph):
            yield "an empty page"
    elif not _is_needed(paragraph):
        yield EMPTY


def _holds_something(paragraph: etree._Element) -> bool:
    return any(node.tag != f"{W}t" or (node.text or "").strip() for node in paragraph.iter(*SPOKEN_TAGS))


def _breaks_the_page(paragraph: etree._Element) -> bool:
    """True for a paragraph that says nothing, as Word makes one of Ctrl and Enter."""
    return any(attribute(node, "type") in PAGE_BREAKS for node in paragraph.iter(f"{W}br"))


def _parts_nothing(paragraph: etree._Element) -> bool:
    """True for a break next to another, or at the end of the text."""
    before, after = paragraph.getprevious(), paragraph.getnext()
    if after is None or after.tag == f"{W}sectPr" or is_on(after, "pPr", "pageBreakBefore"):
        return True
    return before is not None and not _holds_something(before) and _breaks_the_page(before)


def _faults_of_tabs(paragraph: etree._Element) -> Iterator[str]:
    """Tabs in a row; words behind a tab, which is an indent that was typed; tabs with a line below them."""
    # Tab stops in the properties of a paragraph have the same name as tabs.
    spoken = [node for node in paragraph.iter(f"{W}tab", f"{W}t", f"{W}drawing", f"{W}sdt") if not _is_stop(node)]
    tab = f"{W}tab"
    if any(one.tag == other.tag == tab for one, other in pairwise(spoken)):
        yield "two tabs in a row"
    if len(spoken) > 1 and spoken[0].tag == tab and spoken[1].tag == f"{W}t":
        yield "a tab at its start"
    if any(run.find(tab) is not None and is_on(run, "rPr", "u") and not fold(raw_text(run))
           for run in paragraph.iter(f"{W}r")):  # fmt: skip
        yield "an underlined gap to write on"


def _is_stop(node: etree._Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == f"{W}tabs"


def _is_needed(paragraph: etree._Element) -> bool:
    """True where Word must have one: alone in a cell, at the end of a section, below a table that ends the text."""
    parent, before, after = paragraph.getparent(), paragraph.getprevious(), paragraph.getnext()
    if parent is not None and parent.tag == f"{W}tc":
        return (before is not None and before.tag == f"{W}tbl") or not any(map(_holds_something, parent))
    is_last = after is not None and after.tag == f"{W}sectPr"
    if is_last and before is not None:
        return before.tag == f"{W}tbl" or _ends_section(before)
    return _ends_section(paragraph)


def _ends_section(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}sectPr") is not None


RULE = read_rule(__name__, __doc__, check)
