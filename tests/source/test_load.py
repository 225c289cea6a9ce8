"""Files as they come: values know their lines, and whatever is in a file, it ends in a definition or in sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lessonkit.problems import LessonkitError, Place, Problem
from lessonkit.source.library import Library, read_library
from lessonkit.source.load import MAX_BYTES, load
from lessonkit.source.project import Project
from lessonkit.source.read import TYPES, read_definition
from lessonkit.source.values import SourceMap, SourceText, place_at

GOOD = Path(__file__).parent.parent / "cases" / "definitions" / "nothing-wrong.yaml"


def loaded(folder: Path, data: str | bytes) -> SourceMap:
    """The values in a file `f.yaml` with this text."""
    path = folder / "f.yaml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    problems: list[Problem] = []
    return load(path, "f.yaml", problems)


def complaint(folder: Path, data: bytes) -> str:
    with pytest.raises(LessonkitError) as error:
        loaded(folder, data)
    return str(error.value)


# ------------------------------------------------------------------------------------------------- bad files


UTF_8 = "Save the file with the encoding UTF-8; in Notepad: Save as, Encoding."
COPY = "Copy a file of the same kind and change its words."
BAD = {
    "empty": (b"", f"f.yaml: This file is empty. {COPY}"),
    "only a byte order mark": (b"\xef\xbb\xbf\n", f"f.yaml: This file is empty. {COPY}"),
    "Latin-1": (b"title: A\nsub: Caf\xe9\n", f"f.yaml:2: A character on this line is not UTF-8 (byte 0xe9). {UTF_8}"),
    "UTF-16": ("title: A\n".encode("utf-16"), f"f.yaml:1: A character on this line is not UTF-8 (byte 0xff). {UTF_8}"),
    "NUL": (
        b"title: A\r\nsub: B\x00\r\n",
        "f.yaml:2: There is an invisible control character (U+0000) on this line. Delete it, or type the line again.",
    ),
    "too large": (
        b"#" * (MAX_BYTES + 1),
        "f.yaml: This file is 2.0 MB large, but may have 2 MB at most. Check that it is the right one, or split it.",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_unreadable_file_is_one_sentence(tmp_path: Path, name: str) -> None:
    data, says = BAD[name]
    assert complaint(tmp_path, data) == says


def test_missing_file_lists_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "maya.yaml").touch()
    with pytest.raises(
        LessonkitError, match=r"^f.yaml: This file does not exist. In that folder there is: maya.yaml.$"
    ):
        load(tmp_path / "mya.yaml", "f.yaml", [])
    with pytest.raises(LessonkitError, match="Check the name and the folder"):
        load(tmp_path / "nowhere" / "mya.yaml", "f.yaml", [])


def test_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "maya.yaml").touch()
    with pytest.raises(LessonkitError, match=r"This is a folder, not a file. Name one of its files: maya.yaml.$"):
        load(tmp_path, "sources", [])


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "{"])
def test_endless_nesting_is_stopped_at_once(tmp_path: Path, opening: str) -> None:
    assert "f.yaml:1: " in complaint(tmp_path, (opening * 300_000).encode())


# ----------------------------------------------------------------------------------------- values and places


def test_scalars_stay_what_was_written(tmp_path: Path) -> None:
    values = loaded(tmp_path, 'a: [yes, 0800, 1.0, 2026-11-22, "null", null, ~, "", 0x1F]\nb:\n')
    assert values["a"] == ["yes", "0800", "1.0", "2026-11-22", "null", None, None, "", "0x1F"]
    assert values["b"] is None


def test_line_ends_and_byte_order_mark_of_windows_are_fine(tmp_path: Path) -> None:
    values = loaded(tmp_path, b"\xef\xbb\xbfa: |\r\n  one\r\n  two\r\nb: c\r\n")
    assert values == {"a": "one\ntwo\n", "b": "c"}
    assert values["b"].place == Place("f.yaml", 4)


LINES = """\
# a comment
plain: one
  two three
  four
quoted: "one

  two \\
  three"
literal: |  # a comment

  one
    two

  three
folded: >-
  one
  two

  three
  four
list:
- one
- - two
  - key: three
-
"""
WORDS = {
    ("plain", "one"): 2,
    ("plain", "three"): 3,
    ("plain", "four"): 4,
    ("quoted", "one"): 5,
    ("quoted", "two"): 7,
    ("quoted", "three"): 8,
    ("literal", "one"): 11,
    ("literal", "two"): 12,
    ("literal", "three"): 14,
    ("folded", "one"): 16,
    ("folded", "two"): 17,
    ("folded", "three"): 19,
    ("folded", "four"): 20,
}


@pytest.mark.parametrize(("key", "word"), WORDS)
def test_every_word_of_a_text_knows_its_line(tmp_path: Path, key: str, word: str) -> None:
    text = loaded(tmp_path, LINES)[key]
    assert text.place_of(text.index(word)) == Place("f.yaml", WORDS[key, word])


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("list",), 21),
        (("list", 1, 1), 24),
        (("list", 1, 1, "key"), 24),
        (("list", 2), 25),
        (("list", 9), 21),
        (("nothing",), 2),
    ],
)
def test_every_value_knows_its_line(tmp_path: Path, path: tuple[int | str, ...], line: int) -> None:
    assert place_at(loaded(tmp_path, LINES), path).line == line


def test_alias_repeats_a_value(tmp_path: Path) -> None:
    assert loaded(tmp_path, "a: &x [one]\nb: *x\n") == {"a": ["one"], "b": ["one"]}


def test_text_survives_a_copy() -> None:
    import copy
    import pickle

    text = SourceText("words", Place("f.yaml", 3))
    assert copy.deepcopy(text).place == pickle.loads(pickle.dumps(text)).place == text.place


# ------------------------------------------------------------------------------------------------ whatever else

PLAIN = st.text(max_size=12) | st.integers() | st.floats() | st.booleans() | st.none() | st.dates()
NAMES = """format type name title audience summary version date chapters panels phases minutes id heading blocks text
points table rows columns widths callout kind picture icon alt terms contacts write lines film viewing phase"""
KEYS = st.sampled_from(NAMES.split())
VALUES = st.recursive(
    PLAIN
    | st.sampled_from(["1", "guide", "lesson", "leaflet", "**a", "[a](b)", "<contact:x>", "- a\n- b", "all", "# a"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=6),
    max_leaves=25,
)


@pytest.fixture(scope="module")
def library(project: Path) -> Library:
    return read_library(Project(project))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "any.yaml"


def ends_well(file: Path, library: Library, data: bytes) -> None:
    """Reading ends in a definition, or in problems that are sentences with a place."""
    file.write_bytes(data)
    try:
        read_definition(file, Project(file.parent), library)
        problems: tuple[Problem, ...] = ()
    except LessonkitError as error:
        problems = error.problems
    for problem in problems:
        assert problem.place is not None
        assert problem.place.file == "any.yaml"
        assert problem.what.endswith(".")
        assert "pydantic" not in str(problem)


@given(data=st.binary(max_size=200))
def test_any_bytes_end_well(file: Path, library: Library, data: bytes) -> None:
    ends_well(file, library, data)


@given(text=st.text(st.sampled_from("ab \n\t-:#[]{}'\"|>&*!%@`,?0\\é~<"), max_size=60))
def test_any_yaml_ends_well(file: Path, library: Library, text: str) -> None:
    ends_well(file, library, text.encode())


@given(values=st.dictionaries(KEYS, VALUES, max_size=12), kind=st.sampled_from(sorted(TYPES)))
def test_any_values_end_well(file: Path, library: Library, values: dict[str, Any], kind: str) -> None:
    text = yaml.safe_dump({**values, "format": 1, "type": kind, "name": "any"}, allow_unicode=True)
    ends_well(file, library, text.encode("utf-8", "replace"))


TYPOS = st.sampled_from(["", " ", "\n", ":", "- ", "x", "[", "]", '"', "'", "0", "*"])


@given(data=st.data())
def test_any_change_of_a_good_definition_ends_well(file: Path, library: Library, data: st.DataObject) -> None:
    text = GOOD.read_text("utf-8").replace("name: nothing-wrong", "name: any")
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 30)))
        text = text[:start] + data.draw(TYPOS) + text[end:]
    ends_well(file, library, text.encode())
