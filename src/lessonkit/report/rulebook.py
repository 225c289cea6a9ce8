"""Every rule by its id, with what it says of itself."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Any

from lessonkit import check
from lessonkit.check import SUBJECTS, rules_of
from lessonkit.check.rule import Rule, read_rule
from lessonkit.problems import LessonkitError, Problem, did_you_mean
from lessonkit.report.model import READABLE

GROUPS = {
    "definition": "What an author writes",
    "document": "The document, before anything is drawn",
    "pdf": "The finished PDF",
    "anypdf": "Any PDF, whoever made it",
    "docx": "The finished Word file",
    "html": "The finished web page",
    "pair": "The PDF and the Word file, held against each other",
    "strings": "Every string in what pupils get",
    "file": "Any file",
}
"""What rules are about, in words."""

FILE: Rule[Any] = Rule(
    id=READABLE,
    title="The file can be opened and read to its end.",
    why="What cannot be opened here will not open for many readers either, and nothing in it has been checked.",
    clause="the project's own: what cannot be read cannot be checked",
    check=lambda subject: (),
    passes="a PDF, a Word file (.docx) or a web page that lessonkit made.",
    fails="an empty file; one behind a password; one that is cut off.",
    fix="Open it in the program it was made with and save it again, without a password.",
)
"""Stands for whatever keeps a file from being checked."""


FOLDER = Path(check.__file__).parent


@cache
def rulebook() -> dict[str, tuple[str, Rule[Any]]]:
    """The subject and the rule for each id, subject by subject."""
    found = {rule.id: (subject, rule) for subject in SUBJECTS for rule in rules_of(subject)}
    return {**found, FILE.id: ("file", FILE)}


@cache
def rule_of(rule_id: str) -> Rule[Any]:
    """What the rule with this id says of itself, read from its file: to import all rules would take half a second.

    It checks nothing. For an id that is none of a rule, such as `pdf-can-be-read`, the one about reading.
    """
    name = rule_id.replace("-", "_")
    files = (FOLDER / subject / f"{name}.py" for subject in SUBJECTS)
    file = next((each for each in files if each.is_file()), None)
    if file is None:
        return FILE
    words = ast.get_docstring(ast.parse(file.read_text("utf-8")), clean=False)
    return read_rule(name, words, lambda subject: ())


def rules_like(wanted: str) -> list[Rule[Any]]:
    """The rules with this part in their name, whole words of it; none if it is the name of one."""
    rules, part = rulebook(), _plain(wanted)
    if part in rules or not part:
        return []
    return [rule for name, (_, rule) in rules.items() if f"-{part}-" in f"-{name}-"]


def _plain(wanted: str) -> str:
    return "-".join(wanted.strip().lower().replace("_", " ").replace("-", " ").split())


def find_rule(wanted: str) -> tuple[str, Rule[Any]]:
    """The subject and the rule that somebody asks for. Raises LessonkitError for one that does not exist."""
    rules = rulebook()
    named = _plain(wanted)
    if named not in rules:
        todo = did_you_mean(named, rules, "`lessonkit explain` lists all of them.")
        raise LessonkitError(Problem(None, f"There is no rule called `{wanted}`.", todo))
    return rules[named]
