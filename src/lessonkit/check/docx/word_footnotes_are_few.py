"""The Word file does without footnotes, or a person has found them worth their while.

A note leads readers away from their line and back; checkers of accessibility report every one.

Passes: the source of a fact stands in brackets after it.
Fails: nothing fails. For a person to look at: a document with footnotes; “*See below”, typed as one.
Fix: In Word, move the words of the note into the text, or right-click it, Convert to Endnote.
Clause: LibreOffice’s accessibility check; DX-W05
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

TYPED = re.compile(r"\*+[^\W\d_]|[†‡¹²³⁴-⁹]+\s?[^\W\d_]")


def check(file: WordFile) -> Iterator[Finding]:
    notes = [paragraph for paragraph in file.paragraphs if paragraph.in_note]
    if notes:
        what = f"The Word file has footnotes, the first of them “{notes[0].text[:40].strip()}”."
        todo = "Say it in the text if it matters there."
        yield RULE.review(what, todo, file.place(notes[0].text), quote=notes[0].text)
    for paragraph in file.paragraphs:
        if TYPED.match(paragraph.text):
            what = f"“{paragraph.text[:40]}” looks like a footnote that was typed."
            todo = "Say it in the text, or use a real footnote."
            yield RULE.review(what, todo, file.place(paragraph.text), quote=paragraph.text)


RULE = read_rule(__name__, __doc__, check)
