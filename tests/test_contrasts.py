"""Colours of a theme: which pairs documents use, which cannot be read, and the nearest that can."""

from __future__ import annotations

from colorsys import rgb_to_hls
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from builds import make_project
from lessonkit.appearance import contrast, passing
from lessonkit.cli import app as command
from lessonkit.source.project import Project

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def lightness(colour: str) -> float:
    return hls(colour)[1]


def hls(colour: str) -> tuple[float, float, float]:
    return rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))


@given(COLOURS, COLOURS, st.sampled_from((3.0, 4.5, 7.0)))
def test_nearest_colour_passes_and_no_nearer_one_does(colour: str, ground: str, least: float) -> None:
    found = passing(colour, ground, least)
    if contrast(colour, ground) >= least:
        assert hls(found) == pytest.approx(hls(colour), abs=0.01)
    if not found:
        assert max(contrast("#000000", ground), contrast("#ffffff", ground)) < least
        return
    assert contrast(found, ground) >= least
    away = abs(lightness(found) - lightness(colour))
    for grey in range(256):
        other = f"#{grey:02x}{grey:02x}{grey:02x}"
        if contrast(other, ground) >= least and hls(colour)[2] == 0:
            assert abs(lightness(other) - lightness(colour)) >= away - 0.005


def test_only_the_lightness_changes() -> None:
    hue, light, saturation = hls("#7fb069")
    found = hls(passing("#7fb069", "#ffffff", 4.5))
    assert found[0] == pytest.approx(hue, abs=0.01)
    assert found[2] == pytest.approx(saturation, abs=0.02)
    assert found[1] < light


@pytest.fixture
def pale(tmp_path: Path) -> Project:
    project = make_project(tmp_path)
    (project.layouts / "themes" / "pale.yaml").write_text(
        'format: 1\nname: pale\nbased-on: calm\npalette: {muted: "#9ca3af"}\n', "utf-8"
    )
    return project


def told(project: Project, name: str) -> tuple[int, str]:
    ran = CliRunner().invoke(command.app, ["theme", name, "--project", str(project.root)], env={"COLUMNS": "300"})
    return ran.exit_code, ran.output


def test_failing_pair_names_its_styles_and_the_nearest_colour(pale: Project) -> None:
    status, said = told(pale, "pale")
    assert status == 1
    nearest = passing("#9ca3af", "#ffffff", 4.5)
    (line,) = (row for row in said.splitlines() if "Theme pale: muted (#9ca3af) on" in row and "(#ffffff)" in row)
    assert "has 2.54 to 1; it needs 4.5" in line
    assert "caption" in line
    assert f"The nearest colour for the words that passes is {nearest}:" in line
    path = pale.layouts / "themes" / "pale.yaml"
    darker = passing("#9ca3af", "#e5f1f2", 4.5)
    path.write_text(path.read_text("utf-8").replace("#9ca3af", darker), "utf-8")
    assert told(pale, "pale")[0] == 0


def test_pale_band_under_white_words_is_what_is_to_be_changed(pale: Project) -> None:
    path = pale.layouts / "themes" / "pale.yaml"
    path.write_text('format: 1\nname: pale\nbased-on: calm\npalette: {accent: "#b98a4a"}\n', "utf-8")
    (line,) = (row for row in told(pale, "pale")[1].splitlines() if "paper (#ffffff) on" in row and "needs 4.5" in row)
    assert f"for the ground that passes is {passing('#b98a4a', '#ffffff', 4.5)}" in line


def test_theme_in_use_has_no_failing_pair(pale: Project) -> None:
    status, said = told(pale, "calm")
    assert status == 0
    assert "all can be read well enough" in said
    ratios = [float(row.split(")")[2].split()[0]) for row in said.splitlines() if row.count("(#") == 2]
    assert len(ratios) > 5
    assert min(ratios) > 4.5


def test_document_that_cannot_be_composed_is_named(pale: Project) -> None:
    guide = pale.sources / "guides" / "asks.yaml"
    guide.write_text(guide.read_text("utf-8").replace("chapters:", "chapter:"), "utf-8")
    assert "Left out, because it cannot be composed: asks." in told(pale, "calm")[1]


def test_unknown_theme_is_named(pale: Project) -> None:
    ran = CliRunner().invoke(command.app, ["theme", "plae", "--project", str(pale.root)])
    assert "There is no theme `plae`. Did you mean `pale`?" in str(ran.exception)
