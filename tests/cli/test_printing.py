"""`lessonkit print`: what a print room types, what it gets, and what it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from lessonkit.cli import boundary
from lessonkit.cli.app import app
from printing.files import A4, A5, numbered


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a file to print."""
    monkeypatch.setenv("COLUMNS", "160")
    (tmp_path / "club.pdf").write_bytes(numbered(6))
    (tmp_path / "small.pdf").write_bytes(numbered(2, A5))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> int:
    return boundary.run(lambda: app(["print", *words], standalone_mode=True))


def test_a_file_is_printed_as_a_booklet_with_its_ticket(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("club.pdf", "--scheme", "booklet", "--paper", "a4", "--copies", "30") == 0
    made = sorted(path.name for path in (folder / "output" / "print").glob("[!.]*"))
    assert made == ["club-a5-booklet-on-a4-both-sides-short-edge.pdf", "club-job-ticket.txt"]
    assert len(PdfReader(folder / "output" / "print" / made[0]).pages) == 4
    printed = capfd.readouterr().out
    assert "both, short edge" in printed
    assert "Sheets in all: 60 of A4." in printed
    assert "For printing only, without tags" in printed
    assert (folder / "club.pdf").read_bytes() == numbered(6)


def test_several_files_have_one_ticket(folder: Path) -> None:
    assert run("club.pdf", "small.pdf") == 0
    text = (folder / "output" / "print" / "job-ticket.txt").read_text("utf-8")
    assert "club-a4-both-sides-long-edge.pdf" in text
    assert "small-a5-both-sides-long-edge.pdf" in text


def test_files_of_the_same_name_from_two_folders_are_both_printed(folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "club.pdf").write_bytes(numbered(4))
    assert run("club.pdf", "other/club.pdf") == 0
    place = folder / "output" / "print"
    names = ["club-a4-both-sides-long-edge.pdf", "club-a4-both-sides-long-edge-2.pdf"]
    assert [len(PdfReader(place / name).pages) for name in names] == [6, 4]
    text = (place / "job-ticket.txt").read_text("utf-8")
    assert all(name in text for name in names)


def test_a_file_that_cannot_be_printed_is_one_sentence_and_the_rest_is_printed(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "notes.pdf").write_text("no PDF")
    assert run("notes.pdf", "club.pdf") == 1
    err = capfd.readouterr().err
    assert err.count("error:") == 1
    assert "error: notes.pdf: This is not a PDF." in err
    assert (folder / "output" / "print" / "club-a4-both-sides-long-edge.pdf").exists()


def test_what_is_not_there_or_mistyped_is_said(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("gone.pdf") == 1
    assert "gone.pdf: The file cannot be read" in capfd.readouterr().err
    assert run("club.pdf", "--scheme", "brochure") == 2
    assert "booklet" in capfd.readouterr().err
    assert run("club.pdf", "--paper", "B5") == 2
    assert run("club.pdf", "--fold-at", "middle") == 2
    assert run(".") == 1
    assert "not a pack" in capfd.readouterr().err
    assert not (folder / "output").exists()


def test_our_leaflet_is_built_and_folded_where_its_panels_meet(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    options = ("--project", str(project), "--output", str(tmp_path), "--fold-marks")
    assert run("talk-leaflet", *options) == 0
    (made,) = (tmp_path / "print").glob("*.pdf")
    assert made.name == "talk-leaflet-print-a4-with-marks-both-sides-short-edge.pdf"
    content = PdfReader(made).pages[0].get_contents()
    assert content is not None
    folds = sorted({float(operands[0]) for operands, operator in content.operations if operator == b"m"})
    assert folds == pytest.approx([97 / 25.4 * 72, 197 / 25.4 * 72], abs=0.01)


def test_the_ticket_of_our_leaflet_says_where_to_fold_it_without_marks(project: Path, tmp_path: Path) -> None:
    options = ("--project", str(project), "--output", str(tmp_path))
    assert run("talk-leaflet", *options) == 0
    (ticket,) = (tmp_path / "print").glob("*.txt")
    assert "Fold it at 97 mm and 197 mm from the left of the front." in " ".join(ticket.read_text("utf-8").split())
    assert run("talk-leaflet", "--adapt", "large-print", *options) == 0
    large = tmp_path / "print" / "talk-leaflet-large-print-job-ticket.txt"
    assert "Fold" not in large.read_text("utf-8"), "on pages that follow each other nothing is folded"


@pytest.mark.parametrize("places", ["-5,97", "0", "nan", "inf", "97;197", "400,middle"])
def test_places_to_fold_that_are_none_are_said(places: str, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("club.pdf", "--fold-marks", f"--fold-at={places}") == 2
    assert "not a list of millimetres" in capfd.readouterr().err
    assert not (folder / "output").exists()


def test_a_fold_beyond_the_page_or_of_a_booklet_is_said(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("club.pdf", "small.pdf", "--fold-at", "97,197") == 1
    assert "small.pdf: It would be folded at 197 mm, but a page is 148 mm wide." in capfd.readouterr().err
    assert [path.name for path in (folder / "output" / "print").glob("*.pdf")] == ["club-a4-both-sides-long-edge.pdf"]
    assert run("club.pdf", "--scheme", "booklet", "--fold-at", "97") == 2
    assert "in its middle" in capfd.readouterr().err


def test_pages_are_laid_on_the_paper_that_is_named(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("small.pdf", "--paper", "A4", "--crop-marks") == 0
    assert "Sheets in all: 1 of A4." in capfd.readouterr().out
    (made,) = (folder / "output" / "print").glob("*.pdf")
    page = PdfReader(made).pages[0]
    sheet, kept = page.mediabox, page.trimbox
    assert (float(sheet.width), float(sheet.height)) == pytest.approx(A4, abs=0.01)
    assert (float(kept.width), float(kept.height)) == pytest.approx(A5, abs=0.01)
    assert float(kept.left) == pytest.approx((A4[0] - A5[0]) / 2, abs=0.01)


def test_our_picture_cards_are_printed_on_one_side(project: Path, tmp_path: Path) -> None:
    assert run("emotion-cards", "--project", str(project), "--output", str(tmp_path)) == 0
    assert [path.name for path in (tmp_path / "print").glob("*.pdf")] == ["emotion-cards-a4-one-side.pdf"]


def test_ten_wallet_cards_lie_on_a_sheet(project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("wallet-cards", "--copies", "28", "--project", str(project), "--output", str(tmp_path)) == 0
    assert "Sheets in all: 3 of A4." in capfd.readouterr().out


def test_a_card_in_large_print_lies_alone_on_its_page(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    options = ("--project", str(project), "--output", str(tmp_path), "--copies", "28")
    assert run("wallet-cards", "--adapt", "large-print", *options) == 0
    assert "Sheets in all: 28 of A4." in capfd.readouterr().out


def test_the_answers_of_a_worksheet_are_not_printed_for_each_pupil(project: Path, tmp_path: Path) -> None:
    options = ("--project", str(project), "--output", str(tmp_path), "--copies", "28")
    assert run("maya-worksheet", *options) == 0
    assert [path.name for path in (tmp_path / "print").glob("*.pdf")] == ["maya-worksheet-a4-both-sides-long-edge.pdf"]
    assert run("maya-worksheet-answers", *options) == 0
    assert len(list((tmp_path / "print").glob("*answers*.pdf"))) == 1
