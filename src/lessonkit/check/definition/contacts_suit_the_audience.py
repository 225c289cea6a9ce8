"""Every contact is one for the readers of this document.

A child who rings a helpline for worried adults, or a parent sent to a service for professionals, is turned away at
the moment of asking for help.

Passes: the NSPCC Helpline in a parents' guide.
Fails: Stop It Now in a handout for children; the Professionals Online Safety Helpline in a parents' leaflet.
Clause: the project's audience matrix; contact records (audiences, adults-only)
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, contacts
from lessonkit.source.texts import CHILDREN

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


def check(subject: Sources) -> Iterator[Finding]:
    audience = subject.audience
    for use in contacts(subject):
        contact = use.contact
        if contact.adults_only and audience in CHILDREN:
            yield RULE.fail(f"{contact.name} is for adults only; this document is for {audience}.", TODO, use.place)
        elif audience not in contact.audiences or contact.id in NEVER.get(audience, ()):
            yield RULE.fail(f"{contact.name} is not a contact for {audience}.", TODO, use.place)


RULE = read_rule(__name__, __doc__, check)
