"""Single values set in a YAML file: what is there changes, what is not is added, and nothing else is touched."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lessonkit.edits.details import values_of, with_value, without_entry

BLANK = Path("sources/school.yaml").read_text("utf-8")

FILLED = """\
# Our school.
format: 1
name: "St Anne's"   # as printed
address: >-
  Mill Lane,
  Ely
phone: '01353 662000'
dsl: {name: Ruth Okafor, phone: }   # the lead
deputies:
  # both at once
  - {name: Tom Hale}
  - name: Amina Yusuf
    # in the office
    phone: 01353 662002

# the last one
nation: England
"""


def changes(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


@pytest.mark.parametrize(
    ("path", "value", "changed"),
    [
        (("name",), "St Anne's", []),
        (("name",), 'The "Oak"', ['-name: "St Anne\'s"   # as printed', '+name: "The \\"Oak\\""  # as printed']),
        (("phone",), "01353 662009", ["-phone: '01353 662000'", "+phone: '01353 662009'"]),
        (("phone",), "", ["-phone: '01353 662000'", "+phone:"]),
        (("dsl", "phone"), "1234", ["-dsl: {name: Ruth Okafor, phone: }   # the lead",
                                    "+dsl: {name: Ruth Okafor, phone: 1234}   # the lead"]),
        (("dsl", "name"), "Poe, A.", ["-dsl: {name: Ruth Okafor, phone: }   # the lead",
                                      '+dsl: {name: "Poe, A.", phone: }   # the lead']),
        (("deputies", 0, "phone"), "1234", ["-  - {name: Tom Hale}", "+  - {name: Tom Hale, phone: 1234}"]),
        (("deputies", 1, "name"), "Ann Poe", ["-  - name: Amina Yusuf", "+  - name: Ann Poe"]),
        (("deputies", 2, "name"), "Ann Poe", ["+  - name: Ann Poe"]),
        (("senco", "name"), "Priya: Nair", ["+senco:", '+  name: "Priya: Nair"']),
        (("web",), "https://stannes.sch.uk", ["+web: https://stannes.sch.uk"]),
        (("nation",), "Wales", ["-nation: England", "+nation: Wales"]),
    ],
)  # fmt: skip
def test_only_the_line_of_a_value_changes(path: tuple[str | int, ...], value: str, changed: list[str]) -> None:
    after = with_value(FILLED, path, value)
    assert changes(FILLED, after) == changed
    assert values_of(after)[path] == value


def test_a_comment_stays_in_its_column_where_there_is_room() -> None:
    after = with_value(BLANK, ("name",), "Oak School")
    (old,), (new,) = ([line for line in text.splitlines() if "as it should be" in line] for text in (BLANK, after))
    assert new.startswith("name: Oak School ")
    assert new.index("#") == old.index("#")
    assert with_value(after, ("name",), "") == BLANK
    long = with_value(BLANK, ("web",), "https://www.a-school-with-a-long-name.sch.uk")
    assert "web: https://www.a-school-with-a-long-name.sch.uk  # with https://" in long


def test_lists_that_are_empty_begin_below_their_key() -> None:
    after = with_value(BLANK, ("term-dates", 0, "name"), "Autumn")
    after = with_value(after, ("term-dates", 0, "start"), "2026-09-02")
    assert changes(BLANK, after) == ["+  - name: Autumn", "+    start: 2026-09-02"]
    assert without_entry(after, ("term-dates", 0)) == BLANK


def test_items_of_lists_are_taken_out_with_their_comments_left_to_their_neighbours() -> None:
    after = without_entry(FILLED, ("deputies", 1))
    assert changes(FILLED, after) == ["-  - name: Amina Yusuf", "-    # in the office", "-    phone: 01353 662002"]
    assert "deputies" in yaml.safe_load(without_entry(after, ("deputies", 0)))
    flow = "deputies: [{name: A}, {name: B}]\n"
    assert without_entry(flow, ("deputies", 0)) == "deputies: [{name: B}]\n"
    assert without_entry(flow, ("deputies", 1)) == "deputies: [{name: A}]\n"
    assert yaml.safe_load(without_entry("deputies: [{name: A}]\n", ("deputies", 0))) == {"deputies": None}


PATHS = [
    ("name",),
    ("address",),
    ("dsl", "name"),
    ("dsl", "phone"),
    ("senco", "name"),
    ("deputies", 0, "name"),
    ("x", "y"),
]
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")), max_size=12).map(
    lambda text: text.replace("\ufeff", "").strip()
)


@given(st.lists(st.tuples(st.sampled_from(PATHS), TEXTS), min_size=1, max_size=6), st.sampled_from([BLANK, FILLED]))
def test_any_words_are_read_back_as_they_were_set(steps: list[tuple[tuple[str | int, ...], str]], text: str) -> None:
    comments = [line[line.index("#") :] for line in text.splitlines() if "#" in line and '"' not in line]
    wanted = values_of(text)
    for path, value in steps:
        text = with_value(text, path, value)
        if value or path in wanted:
            wanted[path] = value
    assert {path: value for path, value in values_of(text).items() if value} == {
        path: value for path, value in wanted.items() if value
    }
    assert all(comment in text for comment in comments)
