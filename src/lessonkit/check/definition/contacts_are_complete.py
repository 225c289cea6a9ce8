"""No contact is missing that these readers may need.

Whoever looks for help at a hard moment has this document in hand and no other; it must hold the emergency number and
each of the routes that help with this.

Passes: a parents' leaflet with 999, 101, CEOP, the IWF, the NSPCC, Childline, Report Remove and the school's lead.
Fails: one without 999.
Clause: the project's audience matrix
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, contacts, fields, passages

REQUIRED = {
    "ks1": ("childline",),
    "ks2": ("childline",),
    "ks3": ("childline", "ceop", "report_remove", "police_999"),
    "ks4": ("childline", "ceop", "report_remove", "police_999"),
    "send": ("childline", "police_999"),
    "parents": ("police_999", "police_101", "ceop", "iwf", "nspcc", "childline", "report_remove", "school_dsl"),
    "staff": ("police_999", "ceop", "childline", "report_remove", "school_dsl", "local_care"),
}


MORE = {"briefing": ("posh",)}
"""What a kind of sheet needs besides."""


def check(subject: Sources) -> Iterator[Finding]:
    named = {str(use.contact.id) for use in contacts(subject)}
    words, details = "\n".join(passage.text for passage in passages(subject.definition)), fields(subject)
    kind = str(getattr(subject.definition, "kind", ""))
    for wanted in (*REQUIRED.get(subject.audience, ()), *MORE.get(kind, ())):
        contact = subject.library.contacts.get(wanted)
        if contact is None:
            what = f"The library has no contact {wanted}; documents for {subject.audience} need it."
            yield RULE.fail(what, "Add its record.", subject.definition.place)
        elif not (wanted in named or str(contact.name) in words or details & set(contact.fields.values())):
            what = f"{contact.name} is missing; documents for {subject.audience} need it."
            yield RULE.fail(what, f"Add `<contact:{wanted}>` or a contacts block.", subject.definition.place)


RULE = read_rule(__name__, __doc__, check)
