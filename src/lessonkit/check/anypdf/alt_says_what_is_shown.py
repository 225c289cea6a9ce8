"""Alternative texts say what the picture tells, not what kind of file it is.

A screen reader already says “image”; a file name tells a listener nothing.

Passes: “A girl shows her phone to her teacher”.
Fails: “girl-phone.png”; “Image of a girl”; “picture 3”.
Fix: In Word, right-click the picture, View Alt Text, and export again. In Acrobat, Prepare for accessibility, Add
alternate text.
Clause: WCAG 2.2 SC 1.1.1 (techniques F30, H37)
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.alt_words import trouble
from lessonkit.check.anypdf.pictures import alt_of, described
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in described(subject):
        alt = alt_of(node)
        what, todo = trouble(alt)
        if what:
            yield RULE.fail(f"The alternative text {quoted(alt)} {what}.", todo, **subject.spot(node, alt))


RULE = read_rule(__name__, __doc__, check)
