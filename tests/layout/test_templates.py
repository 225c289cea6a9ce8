from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from lessonkit.cache import cache_folder
from lessonkit.layout.templates import environment


@pytest.fixture
def layouts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one template, and a cache that is empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "page.j2").write_text("<p>{{ word }}</p>", encoding="utf-8")
    return tmp_path


def filled(layouts: Path) -> str:
    """What the template gives in a process that has not read it yet."""
    return environment.__wrapped__(layouts).get_template("page.j2").render(word="a & b")


def test_a_template_is_compiled_once(layouts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert filled(layouts) == "<p>a &amp; b</p>"
    monkeypatch.delattr(jinja2.Environment, "compile")
    assert filled(layouts) == "<p>a &amp; b</p>"


def test_a_changed_template_is_compiled_again(layouts: Path) -> None:
    filled(layouts)
    (layouts / "page.j2").write_text("<q>{{ word }}</q>", encoding="utf-8")
    assert filled(layouts) == "<q>a &amp; b</q>"


def test_what_was_kept_is_for_nobody_else(layouts: Path) -> None:
    filled(layouts)
    (folder,) = cache_folder().iterdir()
    assert [path.suffix for path in folder.iterdir()] == [".cache"]
    assert folder.stat().st_mode & 0o077 == 0


def test_damage_is_no_matter(layouts: Path) -> None:
    filled(layouts)
    for path in cache_folder().glob("*/*"):
        path.write_bytes(path.read_bytes()[:-20])
    assert filled(layouts) == "<p>a &amp; b</p>"


def test_nothing_is_kept_where_nothing_can_be_written(layouts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(layouts / "page.j2"))
    assert filled(layouts) == "<p>a &amp; b</p>"
