"""A lesson agrees ground rules that keep every pupil safe, and its questions reach an adult the same day.

Somebody in the room may have been harmed. These rules let them listen, pass and ask without being found out.

Passes: rules to listen, be kind, pass, talk about the made-up person, and ask; a question box read on the same day.
Fails: rules that let pupils talk about themselves; a question box that nobody reads until next week.
Clause: PSHE Association, safe learning environments; the project's lesson anatomy
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, passages
from lessonkit.source.lesson import Lesson
from lessonkit.source.model import Model

RULES = {
    "to listen": r"\blisten",
    "to be kind": r"\bkind\b",
    "that everyone can pass": r"\b(?:can|may) pass\b",
    "not to talk about themselves or other people": r"\bnot about (?:ourselves|yourself|themselves)\b",
    "that questions are okay": r"\bquestions?\b",
    "that adults pass on worries": r"\badults? pass(?:es)? on\b|\bpass(?:es)? (?:it|them|this) on\b",
}
"""What the rules must say, and how to know it by its words."""
BOX = re.compile(r"\bquestion box\b", re.I)
READ = re.compile(r"\b(?:read|slip|question box)\b[^.]*\b(?:same day|today)\b", re.I)


def check(subject: Sources) -> Iterator[Finding]:
    lesson = subject.definition
    if not isinstance(lesson, Lesson):
        return
    rules = _said(lesson.ground_rules)
    for rule, pattern in RULES.items():
        if not re.search(pattern, rules, re.I):
            what = f"The ground rules do not say {rule}."
            yield RULE.fail(what, "Add it to `ground-rules`.", lesson.ground_rules.place)
    whole = _said(lesson)
    if not BOX.search(whole):
        yield RULE.fail("There is no question box.", "Add one to `resources` and `ground-rules`.", lesson.place)
    elif not READ.search(whole):
        what = "Nothing says that the question box is read on the same day."
        yield RULE.fail(what, "Say so in `ground-rules`.", lesson.ground_rules.place)


def _said(model: Model) -> str:
    return " ".join(" ".join(passage.text.split()) for passage in passages(model)).replace("’", "'")


RULE = read_rule(__name__, __doc__, check)
