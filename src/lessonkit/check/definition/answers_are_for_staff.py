"""Answers stand in the edition for staff, one for each task, and nowhere else.

A sheet that gives its answers away teaches nothing, and notes for staff may frighten pupils or tell them who is watched
for. A teacher without an answer has to think of one in front of the class.

Passes: a worksheet for pupils without `answer`; its edition for staff with one for each task.
Fails: an answer in the pupils' sheet; a task in the edition for staff that has none.
Clause: the project's own: editions for pupils and for teachers come from one definition and stay apart
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources
from lessonkit.source.texts import CHILDREN
from lessonkit.source.worksheet import Worksheet


def check(subject: Sources) -> Iterator[Finding]:
    sheet = subject.definition
    if isinstance(sheet, Worksheet):
        yield from _given_away(sheet) if subject.audience in CHILDREN else _missing(sheet)


def _given_away(sheet: Worksheet) -> Iterator[Finding]:
    for task in (task for task in sheet.tasks if task.answer is not None):
        yield RULE.fail("The pupils' sheet holds an answer.", "Write it as `answer: …` of the task.", task.place)
    if sheet.for_staff is not None:
        yield RULE.fail(
            "The pupils' sheet holds notes for staff.", "Write them as `for-staff: …`.", sheet.for_staff.place
        )


def _missing(sheet: Worksheet) -> Iterator[Finding]:
    for number, task in enumerate(sheet.tasks, 1):
        if task.answer is None:
            yield RULE.fail(f"Task {number} has no answer for the teacher.", "Add `answer: …`.", task.place)
    if sheet.for_staff is None:
        yield RULE.fail("There are no notes for the teacher.", "Add `for-staff: {blocks: …}`.", sheet.place)


RULE = read_rule(__name__, __doc__, check)
