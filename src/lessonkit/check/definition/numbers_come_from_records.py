"""Phone numbers and addresses come from the contact records.

A number typed into a text is not checked, not dated, and stays when the record changes.

Passes: Call <number:childline>.
Fails: Call 0800 1111.
Clause: the project's own: no document prints a contact without a record
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, passages, records
from lessonkit.source.typed_contacts import typed_contacts


def check(subject: Sources) -> Iterator[Finding]:
    for printed in (subject.definition, *records(subject)):
        for passage in passages(printed):
            for offset, words in typed_contacts(passage.text):
                what = f"“{words}” is typed by hand, so nobody checks it."
                todo = "Use the record: `<number:id>` or `<contact:id>`; for a page, `[words](https://…)`."
                yield RULE.fail(what, todo, passage.text.place_of(offset))


RULE = read_rule(__name__, __doc__, check)
