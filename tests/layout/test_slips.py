"""A theme that says what differs: names that it mistypes are told, and names of its own are not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lessonkit.layout.theme import read_theme
from lessonkit.problems import LessonkitError

HEAD = "format: 1\nname: oak\nbased-on: calm\n"


@pytest.fixture
def oak(tmp_path: Path, project: Path) -> Path:
    return Path(shutil.copytree(project / "layouts", tmp_path / "layouts")) / "themes" / "oak.yaml"


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ('palette:\n  acent: "#7a4a12"', "the colour `acent`.*Did you mean `accent`?"),
        ('palette:\n  sun-sfot: "#7a4a12"', "the colour `sun-sfot`.*Did you mean `sun-soft`?"),
        ('palette:\n  accent_soft: "#7a4a12"', "the colour `accent_soft`.*Did you mean `accent-soft`?"),
        ("boxes:\n  remembr: {background: accent}", "the box `remembr`.*Did you mean `remember`?"),
        ("styles:\n  headnig-2: {based-on: title, size: 20}", "the style `headnig-2`.*Did you mean `heading-2`?"),
    ],
)
def test_a_name_that_is_one_letter_off_is_told_with_its_line(own: str, message: str, oak: Path) -> None:
    oak.write_text(HEAD + own + "\n", "utf-8")
    with pytest.raises(LessonkitError, match=rf"themes/oak.yaml:5: .*{message.replace('?', '[?]')}"):
        read_theme(oak)


@pytest.mark.parametrize(
    "own",
    [
        'palette:\n  accent-dark: "#7a4a12"',
        'palette:\n  chart-5: "#7a4a12"',
        'palette:\n  accents: "#7a4a12"\nstyles:\n  body: {colour: accents}',
        'palette:\n  accent: "#7a4a12"',
        "boxes:\n  reminder: {background: accent}",
    ],
)
def test_a_name_of_its_own_is_left_alone(own: str, oak: Path) -> None:
    oak.write_text(HEAD + own + "\n", "utf-8")
    assert read_theme(oak).name == "oak"
