"""Models: every block has its file and its template, and values keep their places."""

from pathlib import Path

import pytest

from lessonkit.problems import LessonkitError, Place
from lessonkit.source.blocks import BLOCKS
from lessonkit.source.blocks.callout import Callout
from lessonkit.source.blocks.table import Table
from lessonkit.source.blocks.text import Text
from lessonkit.source.definition import Definition
from lessonkit.source.guide import Guide
from lessonkit.source.lesson import Lesson
from lessonkit.source.project import Project
from lessonkit.source.read import read_definition
from lessonkit.source.values import SourceText

CASES = Path(__file__).parent.parent / "cases" / "definitions"


@pytest.fixture(scope="module")
def guide() -> Definition:
    return read_definition(CASES / "nothing-wrong.yaml", Project(CASES))


def test_the_case_without_problems_uses_every_block(guide: Definition) -> None:
    assert isinstance(guide, Guide)
    assert {block.name for chapter in guide.chapters for block in chapter.blocks} == set(BLOCKS)


def test_what_is_left_out_has_a_sensible_value(guide: Definition) -> None:
    assert (guide.language, guide.layout, guide.theme) == ("en-GB", "guide", "calm")
    assert (guide.subtitle, guide.reviewed, guide.credits) == (None, None, ())


def test_models_and_texts_know_their_lines(guide: Definition) -> None:
    assert isinstance(guide, Guide)
    (table,) = (block for block in guide.chapters[0].blocks if isinstance(block, Table))
    lines = (CASES / "nothing-wrong.yaml").read_text("utf-8").splitlines()
    assert lines[table.place.line - 1].strip() == "- table:"
    assert lines[table.place_of("rows", 1).line - 1].strip() == "- [101, 1.0]"
    assert isinstance(table.rows[1][0], SourceText)
    assert lines[table.rows[1][0].place.line - 1].strip() == "- [101, 1.0]"
    assert lines[table.place_of("row-headers").line - 1].strip() == "row-headers: no"
    assert table.rows == (("No", "2026-11-22"), ("101", "1.0"))
    assert (table.row_headers, table.widths) == (False, (1.0, 2.5))


def test_a_callouts_text_is_its_only_block(guide: Definition) -> None:
    assert isinstance(guide, Guide)
    callouts = [block for block in guide.chapters[0].blocks if isinstance(block, Callout)]
    (block,) = callouts[1].blocks
    assert isinstance(block, Text)
    assert block.text == "Short for a block of text."
    assert block.place == callouts[1].place


def test_models_can_be_made_without_a_file() -> None:
    table = Table.model_validate({"caption": "A", "columns": ["a", "b"], "rows": [["1", "2"]]})
    assert table.place == Place("")
    assert table.widths == ()
    with pytest.raises(LessonkitError, match="A link cannot lead to"):
        Text.model_validate({"text": "[a](b)"})


def test_a_lessons_sections_come_in_order(project: Path) -> None:
    lesson = read_definition(Project(project).definitions()["maya-film"], Project(project))
    assert isinstance(lesson, Lesson)
    assert list(lesson.parts()) == [
        "before-you-start",
        "preparation",
        "curriculum",
        "ground-rules",
        "baseline",
        "pre-viewing",
        "viewing",
        "discussion",
        "skills",
        "endpoint",
        "plenary",
        "signposting",
        "follow-up",
        "teacher-notes",
        "differentiation",
    ]
    assert lesson.phases[0].with_
