"""A lesson or briefing tells adults what to do when a child tells.

Such a lesson makes children tell. What the adult does in the next minute decides whether they go on.

Passes: notes to listen, stay calm, reassure, agree to no secret, tell the DSL at once, write down the child's words.
Fails: notes that leave out whom to tell.
Clause: NSPCC and UKCIS guidance on disclosures; Keeping Children Safe in Education
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, passages
from lessonkit.source.lesson import Lesson
from lessonkit.source.model import Model
from lessonkit.source.sheet import Sheet

NOTES = {
    "listen to the child": r"\blisten",
    "stay calm": r"\bcalm\b",
    "say that the child is not to blame": r"not to blame|(?:not|never) (?:your|their|the child's) fault",
    "agree to no secrecy": r"\b(?:never|not|no)\b[^.!?]*\b(?:secre|keep (?:this|it) to (?:myself|yourself))",
    "ask no leading questions": r"\b(?:not|never|no)\b[^.!?]*\b(?:leading|probing)\b",
    "tell the Designated Safeguarding Lead at once": r"\bDSL (?:at once|immediately)\b|\bat once\b[^.!?]*\bDSL\b",
    "write down the child's own words": r"(?:write|record|note)\b[^!?]*\bown words\b|child's words",
    "leave the device with the child": r"\bnot\b[^.!?]*\b(?:take|remove)\b[^.!?]*\b(?:device|phone)\b",
}
"""What the notes must hold, and how to know it by its words."""


def check(subject: Sources) -> Iterator[Finding]:
    document = subject.definition
    if isinstance(document, Lesson):
        yield from _missing(document.teacher_notes, "teacher", "Add it to `teacher-notes`.")
    elif isinstance(document, Sheet) and document.kind == "briefing" and subject.audience == "staff":
        yield from _missing(document, "reader", "Add it to the steps for when a child tells.")


def _missing(notes: Model, reader: str, todo: str) -> Iterator[Finding]:
    written = " ".join(" ".join(passage.text.split()) for passage in passages(notes)).replace("’", "'")
    for note, pattern in NOTES.items():
        if not re.search(pattern, written, re.I):
            yield RULE.fail(f"The notes on disclosures do not tell the {reader} to {note}.", todo, notes.place)


RULE = read_rule(__name__, __doc__, check)
