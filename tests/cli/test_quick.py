"""The quick way into `build` and `check` understands the same as Typer, or leaves it to Typer."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lessonkit.cli import building, checking, say
from lessonkit.cli.app import app
from lessonkit.cli.quick import plain_command

BUILD_WORDS = st.sampled_from(
    [
        *("maya-film", "a name", "", "-", "--", "--help", "-h", "-o", "x=y", "--debug", "--timing"),
        *("--final", "--draft", "--timings", "--force", "--why", "--final=yes"),
        *("--format", "pdf", "docx,html", "PDF, pdf", "--format=pdf", "--format=odt", "--format=", "html,"),
        *("--output", "--output=there", "--output=", "--standard", "ua-2", "--standard=UA-1", "--standard=ua-3"),
        *("--word-template", "--word-template=our.dotx", "--project", "--project=folder"),
    ]
)
CHECK_WORDS = st.sampled_from(
    [
        *("maya-film", "a.pdf", "a folder/", "", "-", "--", "--help", "-o", "x=y", "--debug", "--final"),
        *(
            "--format",
            "json",
            "sarif",
            "JSON",
            "--format=html",
            "--format=pdf",
            "--format=",
            "--output",
            "--output=out",
        ),
        *("--baseline", "--baseline=old.json", "--standard", "ua-2", "--standard=UA-1", "--standard=ua-3"),
        *("--school", "--school=ours.yaml", "--project", "--project=folder"),
    ]
)


class Asked(Exception):
    """What a command was asked for."""


def by_typer(arguments: list[str]) -> Any:
    """What Typer calls the command with; None if it does not get so far."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name in ((building, "build"), (checking, "check")):
            patch.setattr(module, name, lambda *asked: (_ for _ in ()).throw(Asked(asked)))
        try:
            app(arguments)
        except Asked as asked:
            return asked.args[0]
        except SystemExit:
            return None
    return None


def same(arguments: list[str]) -> None:
    """Assert that a command which is understood is understood as by Typer."""
    command = plain_command(arguments)
    if command is not None:
        assert isinstance(command, partial)
        assert command.args == by_typer(arguments)


@given(st.lists(BUILD_WORDS, max_size=6))
@example(["talk-leaflet", "--format", "pdf", "--timings", "--output", "there"])
@example(["--final", "--draft"])
def test_it_understands_a_build_as_typer_does(words: list[str]) -> None:
    same(["build", *words])


@given(st.lists(CHECK_WORDS, max_size=6))
@example(["a.pdf", "--format", "sarif", "--output", "out", "--baseline", "old.json"])
def test_it_understands_a_check_as_typer_does(words: list[str]) -> None:
    same(["check", *words])


@pytest.mark.parametrize(
    "words",
    [
        "build",
        "build talk-leaflet --format pdf",
        "build --final --output print",
        "build a b --standard ua-2 --project there --timings",
        "check",
        "check a.pdf output/ --format json --baseline old.json",
    ],
)
def test_it_understands_what_is_mostly_typed(words: str) -> None:
    assert plain_command(words.split()) is not None


@pytest.mark.parametrize(
    "words",
    [
        "",
        "list",
        "--debug build",
        "build --help",
        "build --format odt",
        "build --fast",
        "check --help",
        "check --draft",
    ],
)
def test_it_leaves_the_rest_to_typer(words: str) -> None:
    assert plain_command(words.split()) is None


def test_a_shell_that_completes_asks_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_LESSONKIT_COMPLETE", "complete_bash")
    assert plain_command(["build"]) is None


def test_a_reader_that_has_gone_is_no_fault(tmp_path: Path, project: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "lessonkit",
        "build",
        "talk-leaflet",
        "--format",
        "html",
        "--output",
        str(tmp_path),
    ]
    environment = os.environ | {"PYTHONPATH": str(project / "src")}
    with subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        run.stdout.close()
        said = run.stderr.read() if run.stderr else b""
    assert run.returncode == 1
    assert b"fault" not in said
    assert not (project / "lessonkit-fault.log").exists()


def test_what_a_stream_cannot_write_becomes_a_question_mark(project: Path) -> None:
    code = "from lessonkit.cli.say import say; say('Ada’s “film”')"
    environment = os.environ | {"PYTHONPATH": str(project / "src"), "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "Ada?s ?film?\n"


def test_colour_is_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    assert say.coloured("kept:", "yellow") == "kept:"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert say.coloured("kept:", "yellow") == "\x1b[33mkept:\x1b[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert say.coloured("kept:", "yellow") == "kept:"
