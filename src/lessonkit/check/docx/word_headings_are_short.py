"""Headings in the Word file are short enough to be heard as headings.

People who listen to a list of headings wait for the end of each one; a sentence of three lines is text.

Passes: “If a picture has been shared”.
Fails: nothing fails. For a person to look at: a heading of more than 120 characters.
Fix: In Word, keep the first words as the heading, and put the rest in a paragraph below it.
Clause: WCAG 2.2 SC 2.4.6; Microsoft Accessibility Checker, “headings are not too long”; DX-E08
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

LONGEST = 120


def check(file: WordFile) -> Iterator[Finding]:
    for _, heading in file.headings():
        if len(heading.text) > LONGEST:
            what = f"The heading “{heading.text[:40]}…” has {len(heading.text)} characters."
            yield RULE.review(what, "Shorten it.", file.place(heading.text), quote=heading.text)


RULE = read_rule(__name__, __doc__, check)
