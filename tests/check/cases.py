"""Reads tests/cases/checks: one file for each rule, cases that state their own verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from lessonkit.appearance import Page
from lessonkit.check import rules_of
from lessonkit.check.rule import Finding
from lessonkit.document import Document
from lessonkit.layout.markup import read_markup
from lessonkit.layout.strings import read_strings
from lessonkit.layout.theme import read_theme
from lessonkit.problems import Place

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "cases" / "checks"
PAGE = Page()
THEME = read_theme(ROOT / "layouts" / "themes" / "calm.yaml")
WORDS = read_strings(ROOT / "layouts" / "strings", "en").words


@dataclass(frozen=True)
class Case:
    """One example of a rule: what is given, and the findings it must have."""

    rule: str
    says: str
    given: dict[str, Any]
    expect: list[str]


def cases_of(subject: str) -> list[Any]:
    """A pytest parameter for each case of this subject's rules."""
    rules = [rule.id for rule in rules_of(subject)]
    return [pytest.param(case, id=f"{case.rule}: {case.says}") for rule in rules for case in read_cases(rule)]


def read_cases(rule: str) -> list[Case]:
    """The cases in a rule's file. An expectation is written `fail 2: message`: outcome, line of what is given."""
    cases = []
    for given in yaml.safe_load((FOLDER / f"{rule}.yaml").read_text("utf-8")):
        expect = [_line(line) for line in given.pop("expect", [])]
        cases.append(Case(rule, given.pop("case"), given, expect))
    return cases


def _line(expected: str | dict[str, str]) -> str:
    """YAML reads `fail 2: message` as a mapping, unless it stands in quotes."""
    return expected if isinstance(expected, str) else ": ".join(*expected.items())


def shown(findings: Iterable[Finding]) -> list[str]:
    """Findings as the cases write them."""
    return [f"{finding.outcome}{_number(finding.place)}: {finding.message}" for finding in findings]


def _number(place: Place | None) -> str:
    return f" {place.line}" if place and place.line else ""


def tree(markup: str, **settings: Any) -> Document:
    """A document from the markup that layouts write; every node's place is its line in the markup."""
    root = etree.fromstring(f"<document>{markup}</document>")
    for element in root.iter():
        element.set("src", element.get("src", f"case.yaml:{element.sourceline}"))
    body = read_markup(etree.tostring(root, encoding="unicode"), THEME, "case.yaml")
    known: dict[str, Any] = {"name": "case", "title": "A case", "language": "en-GB", "audience": "parents"} | settings
    page = replace(PAGE, **known.pop("page", {}))
    known = {"words": WORDS} | known
    return Document(blocks=body.blocks, head=body.head, foot=body.foot, page=page, place=Place("case.yaml"), **known)


def changed(node: Any, changes: dict[str, dict[str, Any] | None]) -> Any:
    """The tree with other fields in all nodes of some kinds, or without nodes of a kind: what no layout can write."""
    if isinstance(node, tuple):
        kept = (each for each in node if changes.get(type(each).__name__, {}) is not None)
        return tuple(changed(each, changes) for each in kept)
    if not is_dataclass(node) or isinstance(node, type):
        return node
    inside = {each.name: changed(getattr(node, each.name), changes) for each in fields(node) if each.init}
    given = changes.get(type(node).__name__) or {}
    return replace(node, **inside | {name: tuple(v) if isinstance(v, list) else v for name, v in given.items()})
