"""Headings start at level 1 and go down one level at a time.

People who use a screen reader move from heading to heading and hear the levels; a level that is skipped sounds as if
a part were missing.

Passes: H1, H2, H3, H2.
Fails: H1 followed by H3; a document whose first heading is H3; a heading without words.
Fix: In Word, choose the right Heading style and export again. In Acrobat, Tags panel, Properties of the heading,
Type.
Clause: PDF/UA-1 7.4.2; WCAG 2.2 SC 1.3.1, 2.4.6
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import HEADINGS, AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    before = 0
    for node in subject.facts.nodes:
        if node.role not in HEADINGS or node.role == "H":
            continue
        level, words = int(node.role[1]), subject.words(node)
        if not words and not any(each.alt for each in node.walk()):
            yield RULE.fail("A heading has no words.", "Write them, or take the heading away.", **subject.spot(node))
        if level > before + 1:
            jump = f"jumps from level {before} to {level}" if before else f"comes first, with level {level}"
            what = f"The heading {quoted(words)} {jump}."
            yield RULE.fail(what, f"Make it a heading of level {before + 1}.", **subject.spot(node))
        before = level


RULE = read_rule(__name__, __doc__, check)
