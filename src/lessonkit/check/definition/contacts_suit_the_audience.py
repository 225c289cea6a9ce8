"""Every contact is one for the readers of this document.

A child who rings a helpline for worried adults, or a parent sent to a service for professionals, is turned away at
the moment of asking for help.

Passes: the NSPCC Helpline in a parents' guide.
Fails: Stop It Now in a handout for children, also by name: “Call the NSPCC Helpline”; the Professionals Online Safety
Helpline in a parents' leaflet.
Clause: the project's audience matrix; contact records (audiences, adults-only)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, contacts, names, passages
from lessonkit.source.records import Contact
from lessonkit.source.texts import CHILDREN
from lessonkit.source.typed_contacts import without_targets

NEVER = {
    "ks1": {"ceop", "report_remove", "iwf", "shore", "stopitnow"},
    "ks2": {"report_remove", "shore", "stopitnow"},
    "ks3": {"stopitnow", "noescape", "posh"},
    "ks4": {"stopitnow", "noescape", "posh"},
    "send": {"stopitnow", "noescape", "posh", "shore"},
    "parents": {"posh"},
}
"""Whatever a record says: these are left out so that a slip in the records cannot bring them in."""

TODO = "Name another contact here."
ASKED = r"\b(?i:call|ring|phone|text|contact|ask|email|write to|chat (?:to|with)|talk to|go to|visit)\s+(?:the\s+)?"


def check(subject: Sources) -> Iterator[Finding]:
    for use in contacts(subject):
        if what := _unsuitable(use.contact, subject.audience):
            yield RULE.fail(what, TODO, use.place)
    yield from _by_name(subject)


def _by_name(subject: Sources) -> Iterator[Finding]:
    """Contacts that a text sends its readers to without naming the record."""
    unsuitable = {
        name: what
        for contact in subject.library.contacts.values()
        if (what := _unsuitable(contact, subject.audience))
        for name in names([contact])
    }
    sent = re.compile(rf"{ASKED}(?i:({'|'.join(map(re.escape, unsuitable)) or '(?!)'}))(?!\w)")
    found = {name.casefold(): what for name, what in unsuitable.items()}
    for passage in passages(subject.definition):
        for match in sent.finditer(without_targets(passage.text)):
            yield RULE.fail(found[match[1].casefold()], TODO, passage.text.place_of(match.start()))


def _unsuitable(contact: Contact, audience: str) -> str:
    """Why a contact is not for these readers, as a sentence; empty if it is."""
    if contact.adults_only and audience in CHILDREN:
        return f"{contact.name} is for adults only; this document is for {audience}."
    if audience not in contact.audiences or contact.id in NEVER.get(audience, ()):
        return f"{contact.name} is not a contact for {audience}."
    return ""


RULE = read_rule(__name__, __doc__, check)
