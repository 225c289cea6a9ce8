"""Headings are headings, not paragraphs.

Whoever moves from heading to heading hears each in full; body text that is tagged as a heading hides the real ones.

Passes: a heading of some words.
Fails: a paragraph of three sentences tagged as H2.
Fix: In Word, give it the style Normal and export again. In Acrobat, Tags panel, Properties, Type: Paragraph.
Clause: PDF/UA-1 7.4; WCAG 2.2 SC 2.4.6
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule

MOST_WORDS = 30


def check(subject: AnyPdf) -> Iterator[Finding]:
    for block in subject.headings:
        count = len(block.text.split())
        plain = not block.bold and block.size <= subject.body_size and block.text.endswith(".")
        if count > MOST_WORDS or (plain and count > MOST_WORDS // 3):
            what = f"{quoted(block.text)} is tagged as a heading and has {count} words."
            yield RULE.review(what, "If it is body text, tag it as a paragraph.", **block.spot)


RULE = read_rule(__name__, __doc__, check)
