"""What a definition offers, and how two tailorings differ, as a teacher reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessonkit.build import Options, Workshop
from lessonkit.differences import differences, version
from lessonkit.overview import Overview, overview, values
from lessonkit.problems import LessonkitError
from lessonkit.source.load import load
from lessonkit.source.project import Project
from lessonkit.tailor.notation import parsed

PROJECT = Project(Path(__file__).parent.parent)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop.open(PROJECT, Options())


def test_a_lesson_says_all_that_can_be_asked_of_it(workshop: Workshop) -> None:
    *_, found = overview("maya-film", workshop)
    assert isinstance(found, Overview)
    assert found.audiences == ("send",)
    assert found.needs == ("low", "moderate", "complex")
    assert found.minutes == (30, 45, 60)
    assert found.documents == ("maya-film", "maya-film-running-order")
    pages = {each.name: each.pages for each in found.adaptations}
    assert all(count > 0 for counts in pages.values() for count in counts)
    assert pages["large-print"][0] > pages[""][0]
    refused = {each.name for each in found.adaptations if each.refused}
    assert refused == {"easy-read"}


def test_every_value_has_a_path_that_set_understands() -> None:
    source = load(PROJECT.definitions()["maya-film"], "maya-film.yaml", [])
    paths = dict(values(source))
    assert paths["phases.settle.name"] == "Settle, ground rules, trusted adults"
    assert paths["title"] == "Maya's story: lesson plan"
    assert len(paths) > 200


def test_two_tailorings_differ_in_words_and_numbers(workshop: Workshop) -> None:
    one = version("maya-film:send-low@30", workshop)
    other = version("maya-film:send-complex+large-print@45", workshop)
    lines = list(differences(one, other))
    assert "Text to read: 12 pt → 18 pt" in lines
    assert "-30 minutes" in lines
    assert "+45 minutes" in lines
    assert "+All pupils: I can show “help”, “stop” or “no”." in lines
    assert not list(differences(one, one))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("maya film", "names no document and tailoring. Write NAME[:AUDIENCE"),
        ("maya-film:sned", "There is no audience `sned`. Did you mean `send`?"),
        ("maya-film:ks3-low", "A level of need goes with pupils with SEND."),
    ],
)
def test_what_is_not_written_so_is_told(written: str, told: str) -> None:
    with pytest.raises(LessonkitError) as caught:
        parsed(written)
    assert told in str(caught.value)
