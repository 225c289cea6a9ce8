"""`lessonkit school` asks, checks each answer, shows what it is about to write, and writes nothing else."""

from __future__ import annotations

import difflib
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import Result
from PIL import Image
from typer.testing import CliRunner

from lessonkit.cli import boundary
from lessonkit.cli.app import app
from lessonkit.source.project import Project
from lessonkit.tailor.questions import LISTS, QUESTIONS, entry, shown
from lessonkit.tailor.school import PATHS, read_school

BLANK = Path("sources/school.yaml").read_text("utf-8")
ANSWERS = {
    "School name": "St Anne's Primary School",
    "Address, on one line": "Mill Lane, Ely",
    "School phone": "01353 662000",
    "School e-mail": "office@stannes.sch.uk",
    "School website": "https://stannes.sch.uk",
    "Designated Safeguarding Lead": "Ruth Okafor",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with a picture and a blank file; the current folder. Answers come from a terminal."""
    (tmp_path / "sources" / "library").mkdir(parents=True)
    (tmp_path / "sources" / "images").mkdir()
    Image.new("RGB", (90, 60)).save(tmp_path / "sources" / "images" / "logo.png")
    file(tmp_path).write_text(BLANK, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("lessonkit.cli.school.has_terminal", lambda: True)
    return tmp_path


def file(project: Path) -> Path:
    return project / "sources" / "school.yaml"


def answered(*answers: str, arguments: Sequence[str] = ()) -> Result:
    """What comes of these answers; every later question gets Enter, and the last one a yes."""
    return CliRunner().invoke(app, ["school", *arguments], input="\n".join([*answers, *[""] * 40]))


def changed(project: Path, before: str = BLANK) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), file(project).read_text("utf-8").splitlines(), lineterm="", n=0)
    return [
        " ".join(line.split("#")[0].split()) for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")
    ]


def test_every_detail_is_asked_for_once_and_with_a_reason() -> None:
    asked = {question.key for question in QUESTIONS}
    fields = {".".join(path) if path[0] not in LISTS else path[0] for path in PATHS.values()}
    assert fields <= asked
    assert len(asked) == len(QUESTIONS)
    assert all(question.why.endswith(".") or "…" in question.why for question in QUESTIONS)


def test_answers_are_written_and_nothing_else_is_touched(project: Path) -> None:
    result = answered("St Anne's Primary School", "Mill Lane, Ely", "01353 662000")
    assert result.exit_code == 0
    assert "  name: St Anne's Primary School (was blank)\n" in result.stdout
    assert "It stands on covers and at the foot of every page." in result.stdout
    assert changed(project) == [
        "-name:",
        "-address:",
        "-phone:",
        "+name: St Anne's Primary School",
        "+address: Mill Lane, Ely",
        "+phone: 01353 662000",
    ]
    assert [line for line in file(project).read_text("utf-8").splitlines() if "as it should be printed" in line]


def test_a_wrong_answer_is_explained_and_asked_for_again(project: Path) -> None:
    result = answered("Oak School", "", "at the desk", "01353 662000", "office at oak", "office@oak.sch.uk")
    assert "  `at the desk` is not a phone number. Write its figures" in result.stdout
    assert "  `office at oak` is not an e-mail address. Write one such as" in result.stdout
    assert result.stdout.count("School phone") == 2
    school = read_school(Project(project))
    assert (school.phone, school.email) == ("01353 662000", "office@oak.sch.uk")


def test_enter_keeps_and_a_hyphen_empties(project: Path) -> None:
    file(project).write_text(BLANK.replace("phone:\nemail:", "phone: '01353 662000'\nemail: a@b.uk"), "utf-8")
    before = file(project).read_text("utf-8")
    result = answered("", "", "", "-")
    assert "  School phone [01353 662000]: " in result.stdout
    assert "email: blank (was a@b.uk)" in result.stdout
    assert changed(project, before) == ["-email: a@b.uk", "+email:"]


def test_without_an_answer_nothing_is_written(project: Path) -> None:
    result = answered()
    assert "Nothing has changed in sources/school.yaml." in result.stdout
    assert file(project).read_text("utf-8") == BLANK


def test_a_no_at_the_end_writes_nothing(project: Path) -> None:
    blanks = sum(1 for question in QUESTIONS if not question.only_with) - 1
    result = CliRunner().invoke(app, ["school"], input="\n".join(["Oak School", *[""] * blanks, "n", ""]))
    assert "Nothing was written." in result.stdout
    assert file(project).read_text("utf-8") == BLANK


def test_a_logo_brings_the_question_what_it_shows(project: Path) -> None:
    result = answered("", "", "", "", "", "images/lgo.png", "images/logo.png", "", "An oak tree")
    assert "There is no picture `images/lgo.png`" in result.stdout
    assert "The logo has no alternative text." in result.stdout
    assert changed(project)[2:] == ["+ file: images/logo.png", "+ alt: An oak tree"]
    assert "What the logo shows" not in answered("", "", "", "", "", "-").stdout
    assert file(project).read_text("utf-8") == BLANK


def test_deputies_and_terms_are_asked_for_until_one_is_blank(project: Path) -> None:
    before_deputies = ["", "", "", "", "", "", "", ""]
    terms = [
        "Autumn 2026-09-02",
        "Autumn 2026-12-18 2026-09-02",
        "Autumn 2026-09-02 to 2026-12-18",
        "Spring 2027-01-05 2027-03-26",
    ]
    result = answered(*before_deputies, "Tom Hale, 01353 662002", "Amina Yusuf", "", "", "", "", "", *terms)
    assert "That is not understood." in result.stdout
    assert "The term `Autumn` ends on 2026-09-02, but it starts on 2026-12-18." in result.stdout
    school = read_school(Project(project))
    assert [(str(one.name), one.phone and str(one.phone)) for one in school.deputies] == [
        ("Tom Hale", "01353 662002"),
        ("Amina Yusuf", None),
    ]
    assert [str(term.name) for term in school.term_dates] == ["Autumn", "Spring"]
    again = answered(*before_deputies, "-", "", "", "", "", "", "", "-")
    assert "Deputy 1 [Tom Hale, 01353 662002]" in again.stdout
    assert "Term 1 [Autumn 2026-09-02 2026-12-18]" in again.stdout
    school = read_school(Project(project))
    assert [str(one.name) for one in school.deputies] == ["Amina Yusuf"]
    assert [str(term.name) for term in school.term_dates] == ["Spring"]


@pytest.mark.parametrize(
    "old", ["deputy-dsl: # one alone\n  name: Tom Hale\n  phone: 01353 662002\n", "deputy-dsl: {name: Tom Hale}\n"]
)
def test_a_file_that_knows_one_deputy_takes_another_one(old: str, project: Path) -> None:
    start, end = BLANK.index("deputies:"), BLANK.index("senco:")
    file(project).write_text(BLANK[:start] + old + "\n" + BLANK[end:], "utf-8")
    before = file(project).read_text("utf-8")
    result = answered(*[""] * 8, "", "Amina Yusuf")
    assert "Deputy 1 [Tom Hale" in result.stdout
    assert [str(person.name) for person in read_school(Project(project)).all_deputies] == ["Tom Hale", "Amina Yusuf"]
    assert "deputy-dsl" not in file(project).read_text("utf-8")
    file(project).write_text(before, "utf-8")
    answered("Oak School")
    assert old in file(project).read_text("utf-8")


def test_single_details_are_set_without_a_question(project: Path) -> None:
    result = answered(
        arguments=["--set", "name=Oak School", "--set", "deputies.2.name=Ann Poe", "--set", "dsl.phone=1234"]
    )
    assert result.exit_code == 0
    assert "[" not in result.stdout
    assert changed(project) == ["-name:", "+name: Oak School", "- phone:", "+ phone: 1234", "+ - name: Ann Poe"]
    assert answered(arguments=["--set", "name="]).exit_code == 0
    assert read_school(Project(project)).name is None


@pytest.mark.parametrize(
    ("setting", "message", "status"),
    [
        ("dsl.fone=1234", "A school has no detail `dsl.fone`. Did you mean `dsl.phone`?", 1),
        ("phone=at the desk", "`at the desk` is not a phone number.", 1),
        ("nation=Eire", "`nation` cannot be the word 'Eire'.", 1),
        ("term-dates.1.name=Autumn", "`start` is missing.", 1),
        ("name", "has no =", 2),
    ],
)
def test_a_wrong_setting_is_refused_and_nothing_is_written(
    setting: str, message: str, status: int, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert boundary.run(lambda: app(["school", "--set", "name=Oak School", "--set", setting])) == status
    assert message in " ".join(capfd.readouterr().err.split())
    assert file(project).read_text("utf-8") == BLANK


def test_a_sample_is_written_with_a_warning(project: Path) -> None:
    result = answered("Example School")
    assert "`name` is `Example School`, which looks like a sample: a final build will refuse it." in result.stderr
    assert read_school(Project(project)).name == "Example School"


def test_a_project_without_the_file_gets_one_with_its_comments(project: Path) -> None:
    file(project).unlink()
    answered("Oak School")
    assert changed(project) == ["-name:", "+name: Oak School"]


def test_another_file_can_be_filled_in(project: Path) -> None:
    (project / "oak.yaml").write_bytes(b"\xef\xbb\xbfformat: 1\r\nname: Oak   # ours\r\n")
    answered(arguments=["--school", "oak.yaml", "--set", "name=Ash", "--set", "web=https://ash.sch.uk"])
    assert (project / "oak.yaml").read_bytes() == (
        b"\xef\xbb\xbfformat: 1\r\nname: Ash   # ours\r\nweb: https://ash.sch.uk\r\n"
    )
    assert file(project).read_text("utf-8") == BLANK


def test_a_file_that_is_no_yaml_is_told_with_its_line(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file(project).write_text("format: 1\nname: [Oak\n", "utf-8")
    assert boundary.run(lambda: app(["school", "--set", "name=Oak"])) == 1
    assert "sources/school.yaml:" in capfd.readouterr().err


def test_without_a_terminal_it_says_what_to_do(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("lessonkit.cli.school.has_terminal", lambda: False)
    assert boundary.run(lambda: app(["school"])) == 1
    assert "lessonkit school --set name='Oak School'" in capfd.readouterr().err


@pytest.mark.parametrize("key", list(LISTS))
def test_entries_are_shown_as_they_are_answered(key: str) -> None:
    for item in ({"name": "Ann Poe", "phone": "+44 20 7946 0018"}, {"name": "Ann Poe"}) if key == "deputies" else (
        {"name": "Spring 2", "start": "2027-02-22", "end": "2027-03-26"},
    ):  # fmt: skip
        assert entry(key, shown(key, item)) == item


def test_in_a_real_terminal_ctrl_c_writes_nothing(project: Path) -> None:
    with _in_a_terminal(project, "school") as (process, terminal):
        assert "School name" in _read(terminal, "School name")
        os.write(terminal, b"Oak School\n")
        assert "Address" in _read(terminal, "Address")
        assert "Stopped." in _interrupted(process, terminal)
        assert process.wait(20) == boundary.INTERRUPTED
    assert file(project).read_text("utf-8") == BLANK


@contextmanager
def _in_a_terminal(project: Path, command: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A command that runs in a terminal of its own, and our end of it; it ends with the block, whatever happens."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "lessonkit", command],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=project, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # tests in the background ignore it
    )  # fmt: skip
    os.close(theirs)
    try:
        yield process, ours
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _interrupted(process: subprocess.Popen[bytes], terminal: int) -> str:
    """What the terminal shows after Ctrl-C. Pressed in the moment before readline waits, it is lost: press again."""
    for _ in range(4):
        os.killpg(process.pid, signal.SIGINT)
        if seen := _read(terminal, "Stopped.", seconds=5).strip():
            return seen
    return ""


def _read(terminal: int, until: str, seconds: float = 20) -> str:
    """What a terminal shows, up to some words."""
    seen, end = "", time.monotonic() + seconds
    while until not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 0.5)[0]:
            seen += os.read(terminal, 4096).decode("utf-8", "replace")
    return seen


def test_what_comes_with_lessonkit_is_not_written_to_from_elsewhere(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path.parent / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr("lessonkit.source.project._packaged", lambda: project)
    monkeypatch.chdir(elsewhere)
    assert boundary.run(lambda: app(["school", "--set", "name=Oak School"])) == 1
    assert "There is no project here to write into. Go to the folder of your project" in capsys.readouterr().err
    assert file(project).read_text("utf-8") == BLANK


def test_a_file_that_is_named_may_lie_outside_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(app, ["school", "--school", "oak.yaml", "--set", "name=Oak School"]).exit_code == 0
    assert "name: Oak School" in (tmp_path / "oak.yaml").read_text("utf-8")
