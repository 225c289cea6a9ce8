"""Facts and terms are ones for the readers of this document.

Figures of abuse frighten children and tell them nothing that they can do.

Passes: a count of webpages in a briefing for staff.
Fails: the same count in a handout for pupils, or on any poster or card.
Clause: the project's audience matrix; fact and term records (audiences)
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, facts, records

SHORT = frozenset(("poster", "cards"))
"""Kinds of document that hang or lie where everybody reads them."""


def check(subject: Sources) -> Iterator[Finding]:
    for record in records(subject):
        if subject.audience not in record.audiences:
            what = f"The record {record.id} is not for {subject.audience}."
            yield RULE.fail(what, "Leave it out of this document.", subject.definition.place)
    for fact in facts(subject) if subject.definition.type in SHORT else ():
        what = f"The record {fact.id} is a figure, and figures stand on no poster or card."
        yield RULE.fail(what, "Leave it out of this document.", subject.definition.place)


RULE = read_rule(__name__, __doc__, check)
