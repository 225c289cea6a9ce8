"""The rules' files, their lists and their cases belong together."""

from pathlib import Path

import pytest

from check.cases import FOLDER, ROOT, read_cases
from lessonkit.check import SUBJECTS, rules_of
from lessonkit.check.outputs import CHECKS
from lessonkit.render import FORMATS

RULE_FOLDERS = ROOT / "src" / "lessonkit" / "check"
DATA_FIRST = ("definition", "document", "pdf")
"""Subjects whose rules have their cases in tests/cases/checks."""


def rule_files(subject: str) -> set[str]:
    """Ids of the files in a subject's folder that say what a rule is."""
    files = [path for path in (RULE_FOLDERS / subject).glob("*.py") if "\nRULE = " in path.read_text("utf-8")]
    assert files
    return {path.stem.replace("_", "-") for path in files}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_rule_file_is_listed(subject: str) -> None:
    assert {rule.id for rule in rules_of(subject)} == rule_files(subject)


def test_every_rule_has_cases_and_every_case_a_rule() -> None:
    cases = {path.stem for path in FOLDER.glob("*.yaml")}
    assert cases == {rule.id for subject in DATA_FIRST for rule in rules_of(subject)}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_rule_has_a_case_that_passes_and_one_that_does_not(path: Path) -> None:
    verdicts = {bool(case.expect) for case in read_cases(path.stem)}
    assert verdicts == {True, False}


def test_every_format_is_read_back_and_its_words_compared() -> None:
    assert set(FORMATS) == set(CHECKS) < set(SUBJECTS)
    for name in FORMATS:
        assert any(rule.id.endswith("text-equals-document") for rule in rules_of(name)), name


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_rule_says_why_with_examples_and_a_clause(subject: str) -> None:
    for rule in rules_of(subject):
        assert all((rule.title, rule.why, rule.passes, rule.fails, rule.clause)), rule.id
