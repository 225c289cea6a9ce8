"""Records: what ships is in order, and what is wrong in a record is said at its line."""

from pathlib import Path

import pytest

from lessonkit.problems import LessonkitError
from lessonkit.source.library import FILES, OPTIONAL, Library, read_library
from lessonkit.source.project import Project
from lessonkit.source.records import Way
from lessonkit.source.texts import AUDIENCES


@pytest.fixture(scope="session")
def library(project: Path) -> Library:
    return read_library(Project(project))


def test_records_are_found_by_id(library: Library) -> None:
    childline = library.contacts["childline"]
    assert childline.ways[0].value == "0800 1111"
    assert childline.ways[0].target == "tel:08001111"
    assert childline.place.file == "sources/library/contacts.yaml"
    assert library.contacts["school_dsl"].fields == {"name": "dsl_name", "phone": "dsl_phone"}
    assert library.messages["never-your-fault"].text == "It is never your fault."
    assert library.facts["s2"].compute is not None
    assert library.facts["s2"].compute.change_percent == (182281, 199363)
    assert "grooming" in library.terms
    assert any(rule.audiences == ("ks1", "ks2", "ks3", "ks4", "send", "parents", "staff") for rule in library.words)


@pytest.mark.parametrize(
    ("kind", "value", "target"),
    [
        ("phone", "+44 20 7946 0018", "tel:+442079460018"),
        ("text", "85258", "sms:85258"),
        ("email", "a@b.uk", "mailto:a@b.uk"),
        ("web", "https://b.uk", "https://b.uk"),
    ],
)
def test_ways_lead_somewhere(kind: str, value: str, target: str) -> None:
    way = Way.model_validate({"kind": kind, "value": value, "confidence": "V", "source": "b"})
    assert way.target == target


BAD = """\
format: 1
contacts:
  - id: police
    name: Police
    who: Anyone
    what: "Call <number:polce>."
    ways:
      - {kind: phone, value: none, confidence: V, source: CEOP}
      - {kind: web, value: police.uk, confidence: sure, source: CEOP}
    audiences: all
  - id: police
    name: Police
    who: Anyone
    what: Again.
    audiences: [pupils]
    checked-by: Ann
  - id: dsl
    name: DSL
    who: Anyone
    what: Ask.
    fields: {name: dsl_nam, fax: dsl_phone}
    audiences: [staff]
"""


def empty_library(root: Path) -> Path:
    """The folder of a library that holds nothing."""
    folder = root / "sources" / "library"
    folder.mkdir(parents=True)
    for kind in FILES:
        (folder / f"{kind}.yaml").write_text(f"format: 1\n{kind}: []\n", "utf-8")
    return folder


def test_every_problem_of_every_file_is_said_at_once(tmp_path: Path) -> None:
    folder = empty_library(tmp_path)
    (folder / "contacts.yaml").write_text(BAD, "utf-8")
    (folder / "terms.yaml").write_text("format: 1\nterms: {}\n", "utf-8")
    with pytest.raises(LessonkitError) as error:
        read_library(Project(tmp_path))
    assert str(error.value).replace("sources/library/", "").splitlines() == [
        "contacts.yaml:8: `none` is not a number. Write its figures.",
        "contacts.yaml:9: `confidence` cannot be the word 'sure'. Use one of: V, V-old, S, G, J.",
        "contacts.yaml:11: The id `police` comes twice in `contacts`. Give each an id of its own.",
        f"contacts.yaml:15: Item 1 of `audiences` cannot be the word 'pupils'. Use one of: {', '.join(AUDIENCES)}.",
        "contacts.yaml:21: There is no key `fax` here. Allowed here: name, phone, email, web.",
        "terms.yaml:2: `terms` must be a list, but it is empty. Put each item on a line of its own, after `- `.",
    ]


def test_an_id_that_is_a_list_is_told(tmp_path: Path) -> None:
    folder = empty_library(tmp_path)
    (folder / "messages.yaml").write_text("format: 1\nmessages:\n  - {id: [help], text: Help., source: us}\n", "utf-8")
    with pytest.raises(LessonkitError, match="`id` must be a text, but it is a list"):
        read_library(Project(tmp_path))


def test_records_name_known_records(tmp_path: Path) -> None:
    folder = empty_library(tmp_path)
    (folder / "messages.yaml").write_text(
        'format: 1\nmessages:\n  - {id: help, text: "Call <number:polce> or <field:dsl_nam>.", source: us}\n', "utf-8"
    )
    with pytest.raises(LessonkitError) as error:
        read_library(Project(tmp_path))
    assert str(error.value).splitlines() == [
        "sources/library/messages.yaml:3: There is no contact `polce`. Contacts stand in library/contacts.yaml.",
        "sources/library/messages.yaml:3: There is no school detail `dsl_nam`. Did you mean `dsl_name`?",
    ]


def test_a_library_may_hold_nothing(tmp_path: Path) -> None:
    empty_library(tmp_path)
    assert read_library(Project(tmp_path)) == Library()


@pytest.mark.parametrize("kind", sorted(set(FILES) - set(OPTIONAL)))
def test_a_missing_file_is_said_once_and_never_taken_for_an_empty_one(kind: str, tmp_path: Path) -> None:
    (empty_library(tmp_path) / f"{kind}.yaml").unlink()
    with pytest.raises(LessonkitError) as error:
        read_library(Project(tmp_path))
    (line,) = str(error.value).splitlines()
    assert line.startswith(f"sources/library/{kind}.yaml: This file of the library is missing.")


def test_key_words_have_icons_that_there_are(library: Library, project: Path) -> None:
    icons = {path.stem for path in (project / "layouts" / "icons").glob("*.svg")}
    words = [word for symbol in library.symbols for word in symbol.words]
    assert len(words) >= 40
    assert {str(symbol.icon) for symbol in library.symbols} <= icons
    assert {str(symbol.licence) for symbol in library.symbols} == {"CC BY 4.0"}
    assert library.symbols[0].place.file == "sources/library/symbols.yaml"


SYMBOLS = """\
format: 1
symbols:
  - {words: [tell], icon: tel, source: lessonkit, licence: CC BY 4.0}
  - {words: [block, "stop!"], icon: block, source: lessonkit, licence: CC BY 4.0}
  - {words: [Tell], icon: talk, source: lessonkit}
"""


def test_problems_of_symbols_are_said_with_their_lines(tmp_path: Path) -> None:
    folder = empty_library(tmp_path)
    (folder / "symbols.yaml").write_text(SYMBOLS, "utf-8")
    with pytest.raises(LessonkitError) as error:
        read_library(Project(tmp_path))
    assert str(error.value).replace("sources/library/", "").splitlines() == [
        (
            "symbols.yaml:4: `stop!` is not a key word. "
            "Write one word, or a few with single spaces; the plural is found too."
        ),
        "symbols.yaml:5: `licence` is missing. Add `licence: …`.",
    ]
    (folder / "symbols.yaml").write_text(SYMBOLS.replace('"stop!"', "stop").replace("talk, ", "talk, licence: x, "))
    with pytest.raises(LessonkitError) as error:
        read_library(Project(tmp_path))
    assert "symbols.yaml:5: The word `Tell` comes twice." in str(error.value)
    (folder / "symbols.yaml").write_text(SYMBOLS.splitlines()[0] + "\nsymbols:\n" + SYMBOLS.splitlines()[2] + "\n")
    with pytest.raises(LessonkitError) as error:
        read_library(Project(tmp_path))
    assert str(error.value) == "sources/library/symbols.yaml:3: There is no icon `tel`. Did you mean `tell`?"


def test_a_project_may_do_without_symbols(tmp_path: Path) -> None:
    (empty_library(tmp_path) / "symbols.yaml").unlink()
    assert read_library(Project(tmp_path)).symbols == ()
