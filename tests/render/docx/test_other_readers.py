"""Other programs read our Word files: Microsoft's own validator, and pandoc, which finds what the author gave."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

import referees
from lessonkit.render.docx import render_docx
from library import NAMES, build_into, document
from render.docx.pandoc import Read, of_document, of_word
from render.every_node import ASSETS, LEAFLET, LONG, RICH, THEME

SAMPLES = {"long": LONG, "leaflet": LEAFLET, "rich": RICH}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each definition of the library, and each sample, as a Word file."""
    folder = tmp_path_factory.mktemp("word")
    assert [built.problems for built in build_into(folder, formats=("docx",))] == [()] * len(NAMES)
    for name, source in SAMPLES.items():
        (folder / f"{name}.docx").write_bytes(render_docx(source, THEME, ASSETS))
    return folder


@pytest.mark.referee
def test_the_open_xml_sdk_finds_nothing(folder: Path) -> None:
    files = sorted(folder.glob("*.docx"))
    assert len(files) == len(NAMES) + len(SAMPLES)
    assert {path.stem: errors for path in files if (errors := referees.word_errors(path))} == {}


@pytest.mark.parametrize("name", [*NAMES, *SAMPLES])
@pytest.mark.parametrize("fact", [field.name for field in fields(Read)])
def test_pandoc_finds_what_the_author_gave(name: str, fact: str, found: dict[str, Read]) -> None:
    source = SAMPLES[name] if name in SAMPLES else document(name)
    assert getattr(found[name], fact) == getattr(of_document(source), fact)


@pytest.fixture(scope="module")
def found(folder: Path) -> dict[str, Read]:
    """What pandoc reads, by the name of the document."""
    return {path.stem: of_word(path) for path in folder.glob("*.docx")}


def test_pandoc_is_asked_about_everything() -> None:
    facts = [of_document(source) for source in (*SAMPLES.values(), *map(document, NAMES))]
    for field in fields(Read):
        assert any(getattr(one, field.name) for one in facts), field.name
