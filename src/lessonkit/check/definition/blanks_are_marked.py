"""Blanks to write in are marked as such, not typed.

A screen reader says “underscore, underscore, underscore”, and in Word the line moves away from whoever writes on it.

Passes: Our trusted adult is <blank:name>.
Fails: Our trusted adult is ________.
Clause: the project's own; WCAG 2.2 SC 1.3.1, 4.1.2
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, passages
from lessonkit.source.typed_contacts import without_targets

TYPED = re.compile(r"(?:\\?_){3,}|\.{5,}|…{2,}")
TODO = "Write `<blank:what-belongs-here>`, or use a `write` block for whole lines."


def check(subject: Sources) -> Iterator[Finding]:
    for passage in passages(subject.definition):
        for match in TYPED.finditer(without_targets(passage.text)):
            what = f"“{match[0][:10]}” is a line typed by hand, which is read out sign by sign."
            yield RULE.fail(what, TODO, passage.text.place_of(match.start()))


RULE = read_rule(__name__, __doc__, check)
