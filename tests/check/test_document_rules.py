from dataclasses import replace

import pytest

from check.cases import THEME, Case, cases_of, shown, tree
from lessonkit.appearance import Theme
from lessonkit.check import rules_of
from lessonkit.check.subjects import Designed

RULES = {rule.id: rule for rule in rules_of("document")}


@pytest.mark.parametrize("case", cases_of("document"))
def test_case(case: Case) -> None:
    document = tree(case.given["document"], **case.given.get("settings", {}))
    subject = Designed(document, coloured(case.given.get("theme", {})))
    assert shown(RULES[case.rule].check(subject)) == case.expect


def coloured(colours: dict[str, str]) -> Theme:
    """The calm theme with other colours for some of its styles."""
    return replace(
        THEME, styles=THEME.styles | {name: replace(THEME.styles[name], colour=c) for name, c in colours.items()}
    )
