"""Every lesson reads out who can help: an adult to trust in school or elsewhere, Childline and the emergency number.

What a pupil takes out of the room is the last thing heard. It must be a person and a number, not a worry; and neither
home nor school is safe for every child.

Passes: “Read these lines aloud”, a trusted adult at school or at home, Childline with its number, and 999.
Fails: the same without a trusted adult, or with one in school only.
Clause: the project's lesson anatomy (signposting in every lesson); PSHE Association, safe learning environments
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.definition.trusted_adults_are_in_two_places import PLACES
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, inlines, passages
from lessonkit.source.lesson import Lesson
from lessonkit.source.markdown import MdContact

HELPERS = {"childline": "Childline", "police_999": "the emergency number"}
ALOUD = re.compile(r"\baloud\b", re.I)
ADULT = re.compile(r"\b(?:trusted adult|(?:adult|someone) (?:you|they) trust)", re.I)


def check(subject: Sources) -> Iterator[Finding]:
    lesson = subject.definition
    if not isinstance(lesson, Lesson):
        return
    part = lesson.signposting
    said = " ".join(passage.text for passage in passages(part))
    named = {inline.id for inline in inlines(part) if isinstance(inline, MdContact)}
    missing = [name for contact, name in HELPERS.items() if contact not in named]
    if ADULT.search(said):
        missing += [f"a trusted adult {place}" for place, pattern in PLACES.items() if not pattern.search(said)]
    else:
        missing.insert(0, "a trusted adult")
    for name in missing:
        yield RULE.fail(f"The lines about help do not name {name}.", "Add it to `signposting`.", part.place)
    if not ALOUD.search(said):
        yield RULE.fail(
            "Nothing says that the lines about help are read aloud.", "Say so in `signposting`.", part.place
        )


RULE = read_rule(__name__, __doc__, check)
