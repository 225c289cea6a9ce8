"""A document for children, or a lesson, points to adults they trust at school and at home.

Home is not safe for every child, and school is closed at night. Whoever is the danger, there must be another adult.

Passes: Talk to an adult at school or at home.
Fails: Tell your parents.
Clause: the project's audience matrix: a trusted adult outside the home as well as inside
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, passages
from lessonkit.source.texts import CHILDREN

PLACES = {
    "at school": re.compile(r"\b(?:at|in) school\b", re.I),
    "outside school": re.compile(r"\bat home\b|\boutside (?:it|school)\b", re.I),
}
LESSON = "lesson"
CARDS = "cards"
"""Their few words are those of the fixed messages."""


def check(subject: Sources) -> Iterator[Finding]:
    kind = subject.definition.type
    if (subject.audience not in CHILDREN and kind != LESSON) or kind == CARDS:
        return
    words = " ".join(passage.text for passage in passages(subject.definition))
    for place, pattern in PLACES.items():
        if not pattern.search(words):
            what = f"No words point children to an adult {place}."
            yield RULE.fail(what, "Say: talk to an adult you trust, at school or at home.", subject.definition.place)


RULE = read_rule(__name__, __doc__, check)
