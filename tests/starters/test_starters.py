"""Files to start from: each builds at once with nothing to mend, where it belongs, and never over another file."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from typer.testing import CliRunner

from lessonkit import schemas
from lessonkit.build import Built, Options, build_all
from lessonkit.cli import app as command
from lessonkit.layout.geometry import read_layout
from lessonkit.layout.theme import read_theme
from lessonkit.problems import LessonkitError
from lessonkit.source.project import Project
from lessonkit.source.read import TYPES
from lessonkit.starters import STARTERS, new_definition, new_layout, new_theme
from schemas.test_schemas import values


def built(project: Project, folder: Path) -> list[Built]:
    return [each for each in build_all(project, [], Options(folder)) if isinstance(each, Built)]


@pytest.mark.parametrize("kind", STARTERS)
def test_starter_builds_at_once_with_nothing_to_mend(kind: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    path, schema = new_definition(kind, f"my-{kind}", project)
    assert path.parent.name in (kind, f"{kind}s")
    documents = built(project, tmp_path / "output")
    assert documents
    assert [str(problem) for document in documents for problem in document.problems] == []
    assert {document.title.split(":")[0] for document in documents} == {f"My {kind}"}
    assert len(documents) == len(list((tmp_path / "output").glob("*.docx")))
    text = path.read_text("utf-8")
    assert (path.parent / text.splitlines()[0].rpartition("=")[2]).resolve() == schema
    assert list(Draft7Validator(schemas.schema(kind)).iter_errors(values(text))) == []
    assert len([line for line in text.splitlines() if "# " in line]) > 8, "notes for the author"


def test_starter_of_cards_fills_one_sheet(tmp_path: Path) -> None:
    new_definition("cards", "my-cards", Project(tmp_path))
    (document,) = built(Project(tmp_path), tmp_path / "output")
    assert document.pages == 1, "no card lies alone on a second page"


def test_every_type_has_a_starter() -> None:
    assert set(STARTERS) == set(TYPES)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    project = Project(tmp_path)
    path, _ = new_definition("leaflet", "ours", project)
    path.write_text(path.read_text("utf-8").replace("Talk often", "Our words"), "utf-8")
    for kind in ("leaflet", "guide"):
        with pytest.raises(LessonkitError, match="left as it is"):
            new_definition(kind, "ours", project)
    assert "Our words" in path.read_text("utf-8")
    assert not (tmp_path / "sources" / "guides").exists()


@pytest.mark.parametrize("name", ["Our Leaflet", "../out", "", "a/b", "ours.yaml", "con", "lpt1"])
def test_what_cannot_be_a_name_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(LessonkitError, match="cannot be a name"):
        new_definition("leaflet", name, Project(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_new_theme_is_the_old_one_until_something_is_changed(tmp_path: Path) -> None:
    project = Project(tmp_path)
    path, schema = new_theme("oak", "calm", project)
    assert schema.is_file()
    before, after = read_theme(path.with_name("calm.yaml")), read_theme(path)
    assert (after.name, after.styles, after.palette) == ("oak", before.styles, before.palette)
    text = (
        path.read_text("utf-8")
        .replace("# palette:", "palette:")
        .replace('#   accent: "#0b5563"', '  accent: "#5a2a00"')
    )
    path.write_text(text, "utf-8")
    changed = read_theme(path)
    assert changed.styles["title"].colour == "#5a2a00"
    assert changed.styles["body"] == before.styles["body"]


def test_new_layout_is_the_old_one_until_something_is_changed(tmp_path: Path) -> None:
    project = Project(tmp_path)
    path, _ = new_layout("flyer", "leaflet", project)
    assert read_layout(path.parent).page == read_layout(path.parent.parent / "leaflet").page
    leaflet, _ = new_definition("leaflet", "ours", project)
    leaflet.write_text(leaflet.read_text("utf-8").replace("layout: leaflet", "layout: flyer"), "utf-8")
    path.write_text(path.read_text("utf-8") + "styles:\n  title: {size: 33}\n", "utf-8")
    (document,) = built(project, tmp_path / "output")
    assert document.ok, document.problems
    assert "4vw, 2.75rem)" in (tmp_path / "output" / "ours.html").read_text("utf-8")


def test_layouts_may_not_be_based_on_each_other_nor_on_nothing(tmp_path: Path) -> None:
    project = Project(tmp_path)
    path, _ = new_layout("flyer", "leaflet", project)
    path.write_text("format: 1\nbased-on: flyer\n", "utf-8")
    with pytest.raises(LessonkitError, match=r"flyer/layout.yaml:2: This layout is based on itself"):
        read_layout(path.parent)
    path.write_text("format: 1\nbased-on: leaflat\n", "utf-8")
    with pytest.raises(LessonkitError, match=r"no layout `leaflat`. Did you mean `leaflet`"):
        read_layout(path.parent)


@pytest.mark.parametrize(("make", "name"), [(new_layout, "guide"), (new_layout, "blocks"), (new_theme, "calm")])
def test_a_design_that_is_there_stays(make, name: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(LessonkitError, match="left as it is"):
        make(name, "leaflet" if make is new_layout else "high-contrast", Project(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_command_says_where_and_what_next(tmp_path: Path) -> None:
    ran = CliRunner().invoke(command.app, ["new", "leaflet", "ours", "--project", str(tmp_path)])
    assert ran.exit_code == 0, ran.output
    assert "Written: sources/leaflets/ours.yaml" in ran.output
    assert "lessonkit build ours" in ran.output


def test_command_names_what_can_be_begun(tmp_path: Path) -> None:
    ran = CliRunner().invoke(command.app, ["new", "leaflat", "ours", "--project", str(tmp_path)])
    assert "Did you mean `leaflet`?" in str(ran.exception)
    assert list(tmp_path.iterdir()) == []


def test_a_design_needs_a_project_to_belong_to(tmp_path: Path) -> None:
    ran = CliRunner().invoke(command.app, ["new", "theme", "oak", "--project", str(tmp_path)])
    assert "Begin one with a document" in str(ran.exception)
    assert list(tmp_path.iterdir()) == []
    run = ["new", "leaflet", "ours", "--project", str(tmp_path)], ["new", "theme", "oak", "--project", str(tmp_path)]
    assert [CliRunner().invoke(command.app, arguments).exit_code for arguments in run] == [0, 0]
    assert (tmp_path / "layouts" / "themes" / "oak.yaml").is_file()
