"""Worksheets are collected, read on the same day, and neither sent home nor displayed.

A sheet can be the first time that a child tells. Nobody reads it in a bag, and on a wall everybody does.

Passes: notes for staff to collect every sheet, read it the same day, and send none home or display it.
Fails: notes that leave one of these out; a sheet that asks pupils to take it home.
Clause: the project's own; PSHE Association, safe learning environments
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, passages
from lessonkit.source.texts import CHILDREN
from lessonkit.source.worksheet import Worksheet

NOTES = {
    "to collect every sheet": r"\bcollect\b",
    "to read the sheets on the same day": r"\bread\b[^.]*\b(?:same day|today)\b",
    "not to send sheets home": r"\b(?:not|never|none)\b[^.]*\bhome\b",
    "not to display sheets": r"\b(?:not|never|none)\b[^.]*\b(?:display|wall)",
    "to pass worries to the Designated Safeguarding Lead": r"\b(?:DSL|Designated Safeguarding Lead)\b",
}
"""What the notes must say, and how to know it by its words."""
HOME = re.compile(r"\b(?:take|bring|carry)\b[^.]*\bhome\b|\bat home,? (?:write|draw|finish|fill)", re.I)


def check(subject: Sources) -> Iterator[Finding]:
    sheet = subject.definition
    if not isinstance(sheet, Worksheet):
        return
    if subject.audience in CHILDREN:
        for passage in passages(sheet):
            if found := HOME.search(passage.text):
                what = f"“{found[0]}” sends the sheet home."
                yield RULE.fail(what, "Let pupils do it in the lesson.", passage.text.place_of(found.start()))
    elif sheet.for_staff is not None:
        said = " ".join(" ".join(passage.text.split()) for passage in passages(sheet.for_staff))
        for note, pattern in NOTES.items():
            if not re.search(pattern, said, re.I):
                yield RULE.fail(f"The notes do not tell staff {note}.", "Add it to `for-staff`.", sheet.for_staff.place)


RULE = read_rule(__name__, __doc__, check)
