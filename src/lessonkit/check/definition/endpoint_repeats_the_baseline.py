"""The endpoint of a lesson asks the question of its baseline again.

Only the same question, asked twice, shows what pupils have learned, and shows each of them.

Passes: a baseline question, and “Ask the baseline question again, in the same words”.
Fails: an endpoint with a question of its own; a baseline that has no time in a plan.
Clause: PSHE Association, assessment guidance; the project's lesson anatomy
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, passages
from lessonkit.source.lesson import Lesson

AGAIN = re.compile(r"\b(?:baseline|same)\b[^.]*\b(?:question|activity)\b[^.]*\bagain\b|\bagain\b[^.]*\bsame\b", re.I)
BOTH = ("baseline", "endpoint")


def check(subject: Sources) -> Iterator[Finding]:
    lesson = subject.definition
    if not isinstance(lesson, Lesson):
        return
    said = " ".join(" ".join(passage.text.split()) for passage in passages(lesson.endpoint))
    if not AGAIN.search(said):
        what = "The endpoint does not ask the baseline question again."
        yield RULE.fail(what, "Say: ask the baseline question again, in the same words.", lesson.endpoint.place)
    for name in BOTH:
        part = getattr(lesson, name)
        phases = [phase for phase in lesson.phases if phase.id == part.phase]
        for plan in (plan for plan in lesson.minutes if not any(phase.minutes.get(plan) for phase in phases)):
            what = f"The {plan}-minute plan has no time for the {name}."
            yield RULE.fail(what, f"Name its phase in `{name}`, and give that phase minutes.", part.place)


RULE = read_rule(__name__, __doc__, check)
