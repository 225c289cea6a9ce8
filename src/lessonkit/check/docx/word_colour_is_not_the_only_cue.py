"""Nothing in the Word file is told apart by its colour alone.

Some readers do not see red from green, others hear the page, and most schools copy it in grey.

Passes: the box “Never”; a button that says Report.
Fails: nothing fails. For a person to look at: “the items in red”; “the green box”.
Fix: In Word, name the thing by its words, or mark it with a word or a sign as well.
Clause: EN 301 549 10.1.4.1; WCAG 2.2 SC 1.4.1, 1.3.3
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.cues import CUE
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule


def check(file: WordFile) -> Iterator[Finding]:
    for paragraph in file.paragraphs:
        if found := CUE.search(paragraph.text):
            what = f"“{found[0]}” tells something by its colour alone."
            todo = "Name it by its words; the colour may be said as well."
            yield RULE.review(what, todo, file.place(paragraph.text), quote=paragraph.text)


RULE = read_rule(__name__, __doc__, check)
