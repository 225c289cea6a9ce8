"""The fixed messages are there, in their exact words.

“It is never your fault” is what a child must meet again and again, in the same words, whoever speaks.

Passes: a parents' leaflet with the message never-your-fault; a lesson with all four.
Fails: a lesson that ends without them; a record that words one of them in another way.
Clause: the project's fixed messages
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, messages
from lessonkit.source.texts import CHILDREN

ALL = ("never-your-fault", "tell-someone", "never-too-late", "not-in-trouble")
"""The messages of every document that children meet."""

SHORT = frozenset(("poster", "cards"))
"""Kinds of document that have room for one of them."""

WORDS = {
    "never-your-fault": "It is never your fault.",
    "tell-someone": "You can always tell someone you trust.",
    "never-too-late": "It's never too late to get help.",
    "not-in-trouble": "You will not be in trouble for asking for help.",
    "slogan": "BLOCK. REPORT. TELL SOMEONE YOU TRUST.",
    "send-tell-first": "Tell someone you trust. They can help you block and report.",
    "talk-credit": (
        "T.A.L.K. is the Internet Watch Foundation's guidance; this leaflet is not produced or endorsed by the IWF."
    ),
}
"""What nobody may reword; they stand here too, so that a slip in a record is noticed."""


def check(subject: Sources) -> Iterator[Finding]:
    printed = messages(subject)
    for name in (name for name in _wanted(subject) if name not in printed):
        what = f"The fixed message {name} is missing: “{WORDS[name]}”"
        yield RULE.fail(what, f"Add a block `- message: {name}`.", subject.definition.place)
    for name in sorted(printed & WORDS.keys()):
        record = subject.library.messages[name]
        if str(record.text) != WORDS[name]:
            what = f"The fixed message {name} reads “{record.text}” in its record."
            yield RULE.fail(what, f"Write “{WORDS[name]}”", record.place)


def _wanted(subject: Sources) -> tuple[str, ...]:
    if subject.definition.type in SHORT and subject.audience in CHILDREN:
        return ALL[:1]
    if subject.definition.type == "lesson" or subject.audience in CHILDREN:
        return ALL
    return ALL[:1] if subject.audience == "parents" else ()


RULE = read_rule(__name__, __doc__, check)
