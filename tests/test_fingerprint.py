"""Fingerprints: they cover all that a document is made from, and change with it."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builds import make_project
from lessonkit import fingerprint
from lessonkit.fingerprint import ABSENT, LIBRARIES, Inputs, of_bytes, of_file, tools
from lessonkit.reads import note

COMMAND_LINE = {"typer", "click", "rich", "shellingham", "annotated_doc", "pygments", "colorama"}
"""What takes no part in making a document."""
OPTIONAL = {"fonttools"}
"""What pypdf uses where it is installed."""


def needed() -> set[str]:
    """The installed distributions that lessonkit needs, and those that they need."""
    found, waiting = set(), ["lessonkit"]
    while waiting:
        try:
            lines = requires(waiting.pop()) or []
        except PackageNotFoundError:  # for another system, or an older Python
            continue
        names = {re.sub(r"[-_.]+", "_", re.match(r"[\w.-]+", line)[0].lower()) for line in lines if "extra" not in line}
        new = names - found - COMMAND_LINE
        found |= new
        waiting += new
    return {name for name in found if any(each.startswith(f"{name}-") for each in folders())}


def folders() -> list[str]:
    """The folders that pip has written beside the libraries."""
    return [path.name.lower() for path in Path(pydantic.__file__).parent.parent.glob("*.dist-info")]


def test_every_library_that_makes_documents_counts() -> None:
    assert set(LIBRARIES) - OPTIONAL == needed()


def test_versions_are_those_installed() -> None:
    assert tools()["pydantic"] == pydantic.VERSION
    assert tools().keys() == {"lessonkit", "Python", *LIBRARIES}


def test_the_code_of_lessonkit_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "render").mkdir()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "data" / "sources").mkdir(parents=True)
    (tmp_path / "render" / "page.css").write_text("p {}")
    monkeypatch.setattr(fingerprint, "PACKAGE", tmp_path)

    def code() -> str:
        return tools.__wrapped__()["lessonkit"]

    first = code()
    (tmp_path / "__pycache__" / "a.pyc").touch()
    (tmp_path / "data" / "sources" / "a.yaml").touch()
    assert code() == first
    (tmp_path / "render" / "page.css").write_text("p {} ")
    changed = code()
    (tmp_path / "render" / "page.css").rename(tmp_path / "render" / "pages.css")
    assert len({first, changed, code()}) == 3


@given(st.binary(), st.binary())
def test_content_alone_counts(one: bytes, other: bytes) -> None:
    assert (of_bytes(one) == of_bytes(other)) == (one == other)


def test_a_file_that_is_not_there_has_a_fingerprint_too(tmp_path: Path) -> None:
    assert of_file(tmp_path / "none") == ABSENT == of_file(tmp_path)


def test_a_fingerprint_is_taken_before_the_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    inputs = Inputs(tmp_path)
    with inputs.noted() as files:
        note(path)
        path.write_text("new")
        note(path)
    assert (files.read, files.drawn) == ({"file": of_bytes(b"old")}, {})
    assert not inputs.hold(files)
    assert Inputs(tmp_path).changed(files.read) == ["file"]


AUDIT = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[3:]
from builds import build
from lessonkit.reads import listening
from lessonkit.source.project import Project
root, opened, told = Path(sys.argv[1]), set(), set()
def hear(event, details):
    if event == "open" and isinstance(details[0], str):
        opened.add(details[0])
sys.addaudithook(hear)
with listening(lambda path, drawn: told.add(str(path))):
    built = build(Project(root), Path(sys.argv[2]), formats=("pdf", "docx", "html"))
assert all(each.ok for each in built), built
inside = {path for path in opened if path.startswith(str(root)) and Path(path).is_file()}
print(len(inside), *sorted(inside - told))
"""


def test_every_file_of_a_project_that_is_read_is_noted(tmp_path: Path, project: Path) -> None:
    make_project(tmp_path / "project")
    folders = [str(project / "src"), str(project / "tests")]
    command = [sys.executable, "-c", AUDIT, str(tmp_path / "project"), str(tmp_path / "out"), *folders]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    count, *silent = done.stdout.split()
    assert int(count) > 20
    assert silent == []
