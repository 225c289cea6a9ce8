"""Pupils with SEND, and whoever reads a card, have at most three contacts to choose from.

A long list is a task of its own. In a hard moment the first number that fits is the one that gets called.

Passes: an easy sheet with an adult in school, Childline and 999.
Fails: the same with CEOP and Report Remove besides.
Clause: the project's audience matrix
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, contacts
from lessonkit.source.texts import CHILDREN

MOST = 3


def check(subject: Sources) -> Iterator[Finding]:
    card = subject.definition.type == "cards" and subject.audience in CHILDREN
    if subject.audience != "send" and not card:
        return
    named = {str(use.contact.id): use for use in reversed(list(contacts(subject)))}
    if len(named) > MOST:
        last = max(named.values(), key=lambda use: use.place.line or 0)
        what = f"There are {len(named)} contacts: {', '.join(use.contact.name for use in reversed(named.values()))}."
        yield RULE.fail(what, f"Keep the {MOST} that help most.", last.place)


RULE = read_rule(__name__, __doc__, check)
