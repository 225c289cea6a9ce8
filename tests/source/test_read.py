"""Bad definitions end in plain sentences: every case says exactly what its author would see."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lessonkit.problems import LessonkitError
from lessonkit.source.library import Library, read_library
from lessonkit.source.project import Project
from lessonkit.source.read import read_definition

FOLDER = Path(__file__).parent.parent / "cases" / "definitions"
CASES = sorted(FOLDER.glob("*.yaml"))


@pytest.fixture(scope="session")
def library(project: Path) -> Library:
    """The records that come with lessonkit."""
    return read_library(Project(project))


def complaints(path: Path, library: Library | None = None) -> str:
    """What an author sees, one problem a line; nothing for a definition that is in order."""
    try:
        read_definition(path, Project(path.parent), library)
    except LessonkitError as error:
        return f"{error}\n"
    return ""


def test_there_are_cases_and_none_is_left_over() -> None:
    assert len(CASES) > 40
    assert {path.stem for path in CASES} == {path.stem for path in FOLDER.glob("*.txt")}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_says_exactly_what_is_wrong(path: Path, library: Library, golden: Callable[[Path, str], None]) -> None:
    golden(path.with_suffix(".txt"), complaints(path, library))
