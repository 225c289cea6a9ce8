"""Alternative texts are short enough to be listened to.

A screen reader speaks one in a single breath, without a way to stop and go back; more belongs into the text.

Passes: a sentence or two.
Fails: 400 characters.
Fix: In Word, right-click the picture, View Alt Text, and export again. In Acrobat, Prepare for accessibility, Add
alternate text.
Clause: WCAG 2.2 SC 1.1.1 (G95); our own limit
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.pictures import alt_of, described
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule

LONGEST = 300
"""Characters."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in described(subject):
        alt = alt_of(node)
        if node.role == "Figure" and len(alt) > LONGEST:
            what = f"The alternative text {quoted(alt)} has {len(alt)} characters."
            todo = "Say the point in a sentence, and the rest in the text around it."
            yield RULE.review(what, todo, **subject.spot(node, alt))


RULE = read_rule(__name__, __doc__, check)
