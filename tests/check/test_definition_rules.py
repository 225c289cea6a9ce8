from pathlib import Path

import pytest

from check.cases import ROOT, Case, cases_of, shown
from check.definitions import LIBRARY, definition, library
from lessonkit.check import check_definition, rules_of
from lessonkit.check.definition.records_are_confirmed import needs_confirmation
from lessonkit.check.sources import Sources
from lessonkit.source.project import Project
from lessonkit.source.read import read_definition

RULES = {rule.id: rule for rule in rules_of("definition")}
DEFINITIONS = Project(ROOT).definitions()


@pytest.mark.parametrize("case", cases_of("definition"))
def test_case(case: Case, tmp_path: Path) -> None:
    given = case.given
    subject = Sources(
        definition(given["definition"], tmp_path),
        library(given.get("records", {}), tmp_path),
        given.get("final", False),
    )
    assert shown(RULES[case.rule].check(subject)) == case.expect


@pytest.mark.parametrize("name", DEFINITIONS)
def test_our_own_definitions_have_no_fault(name: str) -> None:
    made = read_definition(DEFINITIONS[name], Project(ROOT), LIBRARY)
    assert [str(finding.problem()) for finding in check_definition(made, LIBRARY)] == []


def test_what_needs_confirmation() -> None:
    waiting = {name for name, contact in LIBRARY.contacts.items() if needs_confirmation(contact)}
    assert {"posh", "police_deaf"} <= waiting
    assert not {"childline", "police_999", "school_dsl"} & waiting
