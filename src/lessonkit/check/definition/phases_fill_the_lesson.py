"""The phases of a lesson add up to its length, with time kept for a calm end.

A plan that adds up wrong runs over, and what falls off its end is the plenary: where help is named and pupils calm
down.

Passes: phases of a 30-minute plan that sum to 30, with 5 minutes for the plenary.
Fails: phases that sum to 32; a plenary of 3 minutes.
Clause: the project's lesson anatomy (plans of 30, 45 and 60 minutes)
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources
from lessonkit.source.lesson import Lesson

LEAST_PLENARY = 4


def check(subject: Sources) -> Iterator[Finding]:
    lesson = subject.definition
    if not isinstance(lesson, Lesson):
        return
    place = lesson.place_of("phases")
    for plan in lesson.minutes:
        total = sum(phase.minutes.get(plan, 0) for phase in lesson.phases)
        if total != plan:
            what = f"The phases of the {plan}-minute plan add up to {total} minutes."
            yield RULE.fail(what, f"Change their minutes by {plan - total:+d}.", place)
        plenary = [phase.minutes.get(plan, 0) for phase in lesson.phases if phase.id == "plenary"]
        if not plenary or plenary[0] < LEAST_PLENARY:
            kept = f"only {plenary[0]} minutes" if plenary else "no time"
            what = f"The {plan}-minute plan keeps {kept} for the plenary; it needs {LEAST_PLENARY}."
            yield RULE.fail(what, "Give the phase `plenary` more time.", place)


RULE = read_rule(__name__, __doc__, check)
