"""Schemas for editors: up to date, true to every file of the project, and strict where people mistype."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft7Validator

from lessonkit import schemas
from library import PROJECT

ROOT = PROJECT.root
FILES = sorted(path for folder in ("sources", "layouts") for path in (ROOT / folder).rglob("*.yaml"))
LEAFLET = ROOT / "sources" / "leaflets" / "talk-leaflet.yaml"


class Loader(yaml.CSafeLoader):
    """Takes scalars for what YAML 1.2 and so the editors take them for: dates are texts, `no` is a word."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, look) for tag, look in found if not tag.endswith((":timestamp", ":bool"))]
        for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


for first in "tTfF":
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:[tT]rue|[fF]alse)$"), [first])


def values(text: str) -> Any:
    return with_text_keys(yaml.load(text, Loader))


def with_text_keys(value: Any) -> Any:
    """As JSON has it: every key is a text."""
    if isinstance(value, dict):
        return {str(key): with_text_keys(inner) for key, inner in value.items()}
    return [with_text_keys(item) for item in value] if isinstance(value, list) else value


@cache
def validator(kind: str) -> Draft7Validator:
    found = schemas.schema(kind)
    Draft7Validator.check_schema(found)
    return Draft7Validator(found)


def wrong(kind: str, text: str) -> list[str]:
    return [f"{error.json_path}: {error.message[:300]}" for error in validator(kind).iter_errors(values(text))]


def kind_of(path: Path) -> str:
    return schemas.kind_of(path) or str(values(path.read_text("utf-8"))["type"])


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_schema_in_the_repository_is_that_of_the_models(kind: str, golden: Callable[[Path, str], None]) -> None:
    golden(ROOT / "schemas" / schemas.file_of(kind), schemas.text(kind))


def test_there_is_no_schema_of_nothing() -> None:
    there = {path.name for path in (ROOT / "schemas").iterdir()}
    assert there == {schemas.file_of(kind) for kind in schemas.KINDS}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_of_the_project_is_valid(path: Path) -> None:
    assert wrong(kind_of(path), path.read_text("utf-8")) == []


def test_every_kind_is_tried() -> None:
    assert {kind_of(path) for path in FILES} == set(schemas.KINDS) - {"class"}


def test_class_file_is_valid() -> None:
    text = "class: Oak\ncopies: 12\naudience: send\nneed: moderate\nadapt: [symbols]\nset: {maya-film: {title: Ours}}\n"
    assert wrong("class", text) == []
    assert wrong("class", text.replace("moderate", "mild"))


MISTAKES = {
    "a key that is misspelt": ("summary:", "sumary:"),
    "a title that is missing": ("title: ", "titel for send: "),
    "an audience that there is not": ("audience: parents", "audience: pirates"),
    "a date that is none": ("date: 2026-11-22", "date: in November"),
    "a name with a capital": ("name: talk-leaflet", "name: Talk leaflet"),
    "a block that there is not": ("- text:", "- texts:"),
    "a variant for nobody": ("- text:", "- text for giants:"),
    "another version of the format": ("format: 1", "format: 2"),
    "a list that is a text": ("panels:", "panels: none\nsubtitle for send:"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_is_found(mistake: str) -> None:
    text = LEAFLET.read_text("utf-8")
    old, new = MISTAKES[mistake]
    assert old in text
    assert wrong("leaflet", text.replace(old, new, 1)), mistake


def leaflet_with(block: str) -> str:
    return re.sub(r"\n    blocks:\n", f"\n    blocks:\n      - {block}\n", LEAFLET.read_text("utf-8"), count=1)


@pytest.mark.parametrize(
    "block",
    [
        "contacts: [ceop]",
        "contacts: {ids: [ceop], style: short}",
        "heading: Words",
        "{text: One., text for send: Another., only for: [send, parents]}",
        "{text for ks2: One., text for ks2 in cy: Un.}",
        "choices: [Yes, {icon: tell, text: Tell}]",
        "terms: all",
        "points: [One, {item: Two, only for: [stretch]}, {item: Three, item for send: The third}]",
        "columns: [[{text: Left.}], [{steps: [First, Second]}]]",
        "callout: {kind: note, blocks: [{text: Inside.}]}",
    ],
)
def test_way_to_write_a_block_is_valid(block: str) -> None:
    assert wrong("leaflet", leaflet_with(block)) == []


@pytest.mark.parametrize(
    "block",
    [
        "{text: One., heading: Two in one}",
        "table: {caption: No rows, columns: [One, Two]}",
        "contacts: {ids: [ceop], style: loud}",
        "steps: First and second",
        "callout: {kind: shout, text: Loud.}",
        "write: {label: Your words, lines: 99}",
        "columns: [[{text: Left.}]]",
        "callout: {kind: note, blocks: [{texts: Inside.}]}",
        "points: [One, {itme: Two}]",
        "just words",
    ],
)
def test_wrong_block_is_found(block: str) -> None:
    assert wrong("leaflet", leaflet_with(block))


def test_theme_says_everything_or_what_it_is_based_on() -> None:
    assert wrong("theme", "format: 1\nname: ours\nbased-on: calm\nboxes: {card: {border-width: 2}}\n") == []
    assert wrong("theme", "format: 1\nname: ours\npalette: {ink: '#000000'}\n")
    assert wrong("theme", "format: 1\nname: ours\nbased-on: calm\nstyles: {body: {siez: 12}}\n")


def test_editor_shows_what_a_key_is_for() -> None:
    audiences = schemas.schema("lesson")["properties"]["audiences"]
    assert audiences["description"] == "The pupils it can be tailored for, the usual ones first."
