"""Each item of the two texts that the library began with is used somewhere, or left out for a reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from lessonkit.reading import reading_lines
from library import document

ITEMS = yaml.safe_load((Path(__file__).parent / "cases" / "seed-items.yaml").read_text("utf-8"))
EXPECTED = [f"A{number}" for number in range(1, 26)] + [f"B{number}" for number in range(1, 24)]


def test_every_item_is_there_once() -> None:
    assert list(ITEMS) == EXPECTED


@pytest.mark.parametrize("item", EXPECTED)
def test_an_item_is_used_or_left_out_for_a_reason(item: str) -> None:
    said = ITEMS[item]
    assert set(said) in ({"used"}, {"left-out"})
    if "left-out" in said:
        assert re.fullmatch(r"[A-Z].{30,}\.", said["left-out"]), "a reason is a sentence"
        return
    for name, words in said["used"].items():
        assert words in "\n".join(reading_lines(document(name))), f"{name} no longer says: {words}"
