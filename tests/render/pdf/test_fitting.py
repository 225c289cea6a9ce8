"""Copy-fitting: a panel that is too full is set tighter as far as its layout allows, and says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builds import rewrite
from lessonkit.appearance import Fit, Margins, PanelFrame
from lessonkit.build import Built, Options, build_all
from lessonkit.document import Panel
from lessonkit.problems import LessonkitError
from lessonkit.render.pdf.pieces import LaidPage, Run
from lessonkit.source.project import Project
from lessonkit.starters import new_definition, new_layout
from render.pdf.test_pages import document, pages_of, paragraph, pieces

BODY = 12


def leaflet(paragraphs: int, fit: Fit | None) -> object:
    frame = PanelFrame(1, 100, 90, Margins(8, 8, 8, 8), "inside", fit=fit)
    flat = document(Panel(1, tuple(paragraph("three more words", 9) for _ in range(paragraphs))))
    return replace(flat, page=replace(flat.page, width=100, height=90, panels=(frame,)))


def sizes(page: LaidPage) -> set[float]:
    return {piece.look.size for _, _, piece in pieces(page) if isinstance(piece, Run)}


def most(fit: Fit | None) -> int:
    """How many paragraphs a panel takes."""
    count = 1
    while True:
        try:
            pages_of(leaflet(count + 1, fit))
        except LessonkitError:
            return count
        count += 1


def test_a_panel_that_is_not_full_is_set_as_it_is_designed() -> None:
    (page,) = pages_of(leaflet(3, Fit((10, 12), (0.5, 1))))
    assert sizes(page) == {BODY}
    assert page.fitted == ""


def test_spaces_shrink_before_type_does() -> None:
    usual = most(None)
    spaces = Fit((10, 12), (0.5, 1))
    (page,) = pages_of(leaflet(usual + 1, spaces))
    assert sizes(page) == {BODY}
    assert page.fitted.startswith("panel 1 (inside) is full, so it has text of 12 pt, spaces of ")
    (fuller,) = pages_of(leaflet(most(spaces), spaces))
    assert 10 <= max(sizes(fuller)) < BODY
    assert "spaces of 50 %" in fuller.fitted
    assert usual < most(replace(spaces, size=(12, 12))) < most(spaces)


def test_the_largest_setting_that_fits_is_taken() -> None:
    usual = most(None)
    found = [max(sizes(pages_of(leaflet(count, Fit((9, 12))))[0])) for count in range(usual, most(Fit((9, 12))) + 1)]
    assert found[0] == BODY
    assert found == sorted(found, reverse=True)
    assert len(set(found)) > 1


def test_what_still_does_not_fit_is_an_error_with_its_excess() -> None:
    fit = Fit((11, 12), (0.9, 1))
    with pytest.raises(LessonkitError, match=r"too full by \d+ mm.* It is set as tightly as its layout"):
        pages_of(leaflet(most(fit) + 1, fit))


# ---------------------------------------------------------------------------- as authors and designers meet it


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    path, _ = new_layout("tight", "leaflet", project)
    path.write_text(path.read_text("utf-8") + "fit: {size: [10.5, 12], spacing: [0.8, 1]}\n", "utf-8")
    leaflet, _ = new_definition("leaflet", "ours", project)
    rewrite(leaflet, "layout: leaflet", "layout: tight")
    return project


def fill(project: Project, times: int) -> None:
    """More and more points in one panel."""
    points = "".join(f"          - what feels right, {number}\n" for number in range(times))
    rewrite(project.sources / "leaflets" / "ours.yaml", "          - what stays private\n", points)


def built(project: Project, folder: Path) -> Built:
    steps = build_all(project, [], Options(folder, ("pdf",)))
    (document,) = (step for step in steps if isinstance(step, Built))
    return document


def test_the_build_says_when_it_set_a_panel_tighter(project: Project, tmp_path: Path) -> None:
    assert built(project, tmp_path / "output").fitted == ()
    fill(project, 14)
    document = built(project, tmp_path / "output")
    assert document.ok, document.problems
    (said,) = document.fitted
    assert said.startswith("panel 3 (inside middle) is full, so it has text of 12 pt, spaces of ")


def test_type_for_families_stays_12_points_unless_the_layout_says_otherwise(project: Project, tmp_path: Path) -> None:
    fill(project, 16)
    (problem,) = built(project, tmp_path / "output").problems
    assert "Panel 3 (inside middle) is too full" in problem.what
    rewrite(project.layouts / "tight" / "layout.yaml", "size: [10.5, 12]", "under-12: true, size: [10.5, 12]")
    document = built(project, tmp_path / "output")
    assert document.ok, document.problems
    assert "text of 12 pt" not in document.fitted[0]


@pytest.mark.parametrize(
    "wrong", ["size: [12, 11]", "size: [4, 12]", "size: [11, 12], spacing: [0.1, 1]", "size: [11]"]
)
def test_a_range_that_makes_no_sense_is_told_with_its_line(wrong: str, project: Project, tmp_path: Path) -> None:
    path = project.layouts / "tight" / "layout.yaml"
    rewrite(path, "fit: {size: [10.5, 12], spacing: [0.8, 1]}", f"fit: {{{wrong}}}")
    problem = built(project, tmp_path / "output").problems[0]
    assert problem.place
    assert problem.place.line == len(path.read_text("utf-8").splitlines())
