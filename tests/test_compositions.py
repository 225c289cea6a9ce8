"""Composed documents are kept, and never outlive what they were made from."""

from __future__ import annotations

import json
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builds import ASKS, EXPLAINS, build, make_project, rewrite
from lessonkit import compositions
from lessonkit.cache import cache_folder
from lessonkit.drawing import assets
from lessonkit.fingerprint import of_bytes
from lessonkit.source.project import Project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A small project, and a cache that is empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return make_project(tmp_path / "project")


def composed(project: Project, name: str = ASKS, **options: bool) -> bool:
    """Build a document anew; True if that meant to compose it."""
    output = project.root / "output"
    shutil.rmtree(output, ignore_errors=True)
    (built,) = build(project, output, name, **options)
    assert built.ok, built.problems
    return "composing" in built.seconds


def kept_files() -> list[Path]:
    return list((cache_folder() / "compositions").iterdir())


# ---------------------------------------------------------------------------------------------------- what is kept


def test_a_kept_document_gives_the_same_files(project: Project, tmp_path: Path) -> None:
    formats = ("pdf", "docx", "html")
    (first,) = build(project, tmp_path / "one", ASKS, formats=formats)
    (second,) = build(project, tmp_path / "two", ASKS, formats=formats)
    assert ("composing" in first.seconds, "composing" in second.seconds) == (True, False)
    assert [path.read_bytes() for path in first.files] == [path.read_bytes() for path in second.files]
    about = "title", "audience", "reviewed", "pages", "checks", "findings", "reviews"
    assert [getattr(first, name) for name in about] == [getattr(second, name) for name in about]


def test_a_change_elsewhere_matters_not(project: Project) -> None:
    composed(project)
    rewrite(project.sources / "guides" / f"{EXPLAINS}.yaml", "Talk with", "Talk to")
    assert not composed(project)


def test_only_builds_use_what_is_kept(project: Project) -> None:
    composed(project)
    assert not composed(project)
    assert composed(project, draft=True)


def test_what_is_asked_for_makes_another_document(project: Project) -> None:
    composed(project)
    assert not build(project, project.root / "output", ASKS, final=True)[0].ok
    assert not composed(project)


# ---------------------------------------------------------------------------------------------- what it was made from


def in_file(path: str, old: str, new: str) -> Callable[[Project], None]:
    return lambda project: rewrite(project.root / path, old, new)


def other_font(project: Project) -> None:
    fonts = project.layouts / "fonts"
    shutil.copy(fonts / "NotoSans-Bold.ttf", fonts / "NotoSansMath-Regular.ttf")


def other_picture(project: Project) -> None:
    images = project.sources / "images"
    (images / "square.png").write_bytes((images / "square.png").read_bytes() + b"\0")


CHANGES = {
    "definition": in_file("sources/guides/asks.yaml", "Talk with", "Talk to"),
    "a comment": in_file("sources/guides/asks.yaml", "format: 1", "# A comment\nformat: 1"),
    "contact": in_file("sources/library/contacts.yaml", "help@nspcc", "helpline@nspcc"),
    "another contact": in_file("sources/library/contacts.yaml", "id: hwb", "id: hwb_w"),
    "words to avoid": in_file("sources/library/words.yaml", "format: 1", "format: 1 "),
    "school": in_file("sources/school.yaml", "\nname: ", "\nname: Oak School"),
    "layout": in_file("layouts/guide/layout.yaml", "format: 1", "format: 1 "),
    "template": in_file("layouts/guide/page.xml.j2", "{#", "{#-"),
    "parts": in_file("layouts/parts.xml.j2", "{#", "{#-"),
    "block": in_file("layouts/blocks/callout.xml.j2", "{% if", "{%  if"),
    "strings": in_file("layouts/strings/en.yaml", "format: 1", "format: 1 "),
    "theme": in_file("layouts/themes/calm.yaml", "format: 1", "format: 1 "),
    "font": other_font,
    "picture": other_picture,
    "no school": lambda project: project.school.unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_makes_it_anew(project: Project, change: Callable[[Project], None]) -> None:
    composed(project)
    change(project)
    assert composed(project)
    assert not composed(project)


def test_details_of_the_school_may_come_later(project: Project) -> None:
    school = project.school.read_bytes()
    project.school.unlink()
    composed(project)
    project.school.write_bytes(school)
    assert composed(project)


def test_layouts_of_ones_own_may_come_later(project: Project) -> None:
    layouts = project.layouts.rename(project.root / "elsewhere")
    composed(project)
    layouts.rename(project.root / "layouts")
    assert composed(project)


def test_icons_are_drawn_as_they_are(project: Project) -> None:
    composed(project)
    before = (project.root / "output" / f"{ASKS}.html").read_bytes()
    shutil.copy(project.layouts / "icons" / "home.svg", project.layouts / "icons" / "heart.svg")
    assets._read_once.cache_clear()  # another process would not know the icon
    composed(project)
    assert (project.root / "output" / f"{ASKS}.html").read_bytes() != before


def test_another_lessonkit_makes_it_anew(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    composed(project)
    monkeypatch.setattr(compositions, "of_tools", lambda: "another")
    assert composed(project)


# ------------------------------------------------------------------------------------------------------ bad files


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(at=st.floats(0, 1), byte=st.integers(0, 255), cut=st.booleans())
def test_damage_is_no_matter(project: Project, at: float, byte: int, cut: bool) -> None:
    composed(project)
    written = (project.root / "output" / f"{ASKS}.html").read_bytes()
    (path,) = kept_files()
    whole = path.read_bytes()
    where = int(at * (len(whole) - 1))
    path.write_bytes(whole[:where] + (b"" if cut else bytes([byte]) + whole[where + 1 :]))
    assert composed(project) or not cut
    assert (project.root / "output" / f"{ASKS}.html").read_bytes() == written
    assert kept_files() == [path]


def test_what_others_may_write_is_not_read(project: Project) -> None:
    composed(project)
    (path,) = kept_files()
    path.chmod(0o666)
    assert composed(project)
    path.parent.chmod(0o777)
    assert composed(project)


def test_links_are_not_followed(project: Project, tmp_path: Path) -> None:
    composed(project)
    (path,) = kept_files()
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert composed(project)


class Evil:
    """Would make a folder when it is read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self.folder),)


def test_a_file_can_run_nothing(project: Project, tmp_path: Path) -> None:
    composed(project)
    (path,) = kept_files()
    head, body = json.loads(path.read_bytes().partition(b"\n")[0]), pickle.dumps(Evil(tmp_path / "made"))
    path.write_bytes(json.dumps(head | {"body": of_bytes(body)}).encode() + b"\n" + body)
    assert composed(project)
    assert not (tmp_path / "made").exists()


def test_nothing_is_kept_where_nothing_can_be_written(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert composed(project)
    assert composed(project)


def test_what_is_kept_is_for_nobody_else_and_does_not_grow(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compositions, "MOST", 1)
    composed(project, EXPLAINS)
    composed(project)
    (path,) = kept_files()
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    assert not composed(project)
