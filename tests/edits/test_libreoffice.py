"""Edits that were really made in LibreOffice, and saved by it, are found and adopted."""

from __future__ import annotations

from pathlib import Path

import pytest

from edits.libreoffice import edit
from edits.projects import difference, guide, make_project, proposed, written
from lessonkit.edits import compare
from lessonkit.edits.base import Workbench, base_of
from lessonkit.edits.word import read_edited
from lessonkit.source.project import Project

STEPS = (
    ("ReplaceLine", "Start here", "Begin now"),
    ("InsertAfter", "It is never their fault.", " Never."),
    ("AddAfter", "First paragraph of two.", "A new paragraph by the teacher."),
    ("DeleteLine", "Block: the person."),
    ("SplitBefore", "you trust."),
    ("Replace", "By acting", "By acting at once"),
)


@pytest.mark.referee
def test_six_edits_in_libreoffice_are_found_with_their_lines_and_adopted(tmp_path: Path) -> None:
    folder = make_project(tmp_path / "project")
    saved = edit(written(folder), tmp_path, *STEPS)
    (folder / "tiny.docx").write_bytes(saved)
    found = read_edited(folder / "tiny.docx")
    base = base_of(found, folder / "tiny.docx", Workbench.open(Project(folder)))
    changes = compare(found, base)
    lines = guide(folder).read_text("utf-8").splitlines()
    told = [(one.kind, lines[one.block.place.line - 1].strip()) for one in changes.changes if one.block]
    assert told == [
        ("changed", "heading: Start here   # the first heading"),
        ("changed", "Talk with your child, and **listen well**. It is never their"),
        ("added", "First paragraph of two."),
        ("deleted", '- "Block: the person."'),
        ("split", "- Tell somebody"),
        ("changed", "- [A teacher, By acting]"),
    ]
    assert not changes.by_words
    assert changes.remarks == ()
    made = proposed(folder, saved)
    assert (made.refused, made.conflicts) == ((), ())
    assert difference(made) == [
        "-    heading: Start here   # the first heading",
        "+    heading: Begin now   # the first heading",
        "-          fault. Ask <contact:childline> if you are not sure.   Take your time.",
        "+          fault. Never. Ask <contact:childline> if you are not sure.   Take your time.",
        "+",
        "+          A new paragraph by the teacher.",
        '-          - "Block: the person."',
        "-            you trust.",
        "+          - you trust.",
        "-            - [A teacher, By acting]",
        "+            - [A teacher, By acting at once]",
    ]


@pytest.mark.referee
def test_saving_in_libreoffice_alone_changes_nothing(tmp_path: Path) -> None:
    folder = make_project(tmp_path / "project")
    made = proposed(folder, edit(written(folder), tmp_path))
    assert (made.patch(), made.refused, made.conflicts) == ("", (), ())
