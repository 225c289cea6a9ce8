"""What looks like a table is a table.

Columns made with tabs are read line by line: nobody hears which number belongs to whom.

Passes: a table with a header row; a list whose tick boxes stand before a tab.
Fails: three lines in a row with a tab between two words.
Fix: In Word, select the lines, Insert, Table, Convert Text to Table.
Clause: WCAG 2.2 SC 1.3.1; DX-E06
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from lessonkit.check.docx.names import W
from lessonkit.check.docx.text import in_contents, paragraph_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

FEWEST = 3


def check(file: WordFile) -> Iterator[Finding]:
    beside = (node for node in file.body.iter(f"{W}p"))
    for is_row, found in groupby(beside, _is_row):
        rows = list(found)
        if is_row and len(rows) >= FEWEST:
            text = paragraph_text(rows[0])
            what = f"“{text[:40]}” begins {len(rows)} lines in columns that are made with tabs."
            yield RULE.review(what, "Make it a table.", file.place(text), quote=text)


def _is_row(paragraph: etree._Element) -> bool:
    """Words, a tab, and words again; a sign such as a tick box before the tab makes a list."""
    parts = [node for node in paragraph.iter(f"{W}t", f"{W}tab") if not _is_stop(node)]
    texts = "".join("\t" if node.tag == f"{W}tab" else node.text or "" for node in parts)
    before, tab, after = texts.partition("\t")
    between = bool(tab and after.strip()) and any(map(str.isalnum, before))
    return between and not in_contents(paragraph) and _style(paragraph)[:3].lower() != "toc"


def _is_stop(node: etree._Element) -> bool:
    """Tab stops in the properties of a paragraph have the same name."""
    parent = node.getparent()
    return parent is None or parent.tag == f"{W}tabs"


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


RULE = read_rule(__name__, __doc__, check)
