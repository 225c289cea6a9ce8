"""A final document prints only what a person has confirmed.

Numbers change and helplines close. A template may say “confirm before use”; what goes home may not.

Passes: a final build whose contacts all have checked-by and checked-on.
Fails: a final build with a number that nobody has tried.
Clause: the project's own: confidence V, or S with its source, and a person's check before print
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, contacts, records
from lessonkit.source.records import UNCONFIRMED, Contact, Fact, Term


def needs_confirmation(record: Contact | Fact | Term) -> bool:
    """True if what the record says was never seen in a current source, nor checked by a person since."""
    if isinstance(record, Contact):
        return record.checked_on is None and any(way.confidence in UNCONFIRMED for way in record.ways)
    checked = isinstance(record, Fact) and record.checked_on is not None
    return record.confidence in UNCONFIRMED and not checked


def check(subject: Sources) -> Iterator[Finding]:
    if not subject.final:
        return
    printed = {str(use.contact.id): use for use in reversed(list(contacts(subject)))}
    for use in reversed(printed.values()):
        if use.contact.ways and use.contact.checked_on is None:
            yield RULE.fail(f"Nobody has checked the contact {use.contact.name}.", _todo(use.contact), use.place)
    for record in records(subject):
        if needs_confirmation(record):
            yield RULE.fail(f"Nobody has confirmed the record {record.id}.", _todo(record), record.place)


def _todo(record: Contact | Fact | Term) -> str:
    return f"Have a person try it, then enter `checked-by` and `checked-on` in its record, {record.place}."


RULE = read_rule(__name__, __doc__, check)
