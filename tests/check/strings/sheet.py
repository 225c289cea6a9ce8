"""A small worksheet with an answer and notes for staff, and the files that its pupils get."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from lessonkit.check import withheld_from_readers
from lessonkit.check.rule import Finding, run
from lessonkit.check.strings import RULES
from lessonkit.check.strings.read import strings_in
from lessonkit.check.strings.subject import Secret, Strings
from lessonkit.drawing import Assets
from lessonkit.layout.compose import compose
from lessonkit.render import render
from lessonkit.source.editions import Named
from lessonkit.source.library import read_library
from lessonkit.source.project import Project
from lessonkit.source.read import read_definition
from lessonkit.tailor.school import School, field_values
from lessonkit.tailor.tailoring import PLAIN, tailor_for

ROOT = Path(__file__).parents[3]
PROJECT = Project(ROOT)
LIBRARY = read_library(PROJECT)

ANSWER = "Robin goes to the school office and asks for somebody calm."
NOTE = "Collect every sheet and lock them into the grey cupboard today."
HELPLINE = "0344 381 4772"
"""For professionals; in no document for children."""

SHEET = f"""\
format: 1
type: worksheet
name: sheet
title: A small worksheet
audience: ks3
summary: A worksheet for this test.
version: "1.0"
date: 2026-11-22
tasks:
  - heading: Who can help Robin?
    icon: tell
    blocks:
      - text: Robin wants to tell somebody. Who can help?
      - text: {NOTE}
        only for: [answers]
      - write: {{label: Your idea, lines: 2}}
    answer: {ANSWER}
end:
  - message: never-your-fault
for-staff: {{blocks: [{{text: "Read them all before you go home, and tell the lead."}}]}}
"""


@cache
def made(edition: str = "") -> tuple[dict[str, bytes], tuple[Secret, ...]]:
    """The files of an edition by their kind, those of the pupils unless asked; and what they must not say."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.yaml"
        path.write_text(SHEET, "utf-8")
        tailor = tailor_for(PLAIN, Named("sheet", path, "sheet", edition))
        definition = read_definition(path, PROJECT, LIBRARY, tailor)
    composed = compose(definition, LIBRARY, field_values(School()), PROJECT.layouts)
    files = render(composed.document, composed.theme, Assets(PROJECT.layouts / "icons", ROOT), ("pdf", "docx", "html"))
    return {name.rpartition(".")[2]: data for name, data in files.items()}, withheld_from_readers(definition, LIBRARY)


def findings(kind: str, data: bytes) -> list[Finding]:
    """What the rules find in a file of this kind."""
    return run(RULES, Strings(strings_in(kind, data), made()[1]))
