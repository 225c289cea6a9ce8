"""Values for one class: set where the path leads, refused with what there is where it leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessonkit.problems import LessonkitError
from lessonkit.source.editions import Named
from lessonkit.source.load import load
from lessonkit.source.project import Project
from lessonkit.source.read import read_definition
from lessonkit.source.values import SourceMap
from lessonkit.tailor.classfile import read_class
from lessonkit.tailor.overrides import override, parsed
from lessonkit.tailor.tailoring import Tailoring, tailor_for, wrong_options

MAYA = Path("sources/lessons/maya-film.yaml")


def changed(*settings: str) -> tuple[SourceMap, str]:
    source = load(MAYA, "maya-film.yaml", [])
    problems = [problem for setting in settings for problem in override(source, parsed(setting))]
    return source, "\n".join(map(str, problems))


def test_a_value_is_set_by_keys_ids_and_numbers() -> None:
    source, problems = changed("title=Our lesson", "phases.settle.do=Sit in a circle.", "resources.2=A timetable")
    assert problems == ""
    assert source["title"] == "Our lesson"
    assert source["phases"][0]["do"] == "Sit in a circle."
    assert source["resources"][1] == "A timetable"


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("phases.setle.do=x", "There is no `setle` in `phases.setle.do`. Did you mean `settle`?"),
        ("phases=x", "`phases` is not one value. Name one inside it: settle, baseline"),
        ("reviewed.by=Me", "`reviewed.by` cannot be set for a class. A sign-off belongs into the definition"),
        ("resources.99=x", "There is no `99` in `resources.99`."),
    ],
)
def test_a_path_that_leads_nowhere_is_told(setting: str, told: str) -> None:
    assert told in changed(setting)[1]


def test_other_words_make_a_sign_off_void_but_another_title_does_not() -> None:
    source = load(MAYA, "maya-film.yaml", [])
    source["reviewed"] = SourceMap(source.place)
    assert not list(override(source, parsed("title=Ours")))
    assert "reviewed" in source
    assert not list(override(source, parsed("group=Six pupils")))
    assert "reviewed" not in source


def test_a_misspelt_key_is_told_with_the_one_that_is_there() -> None:
    named = Named("maya-film", MAYA, "maya-film")
    asked = Tailoring(overrides=(parsed("titel=Our lesson"),))
    with pytest.raises(LessonkitError, match=r"no key `titel` here. Did you mean `title`, which is here already"):
        read_definition(MAYA, Project(Path.cwd()), tailor=tailor_for(asked, named))


def test_a_setting_needs_a_path_and_a_value() -> None:
    with pytest.raises(LessonkitError, match=r"sets nothing. Write a path"):
        parsed("title")


def test_a_value_never_says_who_needs_what() -> None:
    asked = Tailoring(overrides=(parsed("title=A lesson for Emma"),))
    (problem,) = wrong_options(asked)
    assert "`A lesson for Emma` seems to name a child (Emma)." in str(problem)
    assert not list(wrong_options(Tailoring(overrides=(parsed("title=Maya's story, for Oak class"),))))


# ------------------------------------------------------------------------------------------------------ class.yaml


def complaints(tmp_path: Path, text: str) -> str:
    (tmp_path / "class.yaml").write_text(text, "utf-8")
    with pytest.raises(LessonkitError) as caught:
        read_class(tmp_path / "class.yaml")
    return str(caught.value)


def test_a_class_file_says_what_would_be_typed(tmp_path: Path) -> None:
    file = tmp_path / "class.yaml"
    file.write_text(
        "format: 1\nclass: Oak\naudience: send\nneed: moderate\nadapt: [symbols, dyslexia-friendly]\nminutes: 45\n"
        "set:\n  maya-film:\n    title: Our lesson\n",
        "utf-8",
    )
    asked = read_class(file)
    assert asked.slug == "send-moderate-dyslexia-friendly-symbols-45min"
    assert [(each.document, each.path, each.value, each.place.line) for each in asked.overrides] == [
        ("maya-film", "title", "Our lesson", 9)
    ]


def test_a_class_file_never_says_who_is_in_the_class(tmp_path: Path) -> None:
    told = complaints(tmp_path, "pupils: [Emma]\nclass: Emma Brown\nset:\n  maya-film:\n    group: Leo is autistic\n")
    assert "class.yaml:1: `pupils` would name children. Delete it" in told
    assert "class.yaml:2: `Emma Brown` seems to name a child (Emma)." in told
    assert "class.yaml:5: `Leo is autistic` seems to say what Leo needs." in told


def test_a_misspelt_key_or_value_is_told(tmp_path: Path) -> None:
    told = complaints(tmp_path, "audince: send\nneed: some\n")
    assert "There is no key `audince` here. Did you mean `audience`?" in told
    assert "class.yaml:2:" in told
