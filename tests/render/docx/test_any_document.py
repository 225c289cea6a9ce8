"""Any document at all as a Word file: Microsoft's own validator finds nothing, with a school's template too."""

from __future__ import annotations

from pathlib import Path

import pytest

import referees
from lessonkit.render.docx import render_docx
from lessonkit.render.docx.school import read_template
from render.docx.test_school_template import template
from render.every_node import ASSETS, THEME
from render.stress import every_pair, for_word, random_document

MOST = 60
"""The validator starts anew for each file, which takes a second."""


@pytest.mark.referee
def test_the_open_xml_sdk_finds_no_fault_in_any_of_them(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    count = min(request.config.getoption("--documents"), MOST)
    school = read_template(template(tmp_path))
    found = {}
    for number, source in enumerate([every_pair(), *map(random_document, range(count))]):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(render_docx(for_word(source), THEME, ASSETS, template=school if number % 2 else None))
        found[number] = referees.word_errors(path)
    assert {number: errors for number, errors in found.items() if errors} == {}
