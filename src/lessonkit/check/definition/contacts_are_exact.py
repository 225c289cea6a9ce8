"""The numbers of the helplines are exact.

One wrong figure sends a child's call to a stranger, or nowhere.

Passes: Childline with 0800 1111.
Fails: Childline with 0800 1112.
Clause: the services' own pages, as the contact records name them
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources

NUMBERS = {
    "childline": "0800 1111",
    "nspcc": "0808 800 5000",
    "stopitnow": "0808 1000 900",
    "police_101": "101",
    "police_999": "999",
}


def check(subject: Sources) -> Iterator[Finding]:
    for name, number in NUMBERS.items():
        contact = subject.library.contacts.get(name)
        ways = [way for way in contact.ways if way.kind == "phone"] if contact else []
        for way in ways:
            if way.value != number or (way.say is not None and number not in way.say):
                what = f"The number of {name} is “{way.say or way.value}”, not {number}."
                yield RULE.fail(what, "Correct the record.", way.place)
        if contact and not ways:
            yield RULE.fail(f"{name} has no phone number; it is {number}.", "Add it to the record.", contact.place)


RULE = read_rule(__name__, __doc__, check)
