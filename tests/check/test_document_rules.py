from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from check.cases import ROOT, THEME, Case, cases_of, changed, shown, tree
from lessonkit.appearance import Theme
from lessonkit.check import rules_of
from lessonkit.check.subjects import Designed
from lessonkit.drawing import Assets

RULES = {rule.id: rule for rule in rules_of("document")}


@pytest.mark.parametrize("case", cases_of("document"))
def test_case(case: Case, tmp_path: Path) -> None:
    document = tree(case.given["document"], **case.given.get("settings", {}))
    for name, size in case.given.get("pictures", {}).items():
        Image.new("1", size).save(tmp_path / name)
    document = changed(document, case.given.get("change", {}))
    subject = Designed(document, coloured(case.given.get("theme", {})), Assets(ROOT / "layouts" / "icons", tmp_path))
    assert shown(RULES[case.rule].check(subject)) == case.expect


def coloured(colours: dict[str, str]) -> Theme:
    """The calm theme with other colours for some of its styles."""
    return replace(
        THEME, styles=THEME.styles | {name: replace(THEME.styles[name], colour=c) for name, c in colours.items()}
    )
