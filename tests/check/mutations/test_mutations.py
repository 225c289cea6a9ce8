"""Every defect is found, by exactly the rules that it declares."""

import pytest

from check.mutations import arranging, links, listening, looking, looks, pretending, reaching, structure, using, words
from check.mutations.editing import Editing
from check.mutations.good import contacts, good
from check.mutations.mutation import MUTATIONS, Mutation
from lessonkit.check.anypdf import RULES, check_any_pdf

KINDS = (structure, words, links, looks, listening, looking, using, arranging, reaching, pretending)
"""Modules whose functions are mutations."""


def test_the_good_documents_have_no_finding() -> None:
    assert [check_any_pdf(data) for data in (good(), contacts())] == [[], []]


def test_reading_and_writing_alone_spoils_nothing() -> None:
    assert check_any_pdf(Editing(good()).data()) == []


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.says)
def test_each_defect_is_noticed_by_its_rules_alone(mutation: Mutation) -> None:
    pdf = Editing(mutation.start())
    mutation.spoil(pdf)
    findings = check_any_pdf(pdf.data())
    assert {finding.rule for finding in findings} == mutation.rules, [finding.message for finding in findings]


WITHOUT_MUTATION = {"lines-are-short", "text-is-not-justified"}
"""Rules about how lines are set, which no edit of a finished file changes: other tests have files that break them."""


def test_every_rule_has_a_mutation() -> None:
    assert len(MUTATIONS) >= 150
    noticed = {rule for mutation in MUTATIONS for rule in mutation.rules}
    assert noticed | WITHOUT_MUTATION == {rule.id for rule in RULES}
