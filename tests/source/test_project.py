"""Project folders: where things lie, whatever folder the author starts from."""

from pathlib import Path

import pytest

from lessonkit.problems import LessonkitError
from lessonkit.source.project import Project, find_project


def make(root: Path, *names: str) -> Project:
    """A project with empty definitions."""
    for name in names:
        path = root / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return Project(root)


def test_definitions_come_in_natural_order(tmp_path: Path) -> None:
    project = make(
        tmp_path,
        "guides/b.yaml",
        "lessons/week-10.yaml",
        "lessons/week-9.yaml",
        "leaflets/talk.yml",
        "quizzes/a.yaml",
        "library/contacts.yaml",
        "images/notes.yaml",
        "lessons/.week-9.yaml",
        "school.yaml",
    )
    assert list(project.definitions()) == ["week-9", "week-10", "talk", "b", "a"]


def test_two_definitions_with_one_name_are_refused(tmp_path: Path) -> None:
    project = make(tmp_path, "guides/talk.yaml", "leaflets/talk.yaml")
    with pytest.raises(LessonkitError) as error:
        project.definitions()
    assert str(error.value) == (
        "sources/guides/talk.yaml: There is another definition with this name: sources/leaflets/talk.yaml. "
        "Rename one of the two files."
    )


def test_project_is_found_from_a_folder_inside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "lessons/a.yaml")
    inside = tmp_path / "sources" / "lessons"
    assert find_project(inside).root == tmp_path
    assert find_project(inside / "a.yaml").root == tmp_path
    monkeypatch.chdir(inside)
    assert find_project().root == tmp_path


def test_without_a_project_there_is_the_one_that_comes_with_lessonkit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "maya-film" in find_project().definitions()


def test_a_folder_that_is_no_project_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LessonkitError, match="not in a project folder"):
        find_project(tmp_path)


def test_a_folder_that_is_not_there_is_an_error_even_inside_a_project(tmp_path: Path) -> None:
    make(tmp_path, "lessons/a.yaml")
    with pytest.raises(LessonkitError, match="There is no such folder"):
        find_project(tmp_path / "lesons")


def test_records_and_layouts_may_come_with_lessonkit(tmp_path: Path) -> None:
    project = make(tmp_path, "lessons/a.yaml")
    assert (project.library / "contacts.yaml").is_file()
    assert (project.layouts / "guide" / "layout.yaml").is_file()
    assert project.relative(project.library / "contacts.yaml") == "sources/library/contacts.yaml"
    make(tmp_path, "library/terms.yaml")
    assert project.library == tmp_path / "sources" / "library"


def test_messages_name_files_from_the_project_folder(tmp_path: Path) -> None:
    assert Project(tmp_path).relative(tmp_path / "sources" / "lessons" / "a.yaml") == "sources/lessons/a.yaml"
