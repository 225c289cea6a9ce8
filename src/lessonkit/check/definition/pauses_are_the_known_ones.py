"""The film stops at the three moments that are known, once each and in order.

Nothing else about the film's scenes is public. A pause at a scene that does not exist leaves a teacher searching in
front of a class.

Passes: pauses P1, P2, P3.
Fails: P1, P3, P2; two pauses P1.
Clause: the project's rule that no scene is invented
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources
from lessonkit.source.lesson import Lesson

KNOWN = ["P1", "P2", "P3"]


def check(subject: Sources) -> Iterator[Finding]:
    lesson = subject.definition
    if not isinstance(lesson, Lesson) or lesson.viewing is None:
        return
    found = [str(pause.anchor) for pause in lesson.viewing.pauses]
    if found != KNOWN:
        what = f"The pauses are {', '.join(found) or 'missing'}; the known moments are {', '.join(KNOWN)}."
        yield RULE.fail(what, "Use each once, in this order.", lesson.place_of("viewing", "pauses"))
    for index, pause in enumerate(lesson.viewing.pauses):
        if pause.anchor in ("P1", "P2") and not pause.adjust:
            what = f"The moment {pause.anchor} is likely, not certain: the film may differ."
            yield RULE.fail(what, "Write `adjust: true`.", lesson.place_of("viewing", "pauses", index))


RULE = read_rule(__name__, __doc__, check)
