"""A school's nation swaps the guidance that lessons and the guide for teachers name."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessonkit.build import Options, Workshop, composed_of
from lessonkit.reading import reading_lines
from lessonkit.source.editions import documents
from lessonkit.source.project import Project

PROJECT = Project(Path(__file__).parent.parent.parent)
LESSONS = ("maya-film", "who-can-i-tell", "block-report-tell")
NAMED = {
    "England": "Keeping Children Safe in Education",
    "Wales": "hwb.gov.wales",
    "Scotland": "National Guidance for Child Protection",
    "Northern Ireland": "Safeguarding Board for Northern Ireland",
}


def lines_of(name: str, nation: str, folder: Path) -> tuple[str, ...]:
    """What a document says in a school of this nation."""
    school = folder / "school.yaml"
    school.write_text(f"format: 1\nnation: {nation}\n", "utf-8")
    workshop = Workshop.open(PROJECT, Options(school=school))
    return reading_lines(composed_of(documents(PROJECT)[name], workshop).document)


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("nation", NAMED)
def test_a_lesson_names_the_guidance_of_the_nation(nation: str, lesson: str, tmp_path: Path) -> None:
    lines = lines_of(lesson, nation, tmp_path)
    start = lines.index("Guidance behind this plan")
    guidance = " ".join(lines[start : start + 3])
    assert NAMED[nation] in guidance
    assert ("does not apply to your school" in guidance) == (nation != "England")


@pytest.mark.parametrize("nation", NAMED)
def test_the_guide_for_teachers_explains_guidance_for_england_in_england_alone(nation: str, tmp_path: Path) -> None:
    text = "\n".join(lines_of("send-teacher-guide", nation, tmp_path))
    assert NAMED[nation] in text
    assert ("All staff read Part One" in text) == (nation == "England")
    assert ("does not apply to your school" in text) == (nation != "England")


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("nation", NAMED)
def test_a_lesson_claims_no_place_in_the_curriculum_of_another_nation(nation: str, lesson: str, tmp_path: Path) -> None:
    lines = lines_of(lesson, nation, tmp_path)
    links = "\n".join(lines[lines.index("Curriculum links") :][:14])
    assert ("RSHE" in links) == (nation == "England")
    assert "Education for a Connected World" in links
    assert ("a curriculum of its own" in links) == (nation != "England")
