"""Pages as pictures: all of a file, a sheet of them, and what has changed between two builds."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import Result
from PIL import Image, ImageDraw
from typer.testing import CliRunner

from builds import make_project, rewrite
from lessonkit.cli import app as command
from lessonkit.preview import compare, contact_sheet, pages
from lessonkit.preview.compare import MARK
from lessonkit.problems import LessonkitError
from lessonkit.source.project import Project

Run = Callable[..., Result]


def page(*spots: tuple[int, int], size: tuple[int, int] = (400, 600)) -> Image.Image:
    picture = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(picture)
    for x, y in spots:
        pen.rectangle((x, y, x + 20, y + 10), fill="black")
    return picture


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    made = make_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    return made


@pytest.fixture
def run(project: Project) -> Run:
    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(command.app, [*arguments, "--project", str(project.root)])

    return invoke


# --------------------------------------------------------------------------------------------------- what differs


def test_pages_that_look_the_same_are_left_out() -> None:
    assert compare([page((10, 10)), page()], [page((10, 10)), page()]) == []


def test_each_place_that_differs_has_a_frame_in_both_pictures() -> None:
    (found,) = compare([page((40, 40), (300, 500))], [page((40, 44), (300, 500), (200, 200))])
    assert found.what == "2 places"
    for picture in (found.before, found.after):
        seen = picture.load()
        framed = {(x // 100, y // 100) for x in range(400) for y in range(600) if seen[x, y] == MARK}
        assert {(0, 0), (2, 2)} <= framed
        assert (3, 5) not in framed, "what is the same has no frame"


@pytest.mark.parametrize(
    ("before", "after"),
    [("#e5f1f2", "#f6efe4"), ("#0b5563", "#1a4a72"), ("#1f2937", "#1f29b7"), ("#f6efe4", "#f0e9de")],
)
def test_a_ground_in_another_colour_is_seen_also_where_it_is_as_light(before: str, after: str) -> None:
    grounds = [Image.new("RGB", (400, 600), colour) for colour in (before, after)]
    (found,) = compare(grounds[:1], grounds[1:])
    assert found.what == "1 place"
    corners = [found.after.getpixel(corner) for corner in ((0, 0), (399, 0), (0, 599), (399, 599))]
    assert corners == [MARK] * 4, "the frame of a whole page is seen"


def test_pages_that_came_or_went_are_said() -> None:
    assert [each.what for each in compare([page()], [page(), page()])] == ["new page"]
    assert [each.what for each in compare([page(), page()], [page()])] == ["page is gone"]


def test_pages_of_another_size_are_compared() -> None:
    (found,) = compare([page(size=(400, 600))], [page(size=(400, 620))])
    assert found.before.size == found.after.size == (400, 620)


def test_sheet_keeps_pages_in_proportion() -> None:
    sheet = contact_sheet("Panels", [("one", page(size=(500, 600))), ("two", page(size=(250, 600)))], across=2)
    white = [x for x in range(sheet.width) if sheet.getpixel((x, 300)) == (255, 255, 255)]
    runs = 1 + sum(later - earlier > 1 for earlier, later in pairwise(white))
    assert runs == 2
    assert len(white) == pytest.approx(750, abs=4)


def test_what_is_no_pdf_is_said() -> None:
    with pytest.raises(LessonkitError, match="no PDF that can be drawn"):
        pages(b"nothing of the kind", "words.pdf")


# ------------------------------------------------------------------------------------------------------- commands


def test_preview_writes_pages_and_a_sheet_and_builds_nothing(run: Run, tmp_path: Path) -> None:
    ran = run("preview", "asks")
    assert ran.exit_code == 0, ran.output
    pictures = {path.name for path in (tmp_path / "preview").glob("*.png")}
    assert {"asks.png", "asks-1.png"} <= pictures
    assert f"{len(pictures) - 1} page" in ran.output
    assert not (tmp_path / "output").exists()


def test_preview_against_a_build_says_what_differs(run: Run, project: Project, tmp_path: Path) -> None:
    assert run("build", "asks", "--format", "pdf").exit_code == 0
    ran = run("preview", "asks", "--against", "output")
    assert ran.exit_code == 0, ran.output
    assert "asks.pdf: looks the same" in ran.output
    rewrite(project.sources / "guides" / "asks.yaml", "Talk with your child", "Talk with your son")
    ran = run("preview", "asks", "--against", "output")
    assert ran.exit_code == 1
    assert "asks.pdf: page 1: 1 place\n" in ran.output
    assert (tmp_path / "preview" / "asks-changes.png").is_file()
    assert run("preview", "asks", "--against", "output/asks.pdf").exit_code == 1


def test_preview_shows_another_theme(run: Run) -> None:
    run("build", "asks", "--format", "pdf")
    ran = run("preview", "guides", "--theme", "high-contrast", "--against", "output")
    assert "asks.pdf: page 1:" in ran.output
    assert "explains.pdf: there was none before" in ran.output


def test_two_folders_are_compared(run: Run, project: Project, tmp_path: Path) -> None:
    run("build", "--format", "pdf")
    rewrite(project.sources / "guides" / "asks.yaml", "Talk with your child", "Talk with your son")
    run("build", "--format", "pdf", "--output", "later")
    ran = run("preview", "later", "--against", "output")
    assert "asks.pdf: page 1: 1 place\n" in ran.output
    assert "explains.pdf: looks the same" in ran.output


def test_renew_builds_what_a_theme_changes_and_shows_it(run: Run, project: Project, tmp_path: Path) -> None:
    assert run("build").exit_code == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "output").glob("*.docx")}
    rewrite(project.layouts / "themes" / "calm.yaml", 'accent: "#0b5563"', 'accent: "#5a2a00"')
    ran = run("renew", "guide")
    assert ran.exit_code == 0, ran.output
    assert (tmp_path / "preview" / "asks-changes.png").is_file()
    assert (tmp_path / "preview" / "explains-changes.png").is_file()
    assert all((tmp_path / "output" / name).read_bytes() != data for name, data in before.items())
    assert run("build", "--why").output.count("nothing has changed") == 2


def test_names_and_paths_that_lead_nowhere_are_said(run: Run, tmp_path: Path) -> None:
    assert "There is no document and no type `aks`. Did you mean `asks`?" in str(run("preview", "aks").exception)
    (tmp_path / "empty").mkdir()
    assert "There is no PDF here." in str(run("preview", "asks", "--against", "empty").exception)
