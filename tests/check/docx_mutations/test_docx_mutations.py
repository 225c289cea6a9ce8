"""Every defect put into a good Word file is found, by the rules that it declares and no others."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest

from check.docx_mutations import (
    what_editors_leave,
    what_listeners_meet,
    what_programs_meet,
    what_readers_meet,
    what_schools_hand_out,
)
from check.docx_mutations.edits import Mutation, Parts
from lessonkit.check.docx import check_docx
from lessonkit.document import Document, List, PageNumber, Paragraph, Section, Text
from lessonkit.render.docx import render_docx
from render.every_node import ASSETS, COUNTS, LONG, RICH, THEME, item, paragraph

MUTATIONS = (
    *what_readers_meet.MUTATIONS,
    *what_programs_meet.MUTATIONS,
    *what_listeners_meet.MUTATIONS,
    *what_schools_hand_out.MUTATIONS,
    *what_editors_leave.MUTATIONS,
)
LEAST = 300
"""So many kinds of defect at least: the suite must not shrink unseen."""
ALWAYS = {
    "good": frozenset[str](),
    "noted": frozenset({"word-footnotes-are-few", "word-tables-are-simple"}),
}
"""What is found in the good files: notes and joined cells are for a person to look at."""
AGAIN = List((item("First, sit down."), item("Then, tell.")), "number", 1)
GOOD = replace(
    LONG,
    name="good",
    draft="",
    head=(Text('Water & "ice" · page '), PageNumber()),
    blocks=(*LONG.blocks, Section((COUNTS, Paragraph((Text("Do it again:"),)), AGAIN, paragraph("That is all.")))),
)
DOCUMENTS: dict[str, Document] = {"good": GOOD, "noted": replace(RICH, head=GOOD.head)}


@cache
def good_file(name: str) -> bytes:
    return render_docx(DOCUMENTS[name], THEME, ASSETS)


def mutated_file(mutation: Mutation) -> bytes:
    with ZipFile(BytesIO(good_file(mutation.base))) as source:
        parts: Parts = {name: source.read(name) for name in source.namelist()}
    for edit in mutation.edits:
        edit(parts)
    buffer = BytesIO()
    with ZipFile(buffer, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("known", [False, True])
def test_a_good_file_has_no_findings(name: str, known: bool) -> None:
    findings = check_docx(good_file(name), DOCUMENTS[name] if known else None)
    assert {finding.rule for finding in findings} == ALWAYS[name], findings


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: one.says)
def test_a_defect_is_found_by_its_rules(mutation: Mutation) -> None:
    document = DOCUMENTS[mutation.base] if mutation.known else None
    findings = check_docx(mutated_file(mutation), document)
    assert {finding.rule for finding in findings} - ALWAYS[mutation.base] == mutation.finds, findings


def test_the_suite_is_large_and_says_each_thing_once() -> None:
    names = [mutation.says for mutation in MUTATIONS]
    assert len(names) >= LEAST
    assert len(names) == len(set(names))
