"""What the command prints: tables that fit the terminal, and where an edited Word file went."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
import typer

from lessonkit.build import Built
from lessonkit.cli import boundary, show
from lessonkit.cli.app import app
from lessonkit.problems import Place, Problem

FILES = (Path("output/tiny.pdf"), Path("output/tiny.new.docx"))
TINY = Built("tiny", "A tiny guide", "parents", "not yet reviewed", 2, FILES, checks=62)


def test_a_wide_terminal_has_a_table(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    show.table([TINY])
    head, rule, row, *_ = capfd.readouterr().out.splitlines()
    assert head.split() == ["Document", "Audience", "Pages", "Formats", "Checks", "Reviewed", "by", "Files"]
    assert set(rule) == {"-", " "}
    assert row.endswith("output/tiny.pdf, .new.docx")


def test_a_narrow_terminal_has_no_folded_lines(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    show.table([TINY])
    lines = capfd.readouterr().out.split("\n\n")[0].splitlines()
    assert lines[0] == "tiny"
    assert "  Checks: 62 passed" in lines
    assert max(map(len, lines)) <= 60


def test_an_edited_word_file_is_told_with_its_new_version(capfd: pytest.CaptureFixture[str]) -> None:
    show.progress(iter([Built("tiny", files=FILES, kept=(Path("output/tiny.docx"),))]))
    printed = capfd.readouterr().err
    assert "output/tiny.docx has been edited" in printed
    assert "output/tiny.new.docx" in printed


def test_what_was_not_written_is_said_at_the_end(capfd: pytest.CaptureFixture[str]) -> None:
    show.table([TINY, Built("bad", problems=(Problem(Place("bad.yaml", 1), "Wrong.", "Correct it."),))])
    assert "Not written: bad." in capfd.readouterr().out


def test_a_pack_names_the_report_that_lists_what_to_review(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    typed = ["pack", "who-can-i-tell", "--audience", "ks2", "--no-zip", "--output", str(tmp_path)]
    assert boundary.run(lambda: app(typed)) == 0
    report = tmp_path / "who-can-i-tell-pack" / "check-report.html"
    assert f"To review: open {report.as_posix()} to see each point." in capfd.readouterr().out
    assert "for a person" in report.read_text("utf-8").lower()


def test_ctrl_c_ends_in_a_sentence(capfd: pytest.CaptureFixture[str]) -> None:
    signalled = typer.Typer()
    signalled.command()(lambda: signal.raise_signal(signal.SIGINT))
    assert boundary.run(lambda: signalled([])) == 130
    assert "Stopped." in capfd.readouterr().err


def test_timings_are_one_line_a_document(capfd: pytest.CaptureFixture[str]) -> None:
    slow = Built(
        "slow", seconds={"reading": 0.1, "composing": 0.02, "rendering": 0.3, "checking": 1.0, "writing": 0.004}
    )
    show.timings([slow, Built("stopped-early", seconds={"reading": 0.1})])
    _, head, _, first, second = capfd.readouterr().out.splitlines()
    assert head.split() == ["Milliseconds", "Reading", "Composing", "Rendering", "Checking", "Writing", "Sum"]
    assert first.split() == ["slow", "100", "20", "300", "1000", "4", "1424"]
    assert second.split() == ["stopped-early", "100", "0", "0", "0", "0", "100"]
