"""A link inside the document leads to something in it.

A dead link leaves readers where they were, without a word.

Passes: a link to #warning-signs, and a heading with this id.
Fails: a link to #warning-sings.
Clause: WCAG 2.2 SC 2.4.5; ISO 32000-1, 12.3.2
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.problems import did_you_mean
from lessonkit.reading import headings

SCHEMES = ("https://", "http://", "mailto:", "tel:", "sms:")


def check(subject: Designed) -> Iterator[Finding]:
    ids = [heading.id for heading in headings(subject.document)]
    for link in subject.links():
        target = link.target
        if target.startswith("#") and target[1:] not in ids:
            todo = did_you_mean(target, (f"#{id}" for id in ids), "Use the id of a heading in this document.")
            yield RULE.fail(f"There is nothing in this document with the id “{target[1:]}”.", todo, link.place)
        elif not target.startswith(("#", *SCHEMES)):
            what = f"The link target “{target}” is neither an address nor a place in this document."
            yield RULE.fail(what, "Start it with https:// or #.", link.place)


RULE = read_rule(__name__, __doc__, check)
