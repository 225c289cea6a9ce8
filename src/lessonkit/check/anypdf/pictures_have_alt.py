"""Every picture has an alternative text.

Without one, people who cannot see the picture do not know what they miss.

Passes: a Figure with Alt “A flag on a pole”.
Fails: a Figure without Alt, or with an empty one.
Fix: In Word, right-click the picture, View Alt Text, and export again. In Acrobat, Prepare for accessibility, Add
alternate text.
Clause: PDF/UA-1 7.3; WCAG 2.2 SC 1.1.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.pictures import alt_of, described
from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in described(subject):
        if not alt_of(node):
            what = f"A {node.role.lower()} has no alternative text."
            todo = "Say what it shows; if it is only decoration, mark it as such."
            yield RULE.fail(what, todo, **subject.spot(node))


RULE = read_rule(__name__, __doc__, check)
