"""The library, tailored in many ways: each builds without a failing finding, or says why it cannot be had."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as some

from lessonkit.build import Built, Options, Workshop, build
from lessonkit.layout.adaptations import known_adaptations, read_adaptations
from lessonkit.problems import LessonkitError
from lessonkit.source.editions import documents
from lessonkit.source.project import Project
from lessonkit.source.texts import AUDIENCES
from lessonkit.source.variants import LEVELS, NEEDS
from lessonkit.tailor.notation import parsed
from lessonkit.tailor.tailoring import Tailoring, wrong_options

ROOT = Path(__file__).parent.parent
PROJECT = Project(ROOT)
DOCUMENTS = documents(PROJECT)
WAYS = yaml.safe_load((ROOT / "tests" / "cases" / "tailorings.yaml").read_text("utf-8"))
SHARED = Workshop.open(PROJECT, Options())


def built(name: str, asked: Tailoring, formats: tuple[str, ...]) -> Built:
    options = Options(formats=formats, tailoring=asked)
    adaptations = read_adaptations(PROJECT.layouts, asked.adapt)
    return build(DOCUMENTS[name], replace(SHARED, options=options, adaptations=adaptations))


def test_there_are_forty_ways() -> None:
    assert len(WAYS) == len(set(WAYS)) == 40


@pytest.mark.parametrize("way", WAYS)
def test_a_way_to_ask_for_a_document_builds_without_a_failing_finding(way: str) -> None:
    name, asked = parsed(way)
    made = built(name, asked, ("pdf", "docx", "html"))
    assert made.problems == ()
    assert made.pages > 0
    assert made.checks > 100


@settings(max_examples=25)
@given(
    some.sampled_from(sorted(DOCUMENTS)),
    some.sampled_from(("", *AUDIENCES)),
    some.sampled_from(("", *NEEDS)),
    some.sets(some.sampled_from(known_adaptations(PROJECT.layouts)), max_size=3),
    some.sampled_from((0, 20, 30, 37, 45, 52, 60)),
    some.sampled_from(("", *(level for level in LEVELS if level != "core"))),
)
def test_whatever_is_asked_is_built_or_refused_in_a_sentence(
    name: str, audience: str, need: str, adapt: set[str], minutes: int, level: str
) -> None:
    asked = Tailoring(audience, need, tuple(sorted(adapt)), minutes, level)
    refused = [str(problem) for problem in wrong_options(asked)]
    try:
        made = built(name, asked, ("pdf",)) if not refused else None
    except LessonkitError as error:
        refused += [str(problem) for problem in error.problems]
        made = None
    if made is None:
        assert all(sentence.endswith(".") for sentence in refused)
    elif made.problems:
        assert made.pages == 0, f"a document that can be asked for fails: {made.problems}"
        assert all(problem.todo for problem in made.problems)
