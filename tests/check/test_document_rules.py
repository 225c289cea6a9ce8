from dataclasses import replace
from pathlib import Path
from typing import Any

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
    theme = restyled(restyled(THEME, "colour", case.given.get("theme", {})), "align", case.given.get("aligned", {}))
    subject = Designed(document, theme, Assets(ROOT / "layouts" / "icons", tmp_path))
    assert shown(RULES[case.rule].check(subject)) == case.expect


def restyled(theme: Theme, key: str, values: dict[str, Any]) -> Theme:
    """The theme with another value in some of its styles."""
    changed = {name: replace(theme.styles[name], **{key: value}) for name, value in values.items()}
    return replace(theme, styles=theme.styles | changed)
