"""Builds make again what has changed, and nothing else; what is left alone is what a whole new build would give."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builds import ASKS, EXPLAINS, NAMES, build, make_project, rewrite
from lessonkit import ledger
from lessonkit.build import Built, Options, build_all
from lessonkit.dataclass import dataclass
from lessonkit.drawing import assets
from lessonkit.ledger import LEDGER
from lessonkit.output import OutputFolder
from lessonkit.problems import LessonkitError
from lessonkit.reads import listening
from lessonkit.source.project import RECORDS, Project
from lessonkit.tailor.asked import Tailoring
from lessonkit.tailor.overrides import Override


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A small project, built once, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    project = make_project(tmp_path / "project")
    assert all(built.why == ("it was never built here",) for built in again(project))
    return project


def again(project: Project, *names: str, **options: Any) -> list[Built]:
    return build(project, project.root / "output", *names, **options)


def made_again(project: Project, **options: Any) -> dict[str, tuple[str, ...]]:
    """Why each document was built that was built."""
    done = again(project, **options)
    assert len(done) == len(NAMES)
    assert all(built.ok for built in done), [built.problems for built in done]
    return {built.name: built.why for built in done if not built.unchanged}


def output(project: Project, name: str) -> Path:
    return project.root / "output" / name


# -------------------------------------------------------------------------------------------------- nothing changed


def test_nothing_is_made_again_when_nothing_has_changed(project: Project) -> None:
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in (project.root / "output").iterdir()}
    assert made_again(project) == {}
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in before} == before


def test_a_document_left_alone_is_said_to_be_what_it_was(project: Project) -> None:
    first, second = again(project, ASKS, force=True)[0], again(project, ASKS)[0]
    assert (first.unchanged, second.unchanged) == (False, True)
    about = "title", "audience", "reviewed", "pages", "files", "kept", "problems", "reviews", "checks", "notes"
    assert [getattr(first, each) for each in about] == [getattr(second, each) for each in about]
    assert first.reviews


def test_nothing_is_said_of_building_what_is_left_alone(project: Project) -> None:
    options = Options(project.root / "output", ("html",))
    assert [step for step in build_all(project, [], options) if isinstance(step, str)] == []


def test_a_copy_of_the_project_knows_what_was_built(project: Project, tmp_path: Path) -> None:
    shutil.copytree(project.root, tmp_path / "copy")
    assert made_again(Project(tmp_path / "copy")) == {}


def test_times_do_not_matter(project: Project) -> None:
    for path in (project.root / "sources").rglob("*.yaml"):
        path.touch()
    assert made_again(project) == {}


# -------------------------------------------------------------------------------------------------- something changed


def in_file(path: str, old: str, new: str) -> Callable[[Project], None]:
    return lambda project: rewrite(project.root / path, old, new)


def copied(path: str, other: str) -> Callable[[Project], None]:
    return lambda project: [shutil.copy(project.root / other, project.root / path), assets._read_once.cache_clear()]


TALK = "      - text: Talk with your child. It is never their fault.\n"
CONTACTS, SCHOOL = "sources/library/contacts.yaml", "sources/school.yaml"


@dataclass(frozen=True)
class Case:
    change: Callable[[Project], Any]
    asks: str = ""
    """Why this one is built; empty if it is not."""
    explains: str = ""


def both(change: Callable[[Project], Any], why: str) -> Case:
    return Case(change, why, why)


CASES = {
    "definition": Case(in_file("sources/guides/asks.yaml", "Talk with", "Talk to"), "sources/guides/asks.yaml changed"),
    "contact": Case(
        in_file(CONTACTS, "help@nspcc", "helpline@nspcc"), asks=f"the contact record nspcc changed ({CONTACTS})"
    ),
    "who a contact is for": Case(
        in_file(CONTACTS, "people under 19", "people below 19"),
        asks=f"the contact record childline changed ({CONTACTS})",
    ),
    "contact of both": both(
        in_file(CONTACTS, "Anyone, when someone is", "Anyone when somebody is"),
        f"the contact record police_999 changed ({CONTACTS})",
    ),
    "contact of none": both(in_file(CONTACTS, "Hwb", "HWB"), ""),
    "what is not printed of a contact": both(in_file(CONTACTS, "CEOP and NSPCC advice pages", "Advice pages"), ""),
    "a comment below all contacts": both(lambda project: append(project.root / CONTACTS, "# The end\n"), ""),
    "lines of contacts": both(in_file(CONTACTS, "contacts:\n", "contacts:\n# A comment\n"), ""),
    "fact": Case(
        in_file("sources/library/facts.yaml", "imagery was on 78%", "imagery stood on 78%"),
        explains="the fact record s2_share changed (sources/library/facts.yaml)",
    ),
    "term": Case(
        in_file("sources/library/terms.yaml", "They may seem kind", "They can seem kind"),
        explains="the term record grooming changed (sources/library/terms.yaml)",
    ),
    "message": Case(
        in_file("sources/library/messages.yaml", "id: guide-credit\n    text: ", "id: guide-credit\n    text: Yes. "),
        asks="the message record guide-credit changed (sources/library/messages.yaml)",
    ),
    "words to avoid": both(in_file("sources/library/words.yaml", "format: 1", "format: 1 # one"), ""),
    "school detail": Case(
        in_file(SCHOOL, "dsl:                        # Designated Safeguarding Lead\n  name:", "dsl:\n  name: Ada Oak"),
        *[f"the school detail dsl_name changed ({SCHOOL})"] * 2,
    ),
    "another school detail": Case(
        in_file(SCHOOL, "\nemail:", "\nemail: office@oak.sch.uk"),
        asks=f"the school detail school_email changed ({SCHOOL})",
    ),
    "school detail of none": both(in_file(SCHOOL, "\nweb:", "\nweb: https://oak.sch.uk #"), ""),
    "layout": both(
        in_file("layouts/guide/layout.yaml", "width: 210", "width: 211"), "layouts/guide/layout.yaml changed"
    ),
    "other layout": both(in_file("layouts/lesson/layout.yaml", "format: 1", "format: 1 # one"), ""),
    "a remark in a template": both(in_file("layouts/guide/page.xml.j2", "{#", "{# Remark."), ""),
    "block": Case(
        in_file(
            "layouts/blocks/school.xml.j2", "{% macro block(b, level) %}", "{% macro block(b, level) %}<p>New.</p>"
        ),
        asks="layouts/blocks/school.xml.j2 changed",
    ),
    "strings": Case(
        in_file("layouts/strings/en.yaml", "source: ", "source: The "), explains="layouts/strings/en.yaml changed"
    ),
    "theme": both(in_file("layouts/themes/calm.yaml", "#", "# Remark.\n#"), ""),
    "icon": Case(copied("layouts/icons/heart.svg", "layouts/icons/home.svg"), asks="layouts/icons/heart.svg changed"),
    "other icon": both(copied("layouts/icons/film.svg", "layouts/icons/home.svg"), ""),
    "font": both(
        copied("layouts/fonts/NotoSansMath-Regular.ttf", "layouts/fonts/NotoSans-Bold.ttf"),
        "layouts/fonts/NotoSansMath-Regular.ttf changed",
    ),
    "picture": Case(
        lambda project: append(project.sources / "images" / "square.png", "\n", "latin-1"),
        asks="sources/images/square.png changed",
    ),
    "missing file": Case(lambda project: output(project, "asks.html").unlink(), "its output asks.html is missing"),
    "changed file": Case(
        lambda project: append(output(project, "asks.html"), "<!-- by hand -->"), "its output asks.html was changed"
    ),
}


def append(path: Path, text: str, encoding: str = "utf-8") -> None:
    path.write_bytes(path.read_bytes() + text.encode(encoding))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_has_changed_is_made_again(project: Project, case: Case) -> None:
    case.change(project)
    expected = {name: (why,) for name, why in ((ASKS, case.asks), (EXPLAINS, case.explains)) if why}
    assert made_again(project) == expected
    assert made_again(project) == {}


def test_a_document_notes_what_an_earlier_one_has_read(project: Project, tmp_path: Path) -> None:
    """What is remembered in a process, such as icons and templates, is written down for each document that uses it."""
    together = entries(project.root / "output")[EXPLAINS]
    build(project, tmp_path / "alone", EXPLAINS, force=True)
    alone = entries(tmp_path / "alone")[EXPLAINS]
    assert (together["read"], together["drawn"]) == (alone["read"], alone["drawn"])
    assert "layouts/blocks/terms.xml.j2" in alone["read"]
    assert "layouts/blocks/school.xml.j2" not in alone["read"]


def entries(folder: Path) -> dict[str, Any]:
    documents = json.loads((folder / LEDGER).read_text("utf-8"))["documents"]
    return {name: json.loads(known["entry"]) for name, known in documents.items()}


# ------------------------------------------------------------------------------------------ what makes it, and how


def test_another_lessonkit_makes_all_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    now = ledger.tools()
    monkeypatch.setattr(ledger, "tools", lambda: now | {"lessonkit": "another", "pypdf": "99.0"})
    why = ("lessonkit itself changed", f"the library pypdf changed ({now['pypdf']} → 99.0)")
    assert made_again(project) == dict.fromkeys(NAMES, why)
    assert made_again(project) == {}


def test_other_options_make_all_again(project: Project) -> None:
    assert made_again(project, formats=("html", "docx")) == dict.fromkeys(
        NAMES, ("it was built with another --format",)
    )
    assert made_again(project, formats=("html", "docx")) == {}
    assert made_again(project, formats=("html", "docx"), standard="ua-2")
    assert made_again(project, formats=("html", "docx"), standard="ua-2", draft=True) == {}


def test_a_changed_word_template_makes_all_again(project: Project, tmp_path: Path) -> None:
    template, why = tmp_path / "our.docx", dict.fromkeys(NAMES, ("it was built with another Word template",))
    made_again(project, formats=("docx",))
    for text in ("", "Our school"):
        made = Document()
        made.sections[0].header.paragraphs[0].text = text
        made.save(str(template))
        assert made_again(project, formats=("docx",), word_template=template) == why
        assert made_again(project, formats=("docx",), word_template=template) == {}


@dataclass(frozen=True)
class Tailored(Options):
    """Options with one more, as tailoring adds them."""

    minutes: int = 45


def test_an_option_that_is_new_counts(project: Project) -> None:
    def why(minutes: int) -> list[tuple[str, ...]]:
        options = Tailored(project.root / "output", ("html",), minutes=minutes)
        return [built.why for built in build_all(project, [], options) if isinstance(built, Built)]

    assert why(30) == [("it was built with another minutes",)] * 2
    assert why(30) == [()] * 2


LARGE = Tailoring(adapt=("large-print",))


def test_tailored_documents_stand_beside_plain_ones(project: Project) -> None:
    assert set(made_again(project, tailoring=LARGE).values()) == {("it was never built here",)}
    assert made_again(project) == {}
    assert made_again(project, tailoring=LARGE) == {}
    assert again(project, ASKS, tailoring=LARGE)[0].files == (output(project, "asks-large-print.html"),)


def test_a_changed_adaptation_concerns_those_who_asked_for_it(project: Project) -> None:
    made_again(project, tailoring=LARGE)
    rewrite(project.layouts / "adaptations" / "large-print.yaml", "least-size: 18", "least-size: 19")
    assert made_again(project) == {}
    why = ("layouts/adaptations/large-print.yaml changed",)
    assert made_again(project, tailoring=LARGE) == {f"{name}-large-print": why for name in NAMES}


def test_another_nation_concerns_what_is_written_for_nations(project: Project) -> None:
    rewrite(project.sources / "guides" / f"{ASKS}.yaml", TALK, f"{TALK}        text for wales: Talk often.\n")
    made_again(project)
    rewrite(project.school, "nation: England", "nation: Wales")
    assert made_again(project)[ASKS] == (f"{SCHOOL} changed",)
    assert "Talk often" in output(project, f"{ASKS}.html").read_text("utf-8")


def test_words_for_one_class_are_told_to_nobody(project: Project, tmp_path: Path) -> None:
    mine = Tailoring(overrides=(Override("title", "A quiet title"),))
    assert made_again(project, tailoring=mine) == dict.fromkeys(NAMES, ("it was built with another tailoring",))
    assert made_again(project, tailoring=mine) == {}
    kept = [file for file in (tmp_path / "cache").rglob("*") if file.is_file()]
    entry = entries(project.root / "output")[ASKS]
    assert not [file for file in kept if b"A quiet title" in file.read_bytes()]
    assert "A quiet title" not in json.dumps(entry["asked"])
    assert made_again(project) == dict.fromkeys(NAMES, ("it was built with another tailoring",))


def test_a_word_file_of_another_build_is_nobodys_edit(project: Project) -> None:
    made_again(project, formats=("docx",))
    mine = OutputFolder(project.root / "output")
    mine.write({"asks.docx": output(project, "explains.docx").read_bytes()})
    assert made_again(project, formats=("docx",)) == {ASKS: ("its output asks.docx was changed",)}


def test_all_can_be_made_again(project: Project) -> None:
    before = [path.stat().st_ino for path in sorted((project.root / "output").glob("*.html"))]
    assert made_again(project, force=True) == dict.fromkeys(NAMES, ("--force was given",))
    assert before != [path.stat().st_ino for path in sorted((project.root / "output").glob("*.html"))]


def test_a_folder_is_a_ledger_of_its_own(project: Project, tmp_path: Path) -> None:
    assert [built.why for built in build(project, tmp_path / "other")] == [("it was never built here",)] * 2
    assert made_again(project) == {}


def test_a_check_looks_at_everything(project: Project) -> None:
    steps = [step for step in build_all(project, [], Options()) if isinstance(step, Built)]
    assert [step.unchanged for step in steps] == [False, False]
    assert all("reading" in step.seconds and "rendering" in step.seconds for step in steps)


# ---------------------------------------------------------------------------------------------- failures and drafts


def test_what_failed_is_never_unchanged(project: Project) -> None:
    guide = project.sources / "guides" / f"{ASKS}.yaml"
    rewrite(guide, "Talk with", "Ring 0800 1111. Talk with")
    for _ in range(2):
        asks, explains = again(project)
        assert (asks.ok, asks.unchanged, explains.unchanged) == (False, False, True)
        assert asks.problems
    rewrite(guide, "Ring 0800 1111. Talk with", "Talk with")
    assert made_again(project) == {ASKS: ("its last build failed",)}
    assert made_again(project) == {}


def test_what_has_failed_from_the_start_leaves_nothing_behind(project: Project, tmp_path: Path) -> None:
    rewrite(project.sources / "guides" / f"{ASKS}.yaml", "Talk with", "Ring 0800 1111. Talk with")
    (tmp_path / "new").mkdir()
    for _ in range(2):
        assert not build(project, tmp_path / "new", ASKS)[0].ok
    assert list((tmp_path / "new").iterdir()) == []


def test_a_draft_is_never_unchanged(project: Project) -> None:
    append(project.sources / "guides" / f"{ASKS}.yaml", "      - heading: ℵ℧⅌ 鸡\n      - text: Ask.\n")
    for _ in range(2):
        asks, _ = again(project, draft=True)
        assert (asks.draft, asks.unchanged) == (True, False)
    assert not again(project)[0].ok


def test_mistakes_in_records_are_found_each_time(project: Project) -> None:
    rewrite(project.root / CONTACTS, "id: hwb", "id: HWB!")
    for _ in range(2):
        with pytest.raises(LessonkitError):
            again(project)
    rewrite(project.root / CONTACTS, "id: HWB!", "id: hwb")
    assert made_again(project) == {}


def test_what_changes_while_it_is_read_is_made_again(project: Project) -> None:
    """Even if the change is taken back: nobody knows which of the two a document shows."""
    path = project.layouts / "strings" / "en.yaml"
    before = path.read_bytes()

    def change(read: Path, _drawn: bool) -> None:
        if read == path:
            path.write_bytes(before.replace(b"Source:", b"The Source:"))

    rewrite(project.sources / "guides" / f"{EXPLAINS}.yaml", "Talk with", "Talk to")
    with listening(change):
        again(project, EXPLAINS)
    assert "The Source" in output(project, f"{EXPLAINS}.html").read_text("utf-8")
    path.write_bytes(before)
    assert made_again(project) == {EXPLAINS: ("something changed while it was built",)}
    assert "The Source" not in output(project, f"{EXPLAINS}.html").read_text("utf-8")


# -------------------------------------------------------------------------------------------- Word files of a person


def edit(path: Path) -> bytes:
    """Somebody saves a Word file."""
    path.write_bytes(path.read_bytes() + b"edited")
    return path.read_bytes()


def test_an_edited_word_file_is_left_alone_and_told_each_time(project: Project) -> None:
    again(project, formats=("docx",))
    path = output(project, "asks.docx")
    mine = edit(path)
    for _ in range(2):
        asks, explains = again(project, formats=("docx",))
        assert (asks.unchanged, asks.kept, asks.files) == (True, (path,), (path,))
        assert (explains.unchanged, explains.kept) == (True, ())
    assert path.read_bytes() == mine
    assert sorted(each.name for each in path.parent.glob("*.docx")) == ["asks.docx", "explains.docx"]


def test_a_new_version_goes_beside_an_edited_word_file_once(project: Project) -> None:
    again(project, formats=("docx",))
    path, new = output(project, "asks.docx"), output(project, "asks.new.docx")
    mine = edit(path)
    rewrite(project.sources / "guides" / f"{ASKS}.yaml", "Talk with", "Talk to")
    for unchanged in (False, True, True):
        asks, _ = again(project, formats=("docx",))
        assert (asks.unchanged, asks.kept, asks.files) == (unchanged, (path,), (new,))
    assert path.read_bytes() == mine
    new.replace(path)  # the person takes the new one
    assert again(project, formats=("docx",))[0].files == (path,)
    asks, _ = again(project, formats=("docx",))
    assert (asks.unchanged, asks.kept) == (True, ())
    path.unlink()
    assert made_again(project, formats=("docx",)) == {ASKS: ("its output asks.docx is missing",)}


# ------------------------------------------------------------------------------------------------------- bad ledgers


WRONG = (None, 0, "", [], {}, ["x"], {"x": 1}, "0" * 32)


def damaged(data: bytes, how: str, share: float, wrong: Any) -> bytes:
    """A ledger cut short, with another byte, or with something else where a value stood."""
    at = int(share * (len(data) - 1))
    if how == "cut":
        return data[:at]
    if how == "byte":
        return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
    known = json.loads(data)
    paths = list(_paths(known))
    return json.dumps(_replaced(known, paths[int(share * (len(paths) - 1))], wrong)).encode()


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from _paths(item, (*path, key))


def _replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = _replaced(value[path[0]], path[1:], new)
    return copy


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(how=st.sampled_from(["cut", "byte", "value"]), share=st.floats(0, 1), wrong=st.sampled_from(WRONG))
def test_a_damaged_ledger_means_to_build_and_no_more(project: Project, how: str, share: float, wrong: Any) -> None:
    first = again(project)
    path, html = project.root / "output" / LEDGER, [file.read_bytes() for built in first for file in built.files]
    path.write_bytes(damaged(path.read_bytes(), how, share, wrong))
    done = again(project)
    about = "title", "audience", "reviewed", "checks", "reviews", "problems", "files"
    assert [[getattr(built, each) for each in about] for built in done] == [
        [getattr(built, each) for each in about] for built in first
    ]
    assert [file.read_bytes() for built in done for file in built.files] == html
    assert made_again(project) == {}


def test_a_ledger_that_cannot_be_written_means_to_build_each_time(project: Project) -> None:
    (project.root / "output" / LEDGER).unlink()
    (project.root / "output" / LEDGER).mkdir()
    assert made_again(project) == dict.fromkeys(NAMES, ("it was never built here",))
    assert made_again(project) == dict.fromkeys(NAMES, ("it was never built here",))


# --------------------------------------------------------------------------------------- the same as a whole new build

VALUE = re.compile(r"^( +(?:- )?[a-z-]+: )(?!null|\[|\{|>|\||\d|true|false)(\S.*)$", re.MULTILINE)
"""A line of a record with a text that can be changed."""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    kind=st.sampled_from([*RECORDS, "school"]),
    share=st.floats(0, 1),
    new=st.sampled_from([" too", "\n", " # remark", ".", "s"]),
)
def test_changed_records_lead_to_what_a_new_build_gives(project: Project, kind: str, share: float, new: str) -> None:
    path = project.school if kind == "school" else project.library / f"{kind}.yaml"
    before = path.read_text("utf-8")
    ends = [match.end() for match in VALUE.finditer(before)] or [len(before)]
    at = ends[int(share * (len(ends) - 1))]
    path.write_text(before[:at] + new + before[at:], "utf-8")
    try:
        fresh = build(project, project.root / "fresh", formats=("docx",), force=True)
    except LessonkitError as error:
        with pytest.raises(LessonkitError, match=re.escape(str(error))):
            again(project, formats=("docx",))
        path.write_text(before, "utf-8")
        return
    done = again(project, formats=("docx",))
    assert [built.problems for built in done] == [built.problems for built in fresh]
    assert [told(built) for built in done] == [told(built) for built in fresh]
    for built, whole in zip(done, fresh, strict=True):
        assert [file.read_bytes() for file in built.files] == [file.read_bytes() for file in whole.files]


def told(built: Built) -> list[tuple[str, str]]:
    """What a person is asked to look at; a line of a record may have moved since."""
    return [(found.rule, found.message) for found in built.reviews]


# ------------------------------------------------------------------------------------------------------- the command

SLOW = {"pydantic", "typer", "yaml", "jinja2", "markdown_it", "lxml", "PIL", "reportlab", "uharfbuzz", "pypdf", "docx"}


def test_the_command_imports_next_to_nothing_when_nothing_has_changed(project: Project) -> None:
    code = "import atexit, sys; from lessonkit.cli import main; atexit.register(lambda: print(*sys.modules)); main()"
    command = [sys.executable, "-c", code, "build", "--format", "html", "--why", "--project", str(project.root)]
    environment = os.environ | {"PYTHONPATH": str(Path("src").absolute())}
    again(project)

    def said() -> list[str]:
        run = subprocess.run(command, cwd=project.root, env=environment, capture_output=True, text=True, check=True)
        assert run.stderr == ""
        return run.stdout.splitlines()

    *lines, modules = said()
    assert not set(modules.split()) & SLOW
    assert sum("(unchanged)" in line for line in lines) == 2
    assert f"{ASKS}: nothing has changed that it depends on." in lines
