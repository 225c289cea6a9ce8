"""The Word file does without footnotes, or a person has found them worth their while.

A note leads readers away from their line and back; checkers of accessibility report every one.

Passes: the source of a fact stands in brackets after it.
Fails: nothing fails. For a person to look at: a document with footnotes; “*See below” or a raised 1, typed as one.
Fix: In Word, move the words of the note into the text, or right-click it, Convert to Endnote.
Clause: LibreOffice’s accessibility check; DX-W05
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import W, ancestor, attribute
from lessonkit.check.docx.text import paragraph_text, raw_text
from lessonkit.check.docx.wordfile import WordFile, WordParagraph
from lessonkit.check.rule import Finding, read_rule

TYPED = re.compile(r"\*+[^\W\d_]|[†‡¹²³⁴-⁹]+\s?[^\W\d_]")

CALL = re.compile(r"\w[.,;:!?)”’\"']*\*(?!\w)")
NOTE = re.compile(r"\d{1,2}|[*†‡]+|[a-z]")


def check(file: WordFile) -> Iterator[Finding]:
    notes = [paragraph for paragraph in file.paragraphs if paragraph.in_note]
    if notes:
        what = f"The Word file has footnotes, the first of them “{notes[0].text[:40].strip()}”."
        todo = "Say it in the text if it matters there."
        yield RULE.review(what, todo, file.place(notes[0].text), quote=notes[0].text)
    starred = starred_notes(file)
    for paragraph in file.paragraphs:
        if TYPED.match(paragraph.text) or paragraph in starred:
            what = f"“{paragraph.text[:40]}” looks like a footnote that was typed."
            todo = "Say it in the text, or use a real footnote."
            yield RULE.review(what, todo, file.place(paragraph.text), quote=paragraph.text)
    for text in _raised(file):
        what = f"“{text[:40]}” looks like a footnote that was typed."
        yield RULE.review(what, "Say it in the text, or use a real footnote.", file.place(text), quote=text)


def starred_notes(file: WordFile) -> list[WordParagraph]:
    """Lines “* From a survey” below a word with a star; two of them below each other are a list."""
    lines = [one for one in file.paragraphs if one.text]
    if not any(CALL.search(one.text) for one in lines if "*" in one.text):
        return []
    starts = [False, *(one.text.startswith("* ") for one in lines), False]
    return [one for at, one in enumerate(lines, start=1) if starts[at] and not starts[at - 1] and not starts[at + 1]]


def _raised(file: WordFile) -> Iterator[str]:
    """Paragraphs that begin with a raised figure or sign."""
    for raised in file.body.iter(f"{W}vertAlign"):
        run, line = ancestor(raised, "r"), ancestor(raised, "p")
        if run is None or line is None or attribute(raised, "val") != "superscript":
            continue
        sign, text = raw_text(run).strip(), paragraph_text(line)
        if NOTE.fullmatch(sign) and text.startswith(sign) and len(text) > len(sign) and run is _first_run(line):
            yield text


def _first_run(line: etree._Element) -> etree._Element | None:
    return next((run for run in line.iter(f"{W}r") if raw_text(run).strip()), None)


RULE = read_rule(__name__, __doc__, check)
