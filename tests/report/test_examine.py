"""Files of other people end in findings or in one clear sentence, within bounds of time and memory."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lessonkit.build import Options, build_all
from lessonkit.report import sandbox
from lessonkit.report.examine import examine, printable, transcript_of
from lessonkit.report.gather import check_files
from lessonkit.report.kinds import MOST_BYTES
from lessonkit.report.model import READABLE, FileReport
from lessonkit.report.sandbox import Sandbox, in_sandboxes
from library import PROJECT
from report import files

BOUND_S = 30
"""For each hostile file on a busy machine; all of them need far less."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    assert list(build_all(PROJECT, ["talk-leaflet"], Options(output=folder)))
    return folder


def one(path: Path, time_limit_s: float = sandbox.TIME_LIMIT_S) -> FileReport:
    (report,) = examine([path], time_limit_s)
    return report


def sentence(report: FileReport) -> str:
    """What is said of a file that cannot be read; it is one finding, and says what to do."""
    (finding,) = [finding for finding in report.findings if finding.rule == READABLE]
    assert finding.todo
    return finding.message


def test_files_of_ours_pass_and_conform(built: Path) -> None:
    reports = list(examine(sorted(path for path in built.iterdir() if path.name[0] != ".")))
    assert len(reports) == 4
    assert [report.path for report in reports if report.fails] == []
    assert {report.path: dict(report.conforms) for report in reports if report.kind == "pdf"} == {
        path.as_posix(): {"pdf/ua-1": True, "pdf/a-2a": True} for path in built.glob("*.pdf")
    }
    assert {value for report in reports if report.kind != "pdf" for value in report.conforms.values()} == {None}


REFUSED: dict[str, tuple[str, Callable[[bytes], bytes], str]] = {
    "empty": ("a.pdf", lambda data: b"", "is empty"),
    "empty Word file": ("a.docx", lambda data: b"", "is empty"),
    "no PDF": ("a.pdf", lambda data: b"hello", "no PDF"),
    "cut off": ("a.pdf", lambda data: data[:20_000], "damaged"),
    "password": ("a.pdf", lambda data: files.locked(data, "secret"), "password"),
    "password and AES": ("a.pdf", files.locked_with_aes, "password"),
    "endless": ("a.pdf", files.endless, "leads back into itself"),
    "Word 97": ("a.doc", lambda data: files.old_word(), "Word 97 to 2003"),
    "Word 97 with another name": ("a.docx", lambda data: files.old_word(), "Word 97 to 2003"),
    "Word password": ("a.docx", lambda data: files.locked_word(), "password"),
    "no Word file": ("a.docx", lambda data: b"hello", "no Word file"),
    "Word file cut off": ("a.docx", lambda data: files.word(b"<x/>")[:40], "damaged"),
    "a web page of others": ("a.html", lambda data: b"<p>Hello</p>", "not made by lessonkit"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_one_sentence(name: str, built: Path, tmp_path: Path) -> None:
    file, spoil, words = REFUSED[name]
    path = files.write(tmp_path, file, spoil((built / "talk-leaflet.pdf").read_bytes()))
    report = one(path)
    assert words in sentence(report)
    assert report.verdict == "unread"
    assert True not in report.conforms.values()


def test_a_file_that_opens_for_everybody_is_judged_though_it_is_encrypted(built: Path, tmp_path: Path) -> None:
    path = files.write(tmp_path, "a.pdf", files.locked((built / "talk-leaflet.pdf").read_bytes(), ""))
    assert one(path).conforms["pdf/ua-1"] is True


PROTECTED = Path(__file__).parent / "protected"
"""A page of ours, encrypted with AES by pypdf and a package of ciphers, which lessonkit does without."""


@pytest.mark.parametrize("name", ["aes-128", "aes-256"])
def test_a_protected_file_that_opens_for_everybody_is_read_like_any_other(name: str) -> None:
    report = one(PROTECTED / f"{name}.pdf")
    assert report.findings == ()
    assert report.conforms["pdf/ua-1"] is True
    with Sandbox() as own:
        assert "Talk with your child, and listen." in " ".join(transcript_of(PROTECTED / f"{name}.pdf", own))


def test_protection_that_shuts_out_screen_readers_is_found() -> None:
    report = one(PROTECTED / "aes-256-no-screen-readers.pdf")
    assert "file-opens-to-assistive-technology" in {finding.rule for finding in report.fails}


def test_a_file_that_asks_for_a_password_is_one_sentence_whatever_encrypts_it() -> None:
    report = one(PROTECTED / "aes-256-password.pdf")
    assert "locked with a password" in sentence(report)
    assert set(report.conforms.values()) == {None}


def test_a_huge_file_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert "too large" in sentence(one(path))


def test_other_files_and_missing_ones_are_said_to_be_so(tmp_path: Path) -> None:
    sheet = files.write(tmp_path, "a.ods", b"PK")
    found = list(check_files([sheet, tmp_path / "nothing.pdf"]))
    assert [(report.path, report.kind) for report in found] == [
        (sheet.as_posix(), "other"),
        ((tmp_path / "nothing.pdf").as_posix(), "other"),
    ]
    assert "(.ods)" in sentence(found[0])
    assert "no such file" in sentence(found[1])


@pytest.mark.parametrize("name", files.HOSTILE)
def test_hostile_files_end_within_bounds(name: str, tmp_path: Path) -> None:
    kind, make = files.HOSTILE[name]
    path = files.write(tmp_path, f"hostile.{kind}", make())
    start = time.perf_counter()
    report = one(path, BOUND_S)
    assert time.perf_counter() - start < BOUND_S + 5
    assert report.fails
    assert report.conforms["pdf/ua-1"] is not True


def test_a_file_that_takes_too_long_is_left_and_the_next_one_is_checked(built: Path, tmp_path: Path) -> None:
    slow = files.write(tmp_path, "slow.pdf", files.many_pages(60_000))
    reports = list(examine([slow, built / "talk-leaflet.html"], time_limit_s=0.7))
    assert "stopped after" in sentence(reports[0])
    reports = list(examine([slow, built / "talk-leaflet.html"], time_limit_s=60))
    assert reports[1].verdict == "passed"


def test_files_are_read_side_by_side_and_told_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    together = threading.Barrier(2, timeout=60)

    def work(item: int, _: Sandbox) -> int:
        if item < 2:
            together.wait()  # for the other one, which is worked on at the same time
        return item

    assert list(in_sandboxes(work, range(7))) == list(range(7))


def test_nothing_goes_on_when_nobody_waits_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    slow = str(files.write(tmp_path, "slow.pdf", files.many_pages(60_000)))
    ends: list[str] = []
    begun = threading.Event()

    def work(item: int, sandbox: Sandbox) -> int:
        if item:
            begun.set()
            ends.append(sandbox.ask(do="check", path=slow, kind="pdf")[1])
        return item

    told = in_sandboxes(work, range(20))
    assert next(told) == 0
    assert begun.wait(60)
    told.close()  # as Ctrl-C does
    assert 0 < len(ends) < 4
    assert set(ends) == {"died"}


def test_a_file_for_pdf_ua_2_is_for_a_person_to_validate(tmp_path: Path) -> None:
    options = Options(output=tmp_path, formats=("pdf",), standard="ua-2")
    assert list(build_all(PROJECT, ["talk-leaflet"], options))
    report = one(tmp_path / "talk-leaflet.pdf")
    assert report.fails == ()
    assert [finding.rule for finding in report.reviews] == ["pdf-conforms-to-ua1"]
    assert report.conforms["pdf/ua-1"] is False


def test_what_a_crash_leaves_is_the_verdict_and_the_validators_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker of this test has a reader that fails in a way nobody foresaw."""
    spoilt = tmp_path / "sitecustomize.py"
    spoilt.write_text("import pypdf\ndef fail(*arguments):\n    raise SystemError\npypdf.PdfReader.__init__ = fail\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":" if "PYTHONPATH" in os.environ else None)
    report = one(files.write(tmp_path, "page.pdf", files.pdf(*files.ONE_PAGE)))
    assert "Reading it failed" in sentence(report)
    assert report.conforms["pdf/ua-1"] is False
    assert len(report.fails) > 3


def test_what_files_say_cannot_change_a_terminal(tmp_path: Path) -> None:
    assert printable("a\x1b[2Jb\ud800c\u202ed\te") == "a\ufffd[2Jb\ufffdc\ufffdd\te"


def test_modules_in_the_working_folder_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    path = files.write(tmp_path, "page.pdf", files.pdf(*files.ONE_PAGE))
    assert one(path).verdict == "fails"
