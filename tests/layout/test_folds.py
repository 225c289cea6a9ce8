"""Layouts that are folded or bound: what lies back to back fits, and nothing looks out of the folded leaflet."""

from __future__ import annotations

import pytest

from lessonkit.build import Options, Workshop, composed_of, rendered
from lessonkit.layout.geometry import read_layout
from lessonkit.preview import pages
from lessonkit.source.editions import documents
from lessonkit.source.project import Project
from lessonkit.starters import new_definition
from library import PROJECT

LONG = {"leaflet": "talk-leaflet.yaml", "guide": "send-carer-guide.yaml"}
FOLDED = sorted(
    path.parent.name for path in PROJECT.layouts.glob("*/layout.yaml") if read_layout(path.parent).page.sheets
)


def test_both_ways_to_fold_are_there() -> None:
    assert FOLDED == ["leaflet", "leaflet-concertina"]


@pytest.mark.parametrize("name", FOLDED)
def test_panels_fill_the_sheet_and_lie_back_to_back(name: str) -> None:
    page = read_layout(PROJECT.layouts / name).page
    widths = {panel.number: panel.width for panel in page.panels}
    outside, inside = ([widths[number] for number in sheet.panels] for sheet in page.sheets)
    assert sum(outside) == sum(inside) == page.width
    assert outside == inside[::-1], "turned over its short edge, each panel has its own back"
    assert {panel.height for panel in page.panels} == {page.height}


def test_cover_of_the_concertina_hides_the_panels_below_it() -> None:
    page = read_layout(PROJECT.layouts / "leaflet-concertina").page
    widths = {panel.number: panel.width for panel in page.panels}
    outside = page.sheets[0].panels
    assert outside[-1] == 1, "the cover is the last panel at the right, so that the leaflet opens like a book"
    assert [widths[number] for number in reversed(outside)] == sorted(map(widths.get, outside), reverse=True)
    assert page.sheets[1].panels[:2] == (2, 3), "whoever turns the cover sees what comes next"
    assert page.sheets[1].panels[-1] == 6, "the last panel is the back"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A short leaflet and a short guide, beside the long ones of the library."""
    project = Project(tmp_path_factory.mktemp("folds"))
    for kind, layout in (("leaflet", "leaflet-concertina"), ("guide", "guide-booklet")):
        path, _ = new_definition(kind, f"short-{kind}", project)
        long = PROJECT.sources / f"{kind}s" / LONG[kind]
        for file in (path, path.with_name(long.name)):
            text = (path if file == path else long).read_text("utf-8")
            file.write_text(text.replace(f"layout: {kind}", f"layout: {layout}", 1), "utf-8")
    return project


def files(name: str, project: Project) -> dict[str, bytes]:
    workshop = Workshop.open(project, Options(formats=("pdf", "html")))
    return rendered(composed_of(documents(project)[name], workshop), workshop)


@pytest.mark.parametrize("name", ["short-leaflet", "talk-leaflet"])
def test_short_and_long_words_fit_the_concertina(name: str, project: Project) -> None:
    made = files(name, project)
    assert len(pages(made[f"{name}.pdf"], name, 60)) == 6
    assert len(pages(made[f"{name}-print.pdf"], name, 60)) == 2
    title = composed_of(documents(project)[name], Workshop.open(project, Options())).document.title
    html = made[f"{name}.html"].decode()
    assert f">{title}</h1>" in html, "the cover shows the title, also where it has no heading of its own"
    assert ">None<" not in html


@pytest.mark.parametrize("name", ["short-guide", "send-carer-guide"])
def test_short_and_long_words_fit_the_booklet(name: str, project: Project) -> None:
    made = files(name, project)
    drawn = pages(made[f"{name}.pdf"], name, 148)
    assert {page.size for page in drawn} == {(148, 210)}
    html = made[f"{name}.html"].decode()
    assert "<dt" in html
    assert "Whom to contact" not in html, "contacts stand one below the other where three columns are too narrow"
