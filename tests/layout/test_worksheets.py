"""Worksheets as pupils and teachers get them: mixed tasks with their answers, and room to write by age."""

from __future__ import annotations

from pathlib import Path

import pytest

from check.definitions import LIBRARY, definition
from lessonkit.document import Document, WritingSpace
from lessonkit.layout.adaptations import Adaptations, read_adaptations
from lessonkit.layout.compose import compose
from lessonkit.reading import reading_lines, walk
from lessonkit.source.blocks.match import Match
from lessonkit.source.blocks.order import Order
from lessonkit.tailor.school import School, field_values

LAYOUTS = Path("layouts")
SHEET = """\
type: worksheet
layout: worksheet
tasks:
  - heading: Who can help?
    blocks:
      - match: [[Block, They cannot write to me.], [Report, The app hears of it.], [Tell, Somebody helps me.]]
      - order: [Stop., Tell someone., Report it together.]
      - write: {label: "Why?", lines: 2}
      - draw: {label: A safe place, height: 50}
"""
PUPILS = ["They cannot write to me.", "The app hears of it.", "Somebody helps me."]


def composed(tmp_path: Path, audience: str, *adapt: str) -> Document:
    made = definition(f"{SHEET}audience: {audience}\n", tmp_path)
    chosen = read_adaptations(LAYOUTS, adapt) if adapt else Adaptations()
    return compose(made, LIBRARY, field_values(School()), LAYOUTS, adaptations=chosen).document


def test_pupils_get_meanings_and_steps_out_of_order_and_no_letters(tmp_path: Path) -> None:
    lines = reading_lines(composed(tmp_path, "ks3"))
    assert sorted(line for line in lines if line in PUPILS) == sorted(PUPILS)
    assert [line for line in lines if line in PUPILS] != PUPILS
    steps = [line for line in lines if line.endswith(("Stop.", "Tell someone.", "Report it together."))]
    assert not steps[0].endswith("Stop.")
    assert not [line for line in lines if line[:1].isdigit()]


def test_teachers_get_the_letters_and_numbers_in_the_same_order_and_no_room_to_write(tmp_path: Path) -> None:
    made = composed(tmp_path, "staff")
    lines = reading_lines(made)
    shown = [line for line in lines if line in PUPILS]
    letters = {line[-1]: line.partition(":")[0] for line in lines if line[-3:-1] == ": "}
    assert {letters["ABC"[place]]: meaning for place, meaning in enumerate(shown)} == dict(
        zip(("Block", "Report", "Tell"), PUPILS, strict=True)
    )
    assert sorted(line for line in lines if line[:2] in ("1 ", "2 ", "3 ")) == [
        "1 Stop.",
        "2 Tell someone.",
        "3 Report it together.",
    ]
    assert not [block for block in walk(made.blocks) if isinstance(block, WritingSpace)]


@pytest.mark.parametrize("count", range(2, 9))
def test_no_meaning_stands_beside_its_word(count: int) -> None:
    match = Match.model_validate([[f"Word {n}", f"Meaning {n}"] for n in range(count)])
    assert all(meaning[-1] != word[-1] for (word, _), meaning in zip(match.pairs, match.mixed, strict=True))
    assert [match.mixed["ABCDEFGH".index(letter)][-1] for letter in match.answers] == [str(n) for n in range(count)]


@pytest.mark.parametrize("count", range(3, 9))
def test_no_step_stands_in_its_place(count: int) -> None:
    order = Order.model_validate([f"Step {n}" for n in range(1, count + 1)])
    assert all(number != place for place, (number, _) in enumerate(order.mixed, 1))
    assert all(str(step) == f"Step {number}" for number, step in order.mixed)


@pytest.mark.parametrize(
    ("audience", "adapt", "least"),
    [("ks4", (), 0), ("ks2", (), 12), ("send", (), 13), ("ks4", ("large-print",), 14)],
)
def test_younger_pupils_and_readers_of_large_print_get_wider_lines(
    audience: str, adapt: tuple[str, ...], least: float, tmp_path: Path
) -> None:
    spaces = [block for block in walk(composed(tmp_path, audience, *adapt).blocks) if isinstance(block, WritingSpace)]
    assert [(space.lines, space.height_mm) for space in spaces] == [(2, least), (0, 50)]


def test_larger_type_may_take_more_pages(tmp_path: Path) -> None:
    assert composed(tmp_path, "ks3").page.most_pages == 2
    assert composed(tmp_path, "ks3", "large-print").page.most_pages == 0
    assert composed(tmp_path, "ks3", "high-contrast").page.most_pages == 2
