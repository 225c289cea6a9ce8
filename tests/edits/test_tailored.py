"""Edits of a Word file that was tailored for a class go into the variant that its reader saw."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest

from lessonkit.build import Options, build_all
from lessonkit.edits import compare
from lessonkit.edits.base import Workbench, base_of
from lessonkit.edits.propose import propose
from lessonkit.edits.word import read_edited
from lessonkit.source.project import Project
from lessonkit.tailor.notation import notation, parsed
from lessonkit.tailor.tailoring import Tailoring

ROOT = Path(__file__).parent.parent.parent


def test_an_edit_goes_into_the_variant(tmp_path: Path) -> None:
    for name in ("sources", "layouts"):
        shutil.copytree(ROOT / name, tmp_path / name)
    project, asked = Project(tmp_path), Tailoring(audience="send", need="complex", minutes=45)
    options = Options(tmp_path / "output", ("docx",), tailoring=asked)
    assert all(not getattr(built, "problems", ()) for built in build_all(project, ["maya-film"], options))
    written = tmp_path / "output" / "maya-film-send-complex-45min.docx"
    document = docx.Document(str(written))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if "communicate help" in run.text]
    assert len(runs) == 1
    runs[0].text = runs[0].text.replace("communicate", "show")
    document.save(str(written))
    bench, edited = Workbench.open(project), read_edited(written)
    base = base_of(edited, written, bench)
    made = propose(compare(edited, base), base, bench)
    changed = [line for line in made.patch().splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert changed == [
        "-  Pupils communicate help, stop or no in their own way, and know an adult they trust.",
        "+  Pupils show help, stop or no in their own way, and know an adult they trust.",
    ]


def test_an_edit_for_another_nation_goes_into_its_variant(tmp_path: Path) -> None:
    for name in ("sources", "layouts"):
        shutil.copytree(ROOT / name, tmp_path / name)
    project, school = Project(tmp_path), tmp_path / "ours.yaml"
    school.write_text("format: 1\nnation: Wales\n", "utf-8")
    options = Options(tmp_path / "output", ("docx",), school=school)
    assert all(not getattr(built, "problems", ()) for built in build_all(project, ["maya-film"], options))
    written = tmp_path / "output" / "maya-film.docx"
    document = docx.Document(str(written))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if "Your nation has" in run.text]
    runs[0].text = runs[0].text.replace("Your nation", "Wales")
    document.save(str(written))
    bench, edited = Workbench.open(project), read_edited(written)
    base = base_of(edited, written, bench)
    patch = propose(compare(edited, base), base, bench).patch()
    assert (
        "+        This plan was matched to guidance and frameworks for England. Wales has a curriculum of its own."
        in patch
    )


@pytest.mark.parametrize(
    "asked",
    [
        Tailoring(nation="northern-ireland", language="cy"),
        Tailoring("ks2", language="cy"),
        Tailoring(),
        Tailoring("send", "low", ("large-print", "symbols"), 45, "support"),
        Tailoring("ks3", minutes=30),
    ],
)
def test_what_is_written_down_is_read_back(asked: Tailoring) -> None:
    assert parsed(notation("maya-film-running-order", asked)) == ("maya-film-running-order", asked)
