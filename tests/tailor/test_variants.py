"""Variants: each reader gets the words that are theirs, and what is missing is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lessonkit.source.load import load
from lessonkit.source.read import VARIANTS
from lessonkit.source.values import SourceMap
from lessonkit.source.variants import Choice, Resolved, resolve
from lessonkit.source.withheld import withheld

LESSON = """\
title: For everyone
title for send: For pupils with SEND
title for ks2, ks3: For Key Stages 2 and 3
title in cy: I bawb
blocks:
  - text: A long sentence.
    text for send-easy: Short.
  - text: For adults.
    only for: [staff]
  - text: Not for the youngest.
    not for: ks1
  - points: [one, two]
    points for send: [one]
answers:
  only for: staff
  text: The answer.
"""


def tailored(tmp_path: Path, *names: str, asked: str = "", language: str = "") -> tuple[dict[str, Any], Resolved]:
    file = tmp_path / "lesson.yaml"
    file.write_text(LESSON, "utf-8")
    return resolve(load(file, "lesson.yaml", []), Choice(names, asked, language), VARIANTS)


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ((), "For everyone"),
        (("send-moderate", "send"), "For pupils with SEND"),
        (("ks3",), "For Key Stages 2 and 3"),
        (("ks4",), "For everyone"),
    ],
)
def test_the_most_specific_variant_is_taken(tmp_path: Path, names: tuple[str, ...], title: str) -> None:
    assert tailored(tmp_path, *names)[0]["title"] == title


ITEMS = """\
points:
  - one
  - {item: two, only for: [stretch]}
  - item: three
    item for send: small three
  - {item for ks2: four}
  - {item: five, only for: [answers]}
"""


@pytest.mark.parametrize(
    ("names", "points"),
    [
        ((), ["one", "three"]),
        (("stretch",), ["one", "two", "three"]),
        (("send",), ["one", "small three"]),
        (("ks2",), ["one", "three", "four"]),
    ],
)
def test_an_item_that_is_only_a_text_may_be_for_some(tmp_path: Path, names: tuple[str, ...], points: list[str]) -> None:
    file = tmp_path / "list.yaml"
    file.write_text(ITEMS, "utf-8")
    found, resolved = resolve(load(file, "list.yaml", []), Choice(names), (*VARIANTS, "answers"))
    assert found["points"] == points
    assert not resolved.problems
    assert found["points"][-1].place.line == {"three": 4, "small three": 5, "four": 6}[points[-1]]


def test_an_item_for_staff_is_withheld_from_pupils(tmp_path: Path) -> None:
    file = tmp_path / "list.yaml"
    file.write_text(ITEMS, "utf-8")
    assert withheld(load(file, "list.yaml", [])).for_staff == ("five",)


def test_what_is_for_others_is_left_out(tmp_path: Path) -> None:
    young, _ = tailored(tmp_path, "ks1")
    assert young["blocks"] == [{"text": "A long sentence."}, {"points": ["one", "two"]}]
    assert "answers" not in young
    staff, _ = tailored(tmp_path, "staff")
    assert {"text": "For adults."} in staff["blocks"]
    assert staff["answers"] == {"text": "The answer."}


def test_every_value_keeps_its_line(tmp_path: Path) -> None:
    source, _ = tailored(tmp_path, "send")
    assert isinstance(source, SourceMap)
    assert source.key_places["title"].line == 2
    assert source["title"].place.line == 2
    assert source["blocks"][-1].key_places["points"].line == 13


def test_a_missing_variant_falls_back_and_is_told(tmp_path: Path) -> None:
    source, found = tailored(tmp_path, "send-moderate", "send", asked="send-moderate")
    assert source["title"] == "For pupils with SEND"
    assert [(each.place.line, each.key, each.used) for each in found.fallbacks] == [
        (2, "title", "send"),
        (13, "points", "send"),
    ]


def test_the_words_of_an_edition_are_no_variant_that_others_miss(tmp_path: Path) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_text("title: One\ntitle for answers: Two\n", "utf-8")
    _, found = resolve(load(file, "lesson.yaml", []), Choice(("support",), "support"), VARIANTS)
    assert found.fallbacks == []


SHEET = """\
tasks:
  - heading: Who can help?
    answer: An adult at home.
    answer for support: A trusted adult.
for-staff: {blocks: [{text: Read every sheet.}]}
"""


@pytest.mark.parametrize("names", [(), ("support",), ("send", "support")])
def test_no_pupil_gets_an_answer_whatever_else_is_chosen(tmp_path: Path, names: tuple[str, ...]) -> None:
    file = tmp_path / "sheet.yaml"
    file.write_text(SHEET, "utf-8")
    source, found = resolve(load(file, "sheet.yaml", []), Choice(names), VARIANTS)
    assert source == {"tasks": [{"heading": "Who can help?"}]}
    assert not found.problems


@pytest.mark.parametrize(("names", "answer"), [((), "An adult at home."), (("support",), "A trusted adult.")])
def test_the_teacher_gets_the_answers_to_what_pupils_get(tmp_path: Path, names: tuple[str, ...], answer: str) -> None:
    file = tmp_path / "sheet.yaml"
    file.write_text(SHEET, "utf-8")
    source, _ = resolve(load(file, "sheet.yaml", []), Choice(("answers", *names)), VARIANTS)
    assert source["tasks"][0]["answer"] == answer
    assert source["for-staff"] == {"blocks": [{"text": "Read every sheet."}]}


def test_a_translation_is_taken_where_there_is_one(tmp_path: Path) -> None:
    source, found = tailored(tmp_path, "send", language="cy")
    assert source["title"] == "I bawb"
    assert [(each.place.line, each.key) for each in found.untranslated] == []
    assert source["blocks"][0] == {"text": "A long sentence."}


def test_a_misspelt_name_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_text("title: One\ntitle for sned: Two\nblocks:\n- text: x\n  only for: [stuff]\n", "utf-8")
    _, found = resolve(load(file, "lesson.yaml", []), Choice(), VARIANTS)
    assert [str(problem) for problem in found.problems] == [
        "lesson.yaml:2: There is no variant `sned`. Did you mean `send`?",
        "lesson.yaml:5: There is no variant `stuff`. Did you mean `staff`?",
    ]


def test_what_is_only_for_the_usual_pupils_is_not_for_others() -> None:
    from lessonkit.source.editions import Named
    from lessonkit.tailor.tailoring import Tailoring, tailor_for

    file = Path("sources/posters/poster-not-your-fault.yaml")
    source = load(file, file.name, [])
    named = Named(file.stem, file, file.stem)
    _, older = tailor_for(Tailoring(audience="ks3"), named)(source)
    _, younger = tailor_for(Tailoring(audience="ks2"), named)(source)
    assert "ks3" in older.names
    assert "ks2" in younger.names
    assert "ks3" not in younger.names
