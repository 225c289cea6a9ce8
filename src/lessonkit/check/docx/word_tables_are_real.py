"""What looks like a table is a table.

Columns made with tabs or bars are read line by line: nobody hears which number belongs to whom.

Passes: a table with a header row; a list whose tick boxes stand before a tab.
Fails: three lines in a row, in paragraphs of their own or in one, with a tab between two words; three lines such as
“| Childline | 0800 1111 |”.
Fix: In Word, select the lines, Insert, Table, Convert Text to Table.
Clause: WCAG 2.2 SC 1.3.1; DX-E06
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from lxml import etree

from lessonkit.check.docx.names import BOX, W
from lessonkit.check.docx.text import in_contents, paragraph_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

FEWEST = 3
BARS = re.compile(r"\s*\|[^|]*\|[^|]*\|")


def check(file: WordFile) -> Iterator[Finding]:
    lines = ((_columns(line), node) for node in file.body.iter(f"{W}p") for line in _lines(node))
    for columns, found in groupby(lines, itemgetter(0)):
        rows = [node for _, node in found]
        if columns and len(rows) >= FEWEST:
            text = paragraph_text(rows[0])
            what = f"“{text[:40]}” begins {len(rows)} lines in columns that are made with {columns}."
            yield RULE.review(what, "Make it a table.", file.place(text), quote=text)


def _lines(paragraph: etree._Element) -> list[str]:
    """What was typed, tabs as such; one empty line for what is no text, or holds a box whose lines come after it."""
    parts = [node for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br") if not _is_stop(node)]
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    text = "".join(signs.get(str(node.tag)) or node.text or "" for node in parts)
    if not ("\t" in text or "|" in text) or next(paragraph.iter(BOX), None) is not None:
        return [""]
    return [""] if in_contents(paragraph) or _style(paragraph)[:3].lower() == "toc" else text.split("\n")


def _columns(line: str) -> str:
    """What parts the words of a line; a sign such as a tick box before a tab makes a list."""
    before, tab, after = line.partition("\t")
    if tab and after.strip() and any(map(str.isalnum, before)):
        return "tabs"
    return "bars" if BARS.match(line) else ""


def _is_stop(node: etree._Element) -> bool:
    """Tab stops in the properties of a paragraph have the same name."""
    parent = node.getparent()
    return parent is None or parent.tag == f"{W}tabs"


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


RULE = read_rule(__name__, __doc__, check)
