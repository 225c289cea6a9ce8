"""Definitions and records for cases: what a case leaves out is filled in with the plainest thing that reads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from check.cases import ROOT
from lessonkit.source.definition import Definition
from lessonkit.source.library import FILES, Library, read_library
from lessonkit.source.load import load
from lessonkit.source.model import Reading
from lessonkit.source.project import Project
from lessonkit.source.read import TYPES
from lessonkit.source.validate import validated

LIBRARY = read_library(Project(ROOT))

PART = "{blocks: [{text: Words.}]}"
COMMON = {
    "format": "1",
    "name": "case",
    "title": "A case",
    "audience": "parents",
    "summary": "One sentence.",
    "version": '"1.0"',
    "date": "2026-11-22",
}
LESSON_PARTS = (
    *("before-you-start", "preparation", "curriculum", "ground-rules", "baseline", "pre-viewing", "viewing"),
    *("discussion", "skills", "endpoint", "plenary", "signposting", "follow-up", "teacher-notes"),
)
PLAIN: dict[str, dict[str, str]] = {
    "guide": COMMON | {"chapters": "[{id: one, heading: One, blocks: [{text: Words.}]}]"},
    "leaflet": COMMON | {"panels": "[" + ", ".join(6 * ["{heading: A case, blocks: [{text: Words.}]}"]) + "]"},
    "worksheet": COMMON
    | {
        "audience": "send",
        "tasks": "[{heading: Who can help?, blocks: [{text: Words.}]}]",
        "end": "[{text: Words.}]",
    },
    "handout": COMMON | {"audience": "send", "matters": "[{heading: One, blocks: [{text: Words.}]}]"},
    "letter": COMMON | {"salutation": "Dear all,", "closing": "Yours,", "blocks": "[{text: Words.}]"},
    "sheet": COMMON | {"kind": "briefing", "topics": "[{heading: One, blocks: [{text: Words.}]}]"},
    "poster": COMMON | {"headline": "slogan", "icons": "[block, report, tell]", "blocks": "[{text: Words.}]"},
    "cards": COMMON | {"cards": "[{word: Help, icon: help}]"},
    "lesson": COMMON
    | {
        "audience": "staff",
        "pupils": "All.",
        "group": "One class.",
        "resources": "[Pens]",
        "film": "{title: Maya's story}",
        "minutes": "[30]",
        "phases": "[{id: plenary, name: Plenary, minutes: {30: 30}, do: End calmly.}]",
        "objective": "Pupils can tell.",
        "outcomes": "[{level: must, text: I can tell.}]",
        "vocabulary": "[{word: tell, meaning: Let someone know.}]",
        "differentiation": "{profiles: [{need: Mild, adapt: [The same.]}]}",
    }
    | dict.fromkeys(LESSON_PARTS, PART),
}
"""The keys of each type, with values that are in order."""


def definition(text: str, folder: Path) -> Definition:
    """The definition in a case: its own lines first, then whatever it leaves out."""
    own = yaml.safe_load(text)
    kind = own.get("type", "guide")
    missing = {"type": kind} | {key: value for key, value in PLAIN[kind].items() if key not in own}
    lines = [f"{key}: {value}" for key, value in missing.items() if key not in own]
    model = read(TYPES[kind], text.rstrip("\n") + "\n" + "\n".join(lines) + "\n", folder / "case.yaml")
    assert isinstance(model, Definition)
    return model


def library(records: dict[str, str], folder: Path) -> Library:
    """The project's records with those of a case; its word rules stand alone."""
    for kind, text in records.items():
        found = getattr(read(FILES[kind], f"{text.rstrip()}\nformat: 1\n", folder / f"{kind}.yaml"), kind)
        changed = found if kind == "words" else getattr(LIBRARY, kind) | {str(each.id): each for each in found}
        records = records | {kind: changed}
    return replace(LIBRARY, **records)


def read(model: Any, text: str, path: Path) -> Any:
    path.write_text(text, "utf-8")
    reading = Reading()
    made = validated(load(path, path.name, reading.problems), model, reading)
    assert made is not None, reading.problems
    assert not reading.problems
    return made
