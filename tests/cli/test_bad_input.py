"""What a hurried teacher types: one clear message with the place, exit 1, and nothing in the output folder changes."""

import shutil
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from lessonkit.cli import boundary
from lessonkit.cli.app import app

GUIDE = """\
format: 1
type: guide
name: tiny
title: A tiny guide
audience: parents
language: en-GB
summary: A guide of one chapter.
version: "1.0"
date: 2026-11-22
reviewed: null
credits: []
contents: false
chapters:
  - id: start
    heading: Start here
    blocks:
      - text: Talk with your child. It is never their fault.
      - message: never-your-fault
      - contacts: [police_999, police_101, ceop, iwf, nspcc, childline, report_remove, school_dsl, local_care]
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with the real records and layouts and one small guide; the current folder."""
    shutil.copytree("sources/library", tmp_path / "sources" / "library")
    shutil.copy("sources/school.yaml", tmp_path / "sources")
    shutil.copytree("layouts", tmp_path / "layouts")
    (tmp_path / "sources" / "guides").mkdir()
    (tmp_path / "sources" / "images").mkdir()
    (tmp_path / "sources" / "guides" / "tiny.yaml").write_text(GUIDE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> int:
    return boundary.run(lambda: app(list(arguments)))


def rewrite(project: Path, old: str, new: str) -> None:
    path = project / "sources" / "guides" / "tiny.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_the_small_guide_builds(project: Path, capfd: pytest.CaptureFixture[str]):
    assert run("build") == 0, capfd.readouterr().err
    assert sorted(path.name for path in (project / "output").glob("t*")) == ["tiny.docx", "tiny.html", "tiny.pdf"]


def test_a_note_and_a_qr_code_reach_the_page(project: Path, capfd: pytest.CaptureFixture[str]):
    rewrite(project, "never their fault.", "never their fault^[That is so, **always**].\n      - qr: childline")
    assert run("build") == 0, capfd.readouterr().err
    page = (project / "output" / "tiny.html").read_text("utf-8")
    assert "That is so, <strong>always</strong>" in page
    assert "QR code that opens the website of Childline" in page


def png(width: int, height: int) -> bytes:
    """A picture that says it has this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


TEXT = "text: Talk with your child. It is never their fault."


def picture(name: str) -> str:
    return f"picture: {{file: {name}, alt: A hand-drawn map of the school}}"


def write(path: str, data: bytes) -> Callable[[Path], None]:
    return lambda project: (project / path).write_bytes(data) and None


def edit(old: str, new: str) -> Callable[[Path], None]:
    return lambda project: rewrite(project, old, new)


def both(*steps: Callable[[Path], None]) -> Callable[[Path], None]:
    return lambda project: [step(project) for step in steps] and None


WIDE = ", ".join(["Llanfairpwllgwyngyll"] * 9)

BAD: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "wrong type": (edit("contents: false", "contents: perhaps"), ["tiny.yaml:12", "contents", "perhaps"]),
    "misspelt key": (edit("summary:", "sumary:"), ["tiny.yaml:7", "sumary", "Did you mean", "summary"]),
    "tab": (edit("  - id: start", "\t- id: start"), ["tiny.yaml:14", "tab"]),
    "duplicate key": (edit("audience: parents", "audience: parents\ntitle: Again"), ["tiny.yaml:6", "title", "twice"]),
    "unknown contact": (edit("[police_999,", "[police_998,"), ["tiny.yaml:19", "police_998", "police_999"]),
    "unknown link": (edit(TEXT, "text: See [it](#strat)."), ["tiny.yaml:17", "strat", "start"]),
    "missing picture": (edit(TEXT, picture("images/map.png")), ["tiny.yaml:17", "images/map.png"]),
    "broken picture": (
        both(write("sources/images/map.png", b"not a picture"), edit(TEXT, picture("images/map.png"))),
        ["tiny.yaml:17", "map.png"],
    ),
    "huge picture": (
        both(write("sources/images/map.png", png(30000, 30000)), edit(TEXT, picture("images/map.png"))),
        ["tiny.yaml:17", "map.png", "40 million"],
    ),
    "picture outside the project": (edit(TEXT, picture("../../etc/map.png")), ["tiny.yaml:17", "outside"]),
    "not UTF-8": (
        write("sources/guides/tiny.yaml", GUIDE.encode().replace(b"tiny g", b"t\xefny g")),
        ["tiny.yaml:4", "UTF-8"],
    ),
    "empty file": (write("sources/guides/tiny.yaml", b""), ["tiny.yaml", "empty"]),
    "character no font has": (edit(TEXT, "text: Talk \U0001f600 now."), ["tiny.yaml:17", "U+1F600"]),
    "row of the wrong length": (
        edit(TEXT, "table: {caption: Times, columns: [Day, Hour], rows: [[Monday, Two], [Tuesday]]}"),
        ["tiny.yaml:17", "row"],
    ),
    "too many columns": (
        edit(TEXT, f"table: {{caption: Times, columns: {['a'] * 40}, rows: [{['b'] * 40}]}}"),
        ["tiny.yaml:17", "at most 12", "40"],
    ),
    "a day that no month has": (edit("date: 2026-11-22", "date: 2026-02-31"), ["tiny.yaml:9", "02-31", "no such day"]),
    "table wider than its column": (
        edit(TEXT, f"table: {{caption: Villages, columns: [{WIDE}], rows: [[{WIDE}]]}}"),
        ["tiny.yaml:17", "wide", "mm"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_message_with_its_place(name: str, project: Path, capfd: pytest.CaptureFixture[str]):
    spoil, words = BAD[name]
    spoil(project)
    (project / "output").mkdir()
    (project / "output" / "tiny.pdf").write_bytes(b"the last good one")
    assert run("build") == 1
    errors = [line for line in capfd.readouterr().err.splitlines() if line.startswith("error:")]
    assert len(errors) == 1, errors
    assert [word for word in words if word not in errors[0]] == [], errors[0]
    assert [path.name for path in (project / "output").iterdir()] == ["tiny.pdf"]
    assert (project / "output" / "tiny.pdf").read_bytes() == b"the last good one"


def test_a_bad_definition_does_not_stop_the_others(project: Path, capfd: pytest.CaptureFixture[str]):
    good = GUIDE.replace("name: tiny", "name: good").replace("A tiny guide", "A good guide")
    (project / "sources" / "guides" / "good.yaml").write_text(good, "utf-8")
    rewrite(project, "summary:", "sumary:")
    assert run("build") == 1
    assert sorted(path.suffix for path in (project / "output").glob("good*")) == [".docx", ".html", ".pdf"]
    assert not list((project / "output").glob("tiny*"))


def test_all_errors_of_a_file_come_at_once(project: Path, capfd: pytest.CaptureFixture[str]):
    rewrite(project, "summary:", "sumary:")
    rewrite(project, "contents: false", "contents: perhaps")
    assert run("check") == 1
    printed = " ".join(capfd.readouterr().out.split())
    assert "tiny.yaml:7: " in printed
    assert "sumary" in printed
    assert "tiny.yaml:12: " in printed
    assert "perhaps" in printed


def test_an_unknown_document_is_named_with_the_nearest(project: Path, capfd: pytest.CaptureFixture[str]):
    assert run("build", "tinny") == 1
    assert "Did you mean `tiny`?" in capfd.readouterr().err


def test_an_unknown_format_is_a_mistyped_command(project: Path, capfd: pytest.CaptureFixture[str]):
    assert run("build", "--format", "odt") == 2
    assert "odt" in capfd.readouterr().err


def test_a_folder_without_sources_says_so(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    assert run("build", "--project", str(tmp_path / "nowhere")) == 1
    assert "nowhere" in capfd.readouterr().err


def test_a_missing_layout_template_is_named(project: Path, capfd: pytest.CaptureFixture[str]):
    (project / "layouts" / "guide" / "page.xml.j2").unlink()
    assert run("build") == 1
    assert "layouts/guide/page.xml.j2" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{{ parts.about(d, parts.status(d)) }}", "{{ d.nothing }}", ["page.xml.j2:11", "nothing"]),
        ("{{ parts.about(d, parts.status(d)) }}", "{% if %}", ["page.xml.j2:11"]),
        ("{{ parts.about(d, parts.status(d)) }}", "<blink>x</blink>", ["page.xml.j2:11", "<blink>", "tiny.yaml"]),
        ("{{ parts.about(d, parts.status(d)) }}", "{{ ''.__class__.__mro__ }}", ["page.xml.j2:11"]),
        ("{{ parts.about(d, parts.status(d)) }}", "{{ 1 / 0 }}", ["page.xml.j2:11", "division by zero", "tiny.yaml"]),
        ("{{ parts.about(d, parts.status(d)) }}", "{{ blocks(d.title, 3) }}", ["page.xml.j2:11", "a list of blocks"]),
        ("{{ parts.about(d, parts.status(d)) }}", "{{ blocks() }}", ["page.xml.j2:11", "blocks()"]),
        ("{{ parts.about(d, parts.status(d)) }}", '<contents depth="x"/>', ["page.xml.j2:11", "depth", "whole number"]),
        ("{{ parts.about(d, parts.status(d)) }}", '<columns widths="1 x"/>', ["page.xml.j2:11", "widths", "numbers"]),
    ],
)
def test_a_template_error_names_the_template_and_the_definition(
    project: Path, capfd: pytest.CaptureFixture[str], old: str, new: str, words: list[str]
):
    path = project / "layouts" / "guide" / "page.xml.j2"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert run("build") == 1
    error = capfd.readouterr().err
    assert [word for word in words if word not in error] == [], error


def test_an_empty_template_is_told(project: Path, capfd: pytest.CaptureFixture[str]):
    (project / "layouts" / "guide" / "page.xml.j2").write_text("")
    assert run("build") == 1
    assert "Document is empty" in capfd.readouterr().err


def test_a_layout_of_another_type_is_told(project: Path, capfd: pytest.CaptureFixture[str]):
    rewrite(project, "type: guide", "type: guide\nlayout: lesson")
    assert run("build") == 1
    err = capfd.readouterr().err
    assert "Remove `layout: lesson`" in err
    assert "This is for another type of document: a guide has no `" in err


@pytest.mark.parametrize("line", ["email: office at school", "web: www.oakschool.sch.uk"])
def test_an_address_of_the_school_that_nobody_can_use_is_told(
    line: str, project: Path, capfd: pytest.CaptureFixture[str]
):
    (project / "sources" / "school.yaml").write_text(f"format: 1\n{line}\n", "utf-8")
    assert run("build") == 1
    assert "sources/school.yaml:2: " in capfd.readouterr().err


def test_a_fault_of_ours_is_one_sentence_and_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)

    def faulty() -> None:
        raise ZeroDivisionError("division by zero")

    assert boundary.run(faulty) == 3
    printed = capfd.readouterr().err
    assert "fault in lessonkit" in printed
    assert "Traceback" not in printed
    assert "ZeroDivisionError" in (tmp_path / "lessonkit-fault.log").read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["build", "tiny", "--minutes", "45min"], "'45min' is not a whole number. Write figures alone"),
        (["pack", "tiny", "--copies", "-5"], "'-5' is not a whole number. Write figures alone"),
    ],
)
def test_a_number_that_is_none_is_told_in_plain_words(
    project: Path, capfd: pytest.CaptureFixture[str], typed: list[str], said: str
):
    assert run(*typed) == 2
    assert said in " ".join(capfd.readouterr().err.split())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["build", "sources/guides/tiny.yaml"], "Did you mean `tiny`?"),
        (["show", "tiny.yaml"], "Did you mean `tiny`?"),
        (["build", "tiny", "--adapt", "symbols,", "large-print"], "write several with commas and no spaces"),
    ],
)
def test_a_name_that_is_none_is_told_what_was_meant(
    project: Path, capfd: pytest.CaptureFixture[str], typed: list[str], said: str
):
    assert run(*typed) == 1
    assert said in capfd.readouterr().err


def test_a_transcript_of_nothing_says_so(project: Path, capfd: pytest.CaptureFixture[str]):
    assert run("transcript", "tiny") == 1
    assert "tiny: There is no such file." in capfd.readouterr().err
    assert run("transcript", "sources") == 1
    assert "sources: This is a folder, not a file." in capfd.readouterr().err


def test_a_class_that_changes_a_document_that_is_not_there_is_refused(project: Path, capfd: pytest.CaptureFixture[str]):
    (project / "class.yaml").write_text("format: 1\nset:\n  tinny:\n    title: Ours\n", "utf-8")
    assert run("build", "tiny", "--class", "class.yaml") == 1
    said = capfd.readouterr().err
    assert "class.yaml:4: There is no document called `tinny`. Did you mean `tiny`?" in said
    (project / "class.yaml").write_text("format: 1\nset:\n  tiny:\n    title: Ours\n", "utf-8")
    assert run("build", "tiny", "--class", "class.yaml", "--format", "html") == 0
