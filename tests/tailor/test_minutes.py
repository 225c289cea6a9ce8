"""A lesson re-cut to any length that its plans allow still sums, and keeps what matters."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lessonkit.problems import NOWHERE, Problem
from lessonkit.source.load import load
from lessonkit.source.values import SourceList, SourceMap, SourceText
from lessonkit.tailor.minutes import recut

MAYA = Path("sources/lessons/maya-film.yaml")


def cut(source: SourceMap, minutes: int) -> tuple[list[int], list[Problem]]:
    problems = list(recut(source, minutes, NOWHERE))
    return [int(phase["minutes"].get(str(minutes), -1)) for phase in source["phases"]], problems


@pytest.mark.parametrize("minutes", range(30, 61))
def test_the_film_lesson_sums_at_every_length(minutes: int) -> None:
    source = load(MAYA, "maya-film.yaml", [])
    names = [str(phase["id"]) for phase in source["phases"]]
    found, problems = cut(source, minutes)
    assert problems == []
    assert sum(found) == minutes
    assert source["minutes"] == [str(minutes)]
    assert found[names.index("plenary")] >= 4, "time to end calmly is never cut away"
    assert min(found[:5]) >= 3


def test_the_authors_own_plans_stay_as_they_are() -> None:
    source = load(MAYA, "maya-film.yaml", [])
    assert cut(source, 45)[0] == [6, 4, 5, 10, 7, 6, 3, 4]


@pytest.mark.parametrize("minutes", [20, 90])
def test_a_length_that_the_phases_do_not_allow_is_told(minutes: int) -> None:
    (problem,) = cut(load(MAYA, "maya-film.yaml", []), minutes)[1]
    assert str(problem).startswith("maya-film.yaml:")
    assert f"{minutes} minutes: they allow 30 to 60." in str(problem)


def lesson(plans: dict[int, list[int]], priorities: list[int]) -> SourceMap:
    source = SourceMap(NOWHERE)
    lengths, phases = SourceList(NOWHERE), SourceList(NOWHERE)
    for total in plans:
        lengths.add(SourceText(str(total)), NOWHERE)
    for number, priority in enumerate(priorities):
        phase, timed = SourceMap(NOWHERE), SourceMap(NOWHERE)
        for total, minutes in plans.items():
            timed.add(str(total), SourceText(str(minutes[number])), NOWHERE)
        phase.add("minutes", timed, NOWHERE)
        phase.add("priority", SourceText(str(priority)), NOWHERE)
        phases.add(phase, NOWHERE)
    source.add("minutes", lengths, NOWHERE)
    source.add("phases", phases, NOWHERE)
    return source


@given(
    some.lists(some.tuples(some.integers(0, 12), some.integers(1, 15), some.integers(1, 9)), min_size=1, max_size=8),
    some.data(),
)
def test_any_lesson_sums_at_any_length_between_its_plans(rows: list[tuple[int, int, int]], data: some.DataObject):
    short, long = [row[0] for row in rows], [row[0] + row[1] for row in rows]
    if not any(short):
        short[0] = 1
        long[0] += 1
    minutes = data.draw(some.integers(sum(short), sum(long)))
    found, problems = cut(lesson({sum(short): short, sum(long): long}, [row[2] for row in rows]), minutes)
    assert problems == []
    assert sum(found) == minutes
    assert all(each >= 0 for each in found)
