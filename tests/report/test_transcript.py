"""Transcripts say what a screen reader would, in the same words for every format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf.generic import DictionaryObject as Dictionary
from pypdf.generic import NameObject as Name

from check.pdf.handmade import HandmadePdf
from lessonkit.cli import boundary
from lessonkit.cli.app import app
from lessonkit.document import Document
from lessonkit.render import FORMATS, render
from lessonkit.report.transcript import differences, transcribe
from render.every_node import ASSETS, LONG, RICH, THEME
from report import files


def transcripts(document: Document) -> dict[str, list[str]]:
    made = render(document, THEME, ASSETS, tuple(FORMATS), "ua-1")
    kinds = {Path(name).suffix[1:]: data for name, data in made.items()}
    return {kind: transcribe(kind, data) for kind, data in kinds.items()}


@pytest.fixture(scope="module")
def long() -> dict[str, list[str]]:
    return transcripts(replace(LONG, draft=""))


@pytest.fixture(scope="module")
def rich() -> dict[str, list[str]]:
    return transcripts(replace(RICH, draft=""))


KINDS = pytest.mark.parametrize("kind", ["pdf", "docx", "html"])


@KINDS
def test_title_and_language_come_first(kind: str, long: dict[str, list[str]]) -> None:
    assert long[kind][:2] == [f"Title: {LONG.title}", f"Language: {LONG.language}"]


@KINDS
def test_headings_lists_tables_and_pictures_are_announced(kind: str, long: dict[str, list[str]]) -> None:
    said = [line.strip() for line in long[kind]]
    assert f"Heading level 1: {LONG.title}" in said
    assert "List, 2 items" in said
    assert any(line.startswith("Table, ") and "3 columns: " in line for line in said), said
    assert any(line.startswith("Picture: ") for line in said)
    assert "2. Listen." in said or "3. Listen." in said


def test_only_a_pdf_has_pages(long: dict[str, list[str]]) -> None:
    pages = {kind: [line for line in said if line.strip().startswith("Page ")] for kind, said in long.items()}
    assert pages["pdf"][:2] == ["Page 1", "Page 2"]
    assert pages["docx"] == pages["html"] == []


@KINDS
def test_notes_are_read_after_what_calls_them(kind: str, rich: dict[str, list[str]]) -> None:
    said = [line.strip() for line in rich[kind]]
    call = next(number for number, line in enumerate(said) if "[note 1]" in line)
    assert said[call + 1].startswith("Note: ") or said[call + 2].startswith("Note: ")


def test_all_formats_announce_the_same(long: dict[str, list[str]]) -> None:
    def announced(kind: str) -> list[str]:
        marks = ("Heading level", "Table, ", "Picture", "Row ", "Note: ")
        return [line.strip() for line in long[kind] if line.strip().startswith(marks)]

    assert len(announced("pdf")) > 10
    assert announced("docx") == announced("pdf")
    assert announced("html") == announced("pdf")


def test_differences_are_told_in_words() -> None:
    found = list(differences(["A", "B", "C"], ["A", "D", "C"], ("one.pdf", "two.docx")))
    assert found == ["", "  In both: A", "- Only in one.pdf: B", "+ Only in two.docx: D", "  In both: C"]
    assert list(differences(["A"], ["A"], ("one", "two"))) == []


# -------------------------------------------------------------------------------------------- the command line


def run(*arguments: str | Path) -> int:
    return boundary.run(lambda: app(["transcript", *map(str, arguments)]))


def test_two_files_are_compared(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    one = files.write(tmp_path, "one.html", b"<title>T</title><h1>Ice</h1><p>Cold")
    two = files.write(tmp_path, "two.html", b"<title>T</title><h1>Ice</h1><p>Warm")
    assert run(one, two) == 1
    assert "- Only in one.html: Cold\n+ Only in two.html: Warm" in capfd.readouterr().out
    assert run(one, one) == 0
    assert "Both say the same." in capfd.readouterr().out


def test_an_untagged_pdf_is_said_to_be_a_guess(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(files.write(tmp_path, "a.pdf", files.pdf(*files.ONE_PAGE))) == 0
    assert "is a guess" in capfd.readouterr().out


@pytest.mark.parametrize("name", ["a million elements", "tree with a loop", "PDF bomb", "pages with a loop"])
def test_hostile_files_end_in_a_sentence(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kind, make = files.HOSTILE[name]
    assert run(files.write(tmp_path, f"a.{kind}", make())) in (0, 1)
    assert "fault" not in capfd.readouterr().err


def test_a_locked_pdf_is_told_as_a_check_tells_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    locked = files.locked(files.pdf(*files.ONE_PAGE), "secret")
    assert run(files.write(tmp_path, "a.pdf", locked)) == 1
    assert "locked with a password. In Acrobat" in capfd.readouterr().err


def test_fields_and_buttons_of_a_page_are_said(tmp_path: Path) -> None:
    page = (
        b"<p><input type=checkbox aria-label=Yes checked> <label>Name <input></label> <button>Send</button></p>"
        b"<p><select aria-label=Class><option>7A<option>7B</select> <textarea title=Wishes>x</textarea>"
        b"<input type=hidden value=y><input type=submit value=Go></p>"
    )
    assert transcribe("html", page)[2:] == [
        "[tick box, ticked: Yes] Name [field] [button: Send]",
        "[choice: Class] [field: Wishes][button: Go]",
    ]


def test_a_file_that_is_not_there_is_said_to_be_so(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "handout.pdf") == 1
    assert "There is no such file. Look at its name" in capfd.readouterr().err


def test_a_table_names_the_headers_of_its_cells() -> None:
    page = b"<table><caption>Days</caption><tr><th>Day<th>Hour<tr><th>Monday<td>Two<tr><th>Friday<td></table>"
    assert transcribe("html", page)[2:] == [
        "Table, 3 rows, 2 columns: Days",
        "  Row 1 (headers): Day | Hour",
        "  Row 2: Monday (header) | Hour: Two",
        "  Row 3: Friday (header) | Hour: empty",
        "End of table",
    ]


def test_parts_of_a_line_stay_in_it() -> None:
    """As other programs tag bold words: an element without a meaning among the words of a paragraph."""
    made = HandmadePdf()
    made.font("F", Dictionary({Name("/Type"): Name("/Font"), Name("/Subtype"): Name("/Type1")}))
    for number, word in enumerate(("Keep ", "calm", " now")):
        made.content.append(f"/Span <</MCID {number}>> BDC BT /F 12 Tf ({word}) Tj ET EMC")
    paragraph = made.add(made.root, "P")
    for number, role in enumerate(("Span", "NonStruct", "Span")):
        made.add(paragraph, role, number)
    assert transcribe("pdf", made.data())[2:] == ["Page 1", "Keep calm now"]
