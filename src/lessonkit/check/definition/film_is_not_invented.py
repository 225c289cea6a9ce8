"""Nothing is said about the film that is not known.

How long it lasts and when its scenes come is not public. A teacher plans a lesson by such a figure, and stands there
with a film of another length.

Passes: The film lasts <blank:film-length>.
Fails: the five-minute film; pause at 1:35.
Clause: the project's rule that no film fact is invented
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, passages
from lessonkit.source.lesson import Lesson

NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)"
LENGTH = re.compile(
    rf"{NUMBER}[\s-]+minute\s+(?:film|video|clip)|(?:film|video|clip)\b[^.!?]{{0,40}}\b{NUMBER}[\s-]+minutes?\s+long"
    rf"|(?:film|video|clip)\s+(?:lasts|takes|runs)(?:\s+\w+){{0,2}}\s+{NUMBER}[\s-]+minutes?",
    re.I,
)
TIME_CODE = re.compile(r"(?<![\d:])\d{1,2}:\d\d(?![\d:])")


def check(subject: Sources) -> Iterator[Finding]:
    lesson = subject.definition
    if not isinstance(lesson, Lesson) or lesson.film is None:
        return
    for passage in passages(lesson):
        for match in LENGTH.finditer(passage.text) if lesson.film.minutes is None else ():
            what = f"“{' '.join(match[0].split())}” says how long the film lasts, which is not known."
            yield RULE.fail(what, "Leave a blank: `<blank:film-length>`.", passage.text.place_of(match.start()))
    for passage in passages(lesson.viewing) if lesson.viewing else ():
        for match in TIME_CODE.finditer(passage.text):
            what = f"“{match[0]}” is a time code, which is not known."
            yield RULE.fail(what, "Leave a blank: `<blank:time-code>`.", passage.text.place_of(match.start()))


RULE = read_rule(__name__, __doc__, check)
