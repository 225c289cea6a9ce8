"""Words in another language: one YAML file; what it lacks is English and said to be."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest

from lessonkit.build import Built, Options, build_all
from lessonkit.check import check_document
from lessonkit.document import Field
from lessonkit.layout.compose import compose
from lessonkit.layout.strings import read_strings
from lessonkit.problems import LessonkitError
from lessonkit.reading import inlines, reading_lines, walk, walk_inline
from lessonkit.source.fields import FIELDS
from lessonkit.source.library import read_library
from lessonkit.source.project import Project
from lessonkit.source.read import read_definition
from lessonkit.tailor.school import School, field_values
from render.every_node import ASSETS, THEME

STRINGS = Path("layouts/strings")


@pytest.fixture
def strings(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STRINGS, tmp_path / "layouts" / "strings"))


@pytest.fixture
def welsh(tmp_path: Path) -> Project:
    """A project whose documents are said to be in Welsh."""
    for folder in ("layouts", "sources"):
        shutil.copytree(folder, tmp_path / folder)
    for path in (tmp_path / "sources").glob("*/*.yaml"):
        path.write_text(path.read_text("utf-8").replace("language: en-GB", "language: cy"), "utf-8")
    return Project(tmp_path)


def test_a_language_is_chosen_by_its_first_part() -> None:
    assert read_strings(STRINGS, "en-GB").strings["page"] == read_strings(STRINGS, "en").strings["page"] == "Page"
    assert (
        read_strings(STRINGS, "cy-GB").words["skip"]
        == read_strings(STRINGS, "cy").words["skip"]
        == "Neidio i’r cynnwys"
    )


def test_english_names_of_details_are_those_of_messages() -> None:
    assert read_strings(STRINGS, "en").fields == FIELDS
    assert set(read_strings(STRINGS, "cy").fields) == set(FIELDS)


def test_welsh_is_complete_and_waits_for_a_translator() -> None:
    found = read_strings(STRINGS, "cy")
    assert (found.missing, found.unchecked, found.file) == ((), True, "layouts/strings/cy.yaml")
    same = {text for key, text in read_strings(STRINGS, "en").strings.items() if found.strings[key] == text}
    worded = {text for text in same if re.search(r"[A-Za-z]", re.sub(r"\{\w+\}|https?://\S+", "", text))}
    assert worded == {"Staff", "Help"}


def test_a_text_that_is_missing_is_english_and_named(strings: Path) -> None:
    path = strings / "cy.yaml"
    text = path.read_text("utf-8").replace("  skip: Neidio i’r cynnwys\n", "").replace("  page: Tudalen\n", "")
    path.write_text(text.replace("{label: enw eich ysgol, title", "{title"), "utf-8")
    with pytest.raises(LessonkitError, match="`label` is missing"):
        read_strings(strings, "cy")
    path.write_text(text, "utf-8")
    found = read_strings(strings, "cy")
    assert found.missing == ("strings.page", "words.skip")
    assert (found.strings["page"], found.words["skip"], found.strings["of"]) == ("Page", "Skip to the content", "o")


def test_a_language_without_a_file_is_english_and_said_to_be() -> None:
    found = read_strings(STRINGS, "uk")
    assert found.words == read_strings(STRINGS, "en").words
    assert (found.missing, found.file) == (("all of them",), "layouts/strings/uk.yaml")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  page: Tudalen", "  pag: Tudalen", "English has no text `pag`. Did you mean `page`?"),
        ("Nodyn {number}", "Nodyn", "`note` must have {number}, as in English."),
        ("{first} a {last}", "{first} a {second}", "`listed` must have {first} and {last}, as in English."),
        ("  skip: Neidio", "  skip: {x} Neidio", None),
    ],
)
def test_a_slip_of_a_translator_is_told_with_its_line(old: str, new: str, message: str | None, strings: Path) -> None:
    path = strings / "cy.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new), "utf-8")
    line = next(number for number, row in enumerate(text.splitlines(), 1) if old in row)
    with pytest.raises(LessonkitError) as error:
        read_strings(strings, "cy")
    first = str(error.value.problems[0])
    assert first.startswith(f"layouts/strings/cy.yaml:{line}: ")
    assert message is None or message in first


@pytest.mark.parametrize("name", ["maya-film", "talk-leaflet", "send-carer-guide"])
def test_a_document_in_welsh_has_welsh_around_its_words(name: str, welsh: Project) -> None:
    library = read_library(welsh)
    definition = read_definition(welsh.definitions()[name], welsh, library)
    made = compose(definition, library, field_values(School()), welsh.layouts).document
    lines = "\n".join(reading_lines(made))
    assert "Heb ei adolygu eto gan weithiwr diogelu proffesiynol." in lines
    assert f"Fersiwn {definition.version}, 22 Tachwedd 2026." in lines
    assert "Not yet reviewed" not in lines
    labels = {node.label for block in walk(made.blocks) for content in inlines(block) for node in walk_inline(content)
              if isinstance(node, Field) and node.name in FIELDS}  # fmt: skip
    assert labels
    assert all(label.split()[0] in ("enw", "rhif", "cyfeiriad", "gwefan") for label in labels)
    found = [finding.message for finding in check_document(made, THEME, ASSETS)]
    assert "No translator has checked these words." in found


def test_english_dates_and_lists_read_as_ever() -> None:
    definition = read_definition(Project(Path.cwd()).definitions()["maya-film"], Project(Path.cwd()))
    assert definition.date == datetime.date(2026, 11, 22)
    made = compose(
        definition, read_library(Project(Path.cwd())), field_values(School()), Path.cwd() / "layouts"
    ).document
    lines = "\n".join(reading_lines(made))
    assert "22 November 2026" in lines
    assert "Plans for 30, 45 and 60 minutes" in lines


def test_words_that_nobody_checked_may_be_a_template_but_nothing_final(welsh: Project, tmp_path: Path) -> None:
    def built(final: bool) -> Built:
        options = Options(tmp_path / "output", ("html",), final=final)
        return next(step for step in build_all(welsh, ["maya-film"], options) if isinstance(step, Built))

    refused = "No translator has checked these words."
    assert built(final=False).ok
    assert refused in [problem.what for problem in built(final=True).problems]
    path = welsh.layouts / "strings" / "cy.yaml"
    signed = "reviewed: {by: Mair Ifan, role: cyfieithydd, on: 2026-12-01}"
    path.write_text(path.read_text("utf-8").replace("reviewed: null", signed), "utf-8")
    assert refused not in [problem.what for problem in built(final=True).problems]


def test_a_school_detail_that_there_is_not_is_told_with_its_line(strings: Path) -> None:
    path = strings / "en.yaml"
    text = path.read_text("utf-8")
    assert "  school_name:" in text
    path.write_text(text.replace("  school_name:", "  scool_name:"), "utf-8")
    with pytest.raises(LessonkitError, match="no school detail `scool_name`"):
        read_strings(strings, "en")
