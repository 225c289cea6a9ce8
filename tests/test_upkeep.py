"""What is due before a print run: nothing fails by its age, and nothing that has aged is missed."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lessonkit.cli.app import app
from lessonkit.source.project import Project
from lessonkit.upkeep import EMERGENCY, KINDS, due

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The library after somebody has tried every contact on 20 November 2026."""
    folder = tmp_path_factory.mktemp("checked")
    for name in ("sources", "layouts"):
        shutil.copytree(ROOT / name, folder / name)
    contacts = folder / "sources" / "library" / "contacts.yaml"
    text = contacts.read_text("utf-8").replace("checked-by: null", "checked-by: Ruth Adeyemi")
    contacts.write_text(text.replace("checked-on: null", "checked-on: 2026-11-20"), "utf-8")
    return Project(folder)


def test_what_nobody_has_tried_is_due_contacts_first() -> None:
    found = due(Project(ROOT), date(2026, 11, 28))
    assert found[0].kind == "contacts"
    assert [each.kind for each in found] == sorted((each.kind for each in found), key=KINDS.index)
    assert {"childline", "ceop", "police_999"} <= {each.name for each in found if each.kind == "contacts"}
    assert {each.why for each in found if each.name == "police_999"} == {EMERGENCY}
    assert {"maya-film", "talk-leaflet"} <= {each.name for each in found if each.kind == "documents"}
    assert all(each.place.line for each in found if each.kind != "documents")


@pytest.mark.parametrize(
    ("day", "is_due"),
    [(date(2026, 11, 28), False), (date(2028, 5, 19), False), (date(2028, 5, 20), True), (date(2026, 11, 1), True)],
)
def test_a_contact_is_due_again_after_eighteen_months(checked: Project, day: date, is_due: bool) -> None:
    names = {each.name for each in due(checked, day) if each.kind == "contacts"}
    assert ("childline" in names) == is_due


def test_the_command_advises_and_never_fails() -> None:
    done = CliRunner().invoke(app, ["review", "--as-of", "2030-01-01", "--project", str(ROOT)])
    assert done.exit_code == 0
    assert "As of 1 January 2030," in done.output
    assert "sources/library/contacts.yaml:" in done.output
    assert CliRunner().invoke(app, ["review", "--as-of", "soon"]).exit_code == 2
