"""A PDF and a Word file that lie side by side under one name are held against each other."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import docx
import pytest

from lessonkit.build import Options, build_all
from lessonkit.check.rule import Finding
from lessonkit.report.examine import examine
from lessonkit.report.model import FileReport
from library import PROJECT

PDF, WORD = "talk-leaflet.pdf", "talk-leaflet.docx"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    assert list(build_all(PROJECT, ["talk-leaflet"], Options(output=folder, formats=("pdf", "docx"))))
    return folder


@pytest.fixture
def edited(built: Path, tmp_path: Path) -> Path:
    """Both files, the Word file with another level of a heading."""
    shutil.copy(built / PDF, tmp_path / PDF)
    document = docx.Document(BytesIO((built / WORD).read_bytes()))
    heading = next(each for each in document.paragraphs if each.style and each.style.name == "Heading 2")
    heading.style = document.styles["Heading 3"]
    document.save(str(tmp_path / WORD))
    return tmp_path


def differences(*paths: Path) -> list[str]:
    """What is said of them together, file by file."""
    return [f"{Path(report.path).name}: {each.outcome}: {each.message}" for report, each in _found(paths)]


def _found(paths: tuple[Path, ...]) -> list[tuple[FileReport, Finding]]:
    return [(report, each) for report in examine(paths) for each in report.findings if each.rule == "formats-agree"]


def test_files_of_one_document_agree(built: Path) -> None:
    assert differences(built / PDF, built / WORD) == []


def test_an_edited_word_file_differs_from_its_pdf(edited: Path) -> None:
    (said,) = differences(edited / WORD, edited / PDF)
    assert said.startswith(f"{PDF}: fail: In the PDF, heading ")
    assert "at level 2; in the Word file" in said


def test_of_the_files_of_others_a_person_judges_that(edited: Path) -> None:
    path = edited / PDF
    path.write_bytes(path.read_bytes().replace(b'CreatorTool="lessonkit"', b'CreatorTool="something"'))
    (said,) = differences(path, edited / WORD)
    assert said.startswith(f"{PDF}: review: ")


def test_only_what_is_to_be_checked_and_lies_side_by_side_is_compared(edited: Path) -> None:
    elsewhere = edited / "elsewhere"
    elsewhere.mkdir()
    other = Path(shutil.copy(edited / WORD, elsewhere / WORD))
    assert differences(edited / PDF) == []
    assert differences(edited / PDF, other) == []
    assert differences(edited / PDF, Path(shutil.copy(edited / WORD, edited / "other.docx"))) == []


def test_a_damaged_twin_is_told_once(edited: Path) -> None:
    (edited / WORD).write_bytes(b"PK")
    assert differences(edited / PDF, edited / WORD) == []
    assert [len(report.fails) for report in examine([edited / PDF, edited / WORD])] == [0, 1]
