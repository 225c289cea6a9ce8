"""No file that pupils get holds anything that is for staff, seen or unseen.

An answer in an alternative text, a note in a comment or a helpline for adults in a property is found by the first pupil
who looks. What an author withheld is searched for in each string of the finished file: text, hidden text, alternative
texts, bookmarks, properties, comments, attached files. Texts of a single word are not searched for.

Passes: a worksheet whose answers stand in the edition for staff alone.
Fails: one whose PDF has an answer as a bookmark, or whose Word file has a note in a comment.
Clause: the project's own: editions for pupils and for teachers come from one definition and stay apart
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.strings.subject import Secret, Strings

SHOWN = 60
"""Characters of the words that a message shows."""


def check(subject: Strings) -> Iterator[Finding]:
    for secret in subject.secrets:
        if any(run in subject.whole for run in secret.runs):
            yield from _found(secret, subject)


def _found(secret: Secret, subject: Strings) -> Iterator[Finding]:
    """Where the file says it; each kind of place once."""
    places = [said.where for said, text in subject.squeezed if any(run in text for run in secret.runs)]
    for where in dict.fromkeys(places):
        words = secret.words if len(secret.words) <= SHOWN else secret.words[:SHOWN].rstrip() + " …"
        what = f"“{words}” is for staff, but {where} says it, or a part of it."
        yield RULE.fail(what, "Say it to pupils in other words, or leave it out of what they get.", secret.place)


RULE = read_rule(__name__, __doc__, check)
