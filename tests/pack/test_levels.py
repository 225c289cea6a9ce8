"""Support, core and stretch side by side: exactly what differs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lessonkit.build import Built, Options, Workshop
from lessonkit.pack.levels import differing, make_levels
from lessonkit.problems import LessonkitError
from lessonkit.source.editions import documents
from lessonkit.source.project import Project

ROOT = Path(__file__).parent.parent.parent


def test_rows_are_what_differs_and_nothing_else() -> None:
    rows = differing(
        {
            "support": ["Title", "Choose two.", "Hint: look at the film.", "End"],
            "core": ["Title", "Write three.", "End"],
            "stretch": ["Title", "Write three.", "Say why.", "End"],
        }
    )
    assert rows == [
        ["Choose two. / Hint: look at the film.", "Write three.", "Write three."],
        ["End", "End", "Say why. / End"],
    ]
    assert differing({"support": ["Same"], "core": ["Same"]}) == []


def test_a_level_that_leaves_something_out_has_a_dash() -> None:
    assert differing({"support": ["A"], "core": ["A", "B"]}) == [["–", "B"]]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The library with a lesson that varies by level."""
    for name in ("sources", "layouts"):
        shutil.copytree(ROOT / name, tmp_path / name)
    lesson = tmp_path / "sources" / "lessons" / "maya-film.yaml"
    text = lesson.read_text("utf-8")
    old = "group: One class"
    lesson.write_text(text.replace(old, f"group for support: Two or three pupils with an adult.\n{old}", 1), "utf-8")
    return Project(tmp_path)


def test_the_levels_are_built_with_a_page_of_what_differs(project: Project, tmp_path: Path) -> None:
    workshop = Workshop.open(project, Options(tmp_path / "output", ("pdf",)))
    made = [each for each in make_levels(documents(project)["maya-film"], workshop) if isinstance(each, Built)]
    assert [each.problems for each in made] == [(), (), ()]
    assert [each.name for each in made] == ["maya-film-support", "maya-film", "maya-film-levels"]
    assert made[-1].pages == 1


def test_a_document_with_one_level_is_told_so(tmp_path: Path) -> None:
    project = Project(ROOT)
    with pytest.raises(LessonkitError, match=r"`talk-leaflet` has one level only. Write `text for support"):
        list(make_levels(documents(project)["talk-leaflet"], Workshop.open(project, Options())))


def test_a_mistake_is_told_with_its_level_and_ends_there(project: Project, tmp_path: Path) -> None:
    lesson = tmp_path / "sources" / "lessons" / "maya-film.yaml"
    lesson.write_text(lesson.read_text("utf-8").replace("\ngroup: ", "\ngruop: ", 1), "utf-8")
    workshop = Workshop.open(project, Options(tmp_path / "output", ("pdf",)))
    made = [each for each in make_levels(documents(project)["maya-film"], workshop) if isinstance(each, Built)]
    assert len(made) == 2
    assert all("gruop" in str(each.problems[0]) for each in made)
