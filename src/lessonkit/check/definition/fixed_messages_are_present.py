"""The fixed messages are there, in their exact words.

“It is never your fault” is what a child must meet again and again, in the same words, whoever speaks.

Passes: a parents' leaflet with the message never-your-fault; a lesson with all four.
Fails: a lesson that ends without them.
Clause: the project's fixed messages
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import CHILDREN, Sources, messages

ALL = ("never-your-fault", "tell-someone", "never-too-late", "not-in-trouble")


def check(subject: Sources) -> Iterator[Finding]:
    printed = messages(subject)
    for name in _wanted(subject):
        if name not in printed:
            record = subject.library.messages.get(name)
            said = f": “{record.text}”" if record else ""
            what = f"The fixed message {name} is missing{said}"
            yield RULE.fail(what, f"Add a block `- message: {name}`.", subject.definition.place)


def _wanted(subject: Sources) -> tuple[str, ...]:
    if subject.definition.type == "lesson" or subject.audience in CHILDREN:
        return ALL
    return ALL[:1] if subject.audience == "parents" else ()


RULE = read_rule(__name__, __doc__, check)
