"""A pack: what a teacher unpacks, what a print room reads first, and what a machine can verify."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from lessonkit.build import Options, Workshop
from lessonkit.check.pdf.read import reading_lines
from lessonkit.pack.make import Pack, Request, make_pack
from lessonkit.pack.plan import folder_name, plan
from lessonkit.problems import LessonkitError
from lessonkit.source.project import Project
from lessonkit.tailor.tailoring import Tailoring

PROJECT = Project(Path(__file__).parent.parent.parent)
ASKED = Tailoring(audience="send", need="moderate", adapt=("dyslexia-friendly",), minutes=45)
WINDOWS = re.compile(r"[a-z0-9][a-z0-9.-]{0,59}")


def packed(output: Path, project: Project = PROJECT, asked: Tailoring = ASKED) -> Pack:
    workshop = Workshop.open(project, Options(formats=("pdf",), tailoring=asked))
    *_, made = make_pack(Request("maya-film", output, pupils=12), workshop)
    assert isinstance(made, Pack)
    return made


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    made = packed(tmp_path_factory.mktemp("pack"))
    assert made.ok, [built.problems for built in made.documents]
    return made


def test_files_have_short_names_in_the_order_of_use(pack: Pack) -> None:
    names = [path.name for path in sorted(pack.folder.iterdir()) if path.name[0] != "."]
    assert names[0] == "00-index.pdf"
    assert names[1] == "01-plan.pdf"
    assert all(WINDOWS.fullmatch(name) for name in names)
    assert {"manifest.json", "check-report.html"} <= set(names)


def test_the_index_is_one_page_that_names_every_document(pack: Pack) -> None:
    index, *others = pack.documents
    assert index.pages == 1
    text = " ".join(reading_lines((pack.folder / "00-index.pdf").read_bytes()))
    for built in others:
        assert built.name in text
    assert "Pupils with SEND, moderate needs; 45 minutes; dyslexia-friendly" in text
    assert "12" in text


def test_the_plan_has_the_minutes_asked_for_and_no_adaptation_that_only_pupils_need(pack: Pack) -> None:
    lines = reading_lines((pack.folder / "01-plan.pdf").read_bytes())
    assert "45 minutes" in lines
    assert not [line for line in lines if "Dyslexia-friendly edition" in line]


def test_the_manifest_has_the_hash_of_every_document(pack: Pack) -> None:
    said = json.loads((pack.folder / "manifest.json").read_text("utf-8"))
    assert said["tailored-for"] == {
        "audience": "send",
        "need": "moderate",
        "adapt": ["dyslexia-friendly"],
        "minutes": 45,
    }
    files = {name: value for each in said["documents"] for name, value in each["files"].items()}
    assert len(files) >= 5
    for name, value in files.items():
        assert hashlib.sha256((pack.folder / name).read_bytes()).hexdigest() == value


def test_parents_may_see_exactly_what_pupils_see(pack: Pack) -> None:
    said = json.loads((pack.folder / "manifest.json").read_text("utf-8"))
    for_pupils = {name for each in said["documents"] if each["for"] in ("pupils", "wall") for name in each["files"]}
    view = pack.folder / "parent-view"
    assert len(for_pupils) > 3
    assert {path.name for path in view.glob("*.pdf")} == {name for name in for_pupils if name.endswith(".pdf")}


def test_the_archive_holds_the_folder_and_two_are_the_same(pack: Pack, tmp_path: Path) -> None:
    assert pack.archive is not None
    inside = set(zipfile.ZipFile(pack.archive).namelist())
    there = [path for path in pack.folder.rglob("*") if path.is_file() and path.name[0] != "."]
    assert inside == {f"{pack.folder.name}/{path.relative_to(pack.folder).as_posix()}" for path in there}
    again = packed(tmp_path).archive
    assert again is not None
    assert again.read_bytes() == pack.archive.read_bytes()


def test_a_file_of_an_earlier_pack_is_named_and_stays_out_of_the_archive(tmp_path: Path) -> None:
    old = tmp_path / "maya-film-pack" / "09-old-letter.pdf"
    old.parent.mkdir()
    old.write_bytes(b"an old telephone number")
    made = packed(tmp_path)
    assert made.others == (old,)
    assert old.exists()
    assert made.archive is not None
    assert not [name for name in zipfile.ZipFile(made.archive).namelist() if "old-letter" in name]


def test_a_pack_with_a_failing_document_has_no_index_and_no_archive(tmp_path: Path) -> None:
    for name in ("sources", "layouts"):
        shutil.copytree(PROJECT.root / name, tmp_path / name)
    letter = tmp_path / "sources" / "letters" / "letter-before.yaml"
    letter.write_text(letter.read_text("utf-8").replace("format: 1", "format: 1\ncolour: blue", 1), "utf-8")
    made = packed(tmp_path / "output", Project(tmp_path))
    assert not made.ok
    assert made.archive is None
    assert not (made.folder / "00-index.pdf").exists()
    assert made.others == ()


@pytest.mark.parametrize(
    ("audience", "worksheet"), [("ks3", "block-report-tell-worksheet"), ("send", "who-can-i-tell-worksheet")]
)
def test_a_pack_holds_the_worksheet_that_is_written_for_its_readers(audience: str, worksheet: str) -> None:
    workshop = Workshop.open(PROJECT, Options(tailoring=Tailoring(audience=audience)))
    members = plan("block-report-tell", workshop).members
    assert [each.named.name for each in members if each.asked.file == "worksheet"] == [worksheet]


def test_what_is_no_lesson_with_a_pack_is_told(tmp_path: Path) -> None:
    workshop = Workshop.open(PROJECT, Options())
    with pytest.raises(LessonkitError, match=r"does not say what belongs to its pack. Name a lesson.*maya-film"):
        list(make_pack(Request("talk-leaflet", tmp_path), workshop))
    with pytest.raises(LessonkitError, match="Did you mean `maya-film`"):
        list(make_pack(replace(Request("maya-flim", tmp_path)), workshop))


@pytest.mark.parametrize(("class_name", "folder"), [("", "maya-film-pack"), ("Year 5 / Oak", "maya-film-year-5-oak")])
def test_the_folder_is_named_for_the_class(class_name: str, folder: str) -> None:
    assert folder_name("maya-film", class_name) == folder


def test_a_pack_for_nobody_in_particular_is_for_the_usual_pupils_of_its_lesson(tmp_path: Path) -> None:
    made = packed(tmp_path, asked=Tailoring())
    assert made.ok, [built.problems for built in made.documents]
    assert {"08-help-cards": "send", "09-poster": "send"}.items() <= {
        b.name: b.audience for b in made.documents
    }.items()
    cards = " ".join(reading_lines((made.folder / "08-help-cards.pdf").read_bytes()))
    assert cards.index("Tell someone you trust") < cards.index("block and report")
    assert "Pupils with SEND" in " ".join(reading_lines((made.folder / "00-index.pdf").read_bytes()))


def test_an_easy_read_handout_is_said_to_be_easy_read_already(tmp_path: Path) -> None:
    made = packed(tmp_path, asked=Tailoring(adapt=("easy-read",)))
    said = {built.name: [remark.text for remark in built.remarks] for built in made.documents}
    assert said["06-easy-read"] == ["`easy-read` makes no sense for `maya-easy-read`: it is Easy Read already."]
    assert said["08-help-cards"] == ["`easy-read` makes no sense for `wallet-cards`: its words are few already."]
