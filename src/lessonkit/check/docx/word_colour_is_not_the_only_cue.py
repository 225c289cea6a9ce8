"""Nothing in the Word file is told apart by its colour alone.

Some readers do not see red from green, others hear the page, and most schools copy it in grey.

Passes: the box “Never”; a button that says Report.
Fails: nothing fails. For a person to look at: “the items in red”; “the green box”; a red and a green cell without
words.
Fix: In Word, name the thing by its words, or mark it with a word or a sign as well.
Clause: EN 301 549 10.1.4.1; WCAG 2.2 SC 1.4.1, 1.3.3
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lessonkit.appearance import contrast
from lessonkit.check.cues import CUE
from lessonkit.check.docx.looks import PAPER, looks_of
from lessonkit.check.docx.names import W, inside
from lessonkit.check.docx.wordfile import WordFile, WordTable
from lessonkit.check.rule import Finding, read_rule

VISIBLE = 1.3
"""To 1, against paper: paler grounds make bands or boxes to write in."""


def check(file: WordFile) -> Iterator[Finding]:
    for paragraph in file.paragraphs:
        if found := CUE.search(paragraph.text):
            what = f"“{found[0]}” tells something by its colour alone."
            todo = "Name it by its words; the colour may be said as well."
            yield RULE.review(what, todo, file.place(paragraph.text), quote=paragraph.text)
    for number, node in enumerate(file.body.iter(f"{W}tbl")):
        table = file.tables[number]
        if len(set(_wordless(file, node, table))) > 1:
            name = f"The table “{table.title}”" if table.title else f"Table {number + 1}"
            words = next((cell for row in table.rows for cell in row.cells if cell), "")
            what = f"{name} tells cells without words apart by their colours alone."
            yield RULE.review(what, "Say in each what its colour means.", file.place(table.title), quote=words)


def _wordless(file: WordFile, node: etree._Element, table: WordTable) -> Iterator[str]:
    """The colours of cells that say and hold nothing."""
    for row, read in zip(inside(node, "tr"), table.rows, strict=True):
        for cell, words, holds in zip(inside(row, "tc"), read.cells, read.holds, strict=True):
            shade = None if words or holds or read.is_header else cell.find(f"{W}tcPr/{W}shd")
            colour = "" if shade is None else looks_of(file).palette.ground(shade)
            if colour and contrast(colour, PAPER) > VISIBLE:
                yield colour


RULE = read_rule(__name__, __doc__, check)
