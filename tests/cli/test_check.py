"""`lessonkit check`: what is typed, what is printed, what the exit status says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lessonkit.build import Options, build_all
from lessonkit.cli import boundary
from lessonkit.cli.app import app
from library import PROJECT
from report import files


def run(*arguments: str | Path) -> int:
    return boundary.run(lambda: app([str(argument) for argument in arguments]))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    assert list(build_all(PROJECT, ["talk-leaflet"], Options(output=folder)))
    return folder


def test_files_and_folders_are_listed_with_their_verdicts(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert run("check", folder) == 0
    printed = capfd.readouterr().out
    rows = [line for line in printed.splitlines() if "machine checks passed" in line]
    assert [Path(row.split()[0]).name for row in rows] == [
        "talk-leaflet-print.pdf",
        "talk-leaflet.docx",
        "talk-leaflet.html",
        "talk-leaflet.pdf",
    ]
    assert "A person still has to check:" in printed
    assert "accessible" not in printed.lower()


def test_what_is_to_mend_makes_exit_status_1(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = files.write(tmp_path, "old.doc", files.old_word())
    assert run("check", path) == 1
    printed = capfd.readouterr().out
    assert f"{path}: This is a file of Word 97 to 2003" in " ".join(printed.split())
    assert "Do first" in printed
    assert "Machine checks passed" not in printed


def test_a_folder_without_files_to_check_says_so(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("check", tmp_path) == 1
    assert "There is no PDF, Word file or web page in the folder" in capfd.readouterr().err


def test_a_definition_may_be_named_by_its_file(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("check", "sources/leaflets/talk-leaflet.yaml") == 0
    assert "Checking talk-leaflet" in capfd.readouterr().err


def test_a_misspelt_name_is_told_with_the_nearest(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("check", "talk-leflet") == 1
    assert "Did you mean `talk-leaflet`?" in capfd.readouterr().err


def test_an_unknown_format_is_a_mistyped_command(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--format", "xml") == 2
    assert "xml" in capfd.readouterr().err


# ------------------------------------------------------------------------------------------------------- JSON


def as_json(capfd: pytest.CaptureFixture[str], *arguments: str | Path) -> Any:
    run("check", "--format", "json", *arguments)
    return json.loads(capfd.readouterr().out)


def test_json_has_a_verdict_for_each_standard(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pdf, word = folder / "talk-leaflet.pdf", folder / "talk-leaflet.docx"
    found = as_json(capfd, pdf, word)
    assert found["format"] == 1
    assert [(file["path"], file["kind"], file["verdict"]) for file in found["files"]] == [
        (str(pdf), "pdf", "passed"),
        (str(word), "docx", "passed"),
    ]
    assert found["files"][0]["conforms"] == {"pdf/ua-1": True, "pdf/a-2a": True}
    assert found["files"][1]["conforms"] == {"pdf/ua-1": None, "pdf/a-2a": None}
    assert found["summary"] == {"files": 2, "fails": 0, "reviews": 0}


def test_a_finding_says_what_why_where_and_how(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = files.write(tmp_path, "plain.pdf", files.pdf(*files.ONE_PAGE))
    (file,) = as_json(capfd, path)["files"]
    assert file["verdict"] == "fails"
    assert file["conforms"] == {"pdf/ua-1": False, "pdf/a-2a": False}
    assert file["fails"] == sum(finding["outcome"] == "fail" for finding in file["findings"]) > 3
    for finding in file["findings"]:
        assert all(finding[key] for key in ("rule", "message", "why", "clauses"))
        assert {"fix", "place", "page", "snippet", "box", "urgency"} <= set(finding)


def test_a_review_is_no_fail_and_names_the_authors_line(capfd: pytest.CaptureFixture[str]) -> None:
    (file,) = as_json(capfd, "wallet-cards")["files"]
    assert (file["kind"], file["verdict"], file["fails"]) == ("definition", "passed", 0)
    assert file["reviews"] > 0
    places = [finding["place"] for finding in file["findings"] if finding["place"]]
    assert places[0]["file"] == "sources/cards/wallet-cards.yaml"
    assert places[0]["line"] > 1


def test_a_report_goes_to_a_file_when_asked(folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "report.json"
    assert run("check", folder / "talk-leaflet.html", "--format", "json", "--output", target) == 0
    assert capfd.readouterr().out == ""
    assert json.loads(target.read_text("utf-8"))["summary"]["files"] == 1


def test_a_report_that_cannot_be_written_is_one_sentence(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("check", folder / "talk-leaflet.html", "--output", folder / "nowhere" / "report.txt") == 1
    assert "cannot be written" in capfd.readouterr().err


# --------------------------------------------------------------------------------------------------- baseline


def test_only_what_is_new_makes_exit_status_1(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = files.write(tmp_path, "page.pdf", files.pdf(*files.ONE_PAGE))
    earlier = tmp_path / "earlier.json"
    assert run("check", path, "--format", "json", "--output", earlier) == 1
    assert run("check", path, "--baseline", earlier) == 0
    assert "0 new" in capfd.readouterr().out
    files.write(tmp_path, "page.pdf", b"hello")
    assert run("check", path, "--baseline", earlier, "--format", "json") == 1
    found = json.loads(capfd.readouterr().out)
    assert [finding["status"] for finding in found["files"][0]["findings"]] == ["new"]
    assert found["baseline"]["remaining"] == 0
    assert len(found["baseline"]["fixed"]) > 3


def test_what_has_been_mended_is_said(folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = files.write(tmp_path, "page.pdf", b"hello")
    earlier = tmp_path / "earlier.json"
    run("check", path, "--format", "json", "--output", earlier)
    files.write(tmp_path, "page.pdf", (folder / "talk-leaflet.pdf").read_bytes())
    assert run("check", path, "--baseline", earlier) == 0
    printed = capfd.readouterr().out
    assert "0 new, 0 remaining, 1 fixed" in printed
    assert "- fixed:" in printed


@pytest.mark.parametrize("text", ["{}", "hello", "[1]", '{"files": 3}'])
def test_a_baseline_that_is_no_report_is_one_sentence(
    text: str, folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    baseline = files.write(tmp_path, "earlier.json", text.encode())
    assert run("check", folder / "talk-leaflet.html", "--baseline", baseline) == 1
    assert "no report of lessonkit" in capfd.readouterr().err


# ------------------------------------------------------------------------------------------------------ SARIF


def test_sarif_names_rules_results_and_places(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = files.write(tmp_path, "a page.pdf", files.pdf(*files.ONE_PAGE))
    run("check", path, "wallet-cards", "--format", "sarif")
    found = json.loads(capfd.readouterr().out)
    assert found["version"] == "2.1.0"
    (only,) = found["runs"]
    rules = only["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) > 1
    for result in only["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert (result["kind"], result["level"]) in (("fail", "error"), ("review", "none"))
        assert result["message"]["text"]
        (location,) = result["locations"]
        assert " " not in location["physicalLocation"]["artifactLocation"]["uri"]
    lines = [result["locations"][0]["physicalLocation"]["region"]["startLine"] for result in only["results"]]
    assert min(lines) == 1 < max(lines)


def test_sarif_tells_each_finding_from_the_others_and_names_files_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = files.write(tmp_path, "ä page.pdf", files.pdf(*files.ONE_PAGE))
    monkeypatch.chdir(tmp_path)
    run("check", path, "missing.pdf", "--format", "sarif")
    results = json.loads(capfd.readouterr().out)["runs"][0]["results"]
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
    assert len(set(prints)) == len(prints) > 2
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results}
    assert uris == {"%C3%A4%20page.pdf", "missing.pdf"}


# ----------------------------------------------------------------------------------- what is noticed before the work


@pytest.mark.parametrize("output", ["nowhere/report.json", "."])
def test_a_report_that_cannot_be_written_stops_before_anything_is_checked(
    output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    files.write(tmp_path, "page.pdf", files.pdf(*files.ONE_PAGE))
    monkeypatch.chdir(tmp_path)
    assert run("check", "page.pdf", "--output", output) == 1
    said = capfd.readouterr().err
    assert "cannot be written" in said
    assert "Checked" not in said


def test_a_baseline_that_is_not_there_stops_before_anything_is_checked(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run("check", folder / "talk-leaflet.html", "--baseline", tmp_path / "none.json") == 1
    assert "Checked" not in capfd.readouterr().err


def test_a_baseline_of_other_files_says_so(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("then", "now"):
        (tmp_path / name).mkdir()
        files.write(tmp_path / name, "old.doc", files.old_word())
    earlier = tmp_path / "earlier.json"
    run("check", tmp_path / "then", "--format", "json", "--output", earlier)
    capfd.readouterr()
    assert run("check", tmp_path / "now", "--baseline", earlier) == 1
    assert "names none of these files" in capfd.readouterr().err


# ------------------------------------------------------------------------------- names that are not those of files


def test_files_of_other_kinds_in_a_folder_are_named_as_left_out(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.odt", "b.pptx", "c.pptx", "picture.png"):
        files.write(tmp_path, name, b"PK")
    files.write(tmp_path, "old.doc", files.old_word())
    files.write(tmp_path, "macros.docm", b"")
    run("check", tmp_path)
    told = capfd.readouterr()
    assert "Not checked in folders" in told.err
    assert "3 files of other kinds (.odt, .pptx)" in told.err
    assert "macros.docm" in told.out


def test_an_earlier_report_in_the_folder_is_not_checked(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    files.write(tmp_path, "page.html", (folder / "talk-leaflet.html").read_bytes())
    assert run("check", tmp_path, "--format", "html", "--output", tmp_path / "report.html") == 0
    assert run("check", tmp_path) == 0
    assert "report.html" not in capfd.readouterr().out


def test_a_mistyped_path_without_an_ending_is_no_file_either(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("check", "handouts of last week") == 1
    assert "no file, folder or document called `handouts of last week`" in capfd.readouterr().err


def test_a_pdf_without_an_ending_is_told_which_one_to_have(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = files.write(tmp_path, "handout", files.pdf(*files.ONE_PAGE))
    assert run("check", path) == 1
    assert "This is a PDF. Give its name the ending .pdf" in " ".join(capfd.readouterr().out.split())
