"""Headings start with the title and go down one level at a time.

People who use a screen reader move from heading to heading and hear the levels; a level that is skipped sounds as if
a part were missing.

Passes: a title at level 1, a heading at level 2, one at level 3.
Fails: a heading at level 2 followed by one at level 4; two titles; a document that starts at level 2.
Clause: PDF/UA-1 7.4.2; WCAG 2.2 SC 1.3.1, 2.4.6
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.reading import headings, plain


def check(subject: Designed) -> Iterator[Finding]:
    found = headings(subject.document)
    if not found:
        yield RULE.fail("The document has no heading.", "Give it a title.", subject.document.place)
    before = 0
    for heading in found:
        words, level = plain(heading.content, "…"), heading.level
        if not words:
            yield RULE.fail("A heading has no words.", "Write them, or leave the heading out.", heading.place)
        if level == 1 and before:
            what = f"“{words}” is a second heading of level 1; the title is the only one."
            yield RULE.fail(what, "Use level 2.", heading.place)
        elif level > before + 1:
            after = f"jumps from level {before} to {level}" if before else f"comes first, with level {level}"
            todo = f"Use level {before + 1}, or make it a paragraph."
            yield RULE.fail(f"The heading “{words}” {after}.", todo, heading.place)
        before = level


RULE = read_rule(__name__, __doc__, check)
