"""Documents of ours have nothing that the rules about any PDF could find."""

from pathlib import Path

import pytest

from lessonkit.appearance import Theme
from lessonkit.check.anypdf import check_any_pdf
from lessonkit.document import Document
from lessonkit.drawing import Assets
from lessonkit.layout.compose import compose
from lessonkit.render.pdf import render_pdf
from lessonkit.source.library import read_library
from lessonkit.source.project import find_project
from lessonkit.source.read import read_definition
from lessonkit.tailor.school import field_values, read_school
from render.every_node import ASSETS, LEAFLET, LONG, RICH, THEME


@pytest.mark.parametrize("document", [LEAFLET, LONG, RICH], ids=["leaflet", "long", "rich"])
def test_a_document_with_every_node_has_no_finding(document: Document) -> None:
    assert_no_finding(document, THEME, ASSETS)


@pytest.mark.parametrize("name", ["talk-leaflet", "maya-film", "send-carer-guide"])
def test_a_document_of_the_library_has_no_finding(name: str, project: Path) -> None:
    opened = find_project(project)
    library = read_library(opened)
    definition = read_definition(opened.definitions()[name], opened, library)
    composed = compose(definition, library, field_values(read_school(opened)), opened.layouts)
    assert_no_finding(composed.document, composed.theme, Assets(opened.layouts / "icons", opened.root))


def assert_no_finding(document: Document, theme: Theme, assets: Assets) -> None:
    for edition, data in render_pdf(document, theme, assets).items():
        assert check_any_pdf(data) == [], edition
