"""What belongs together in layouts/ and in the code: types, blocks, kinds of callout, words, styles and colours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from lessonkit.layout.compose import ICONS
from lessonkit.layout.inherit import load_theme
from lessonkit.layout.styles import StyleValues
from lessonkit.layout.theme import read_theme
from lessonkit.problems import LessonkitError, Problem
from lessonkit.source.blocks import BLOCKS, AnyBlock
from lessonkit.source.blocks.callout import Callout
from lessonkit.source.pack import Copies, Receiver
from lessonkit.source.read import TYPES
from lessonkit.source.texts import AUDIENCES
from lessonkit.source.variants import LEVELS, NEEDS

ROOT = Path(__file__).parent.parent.parent
LAYOUTS = ROOT / "layouts"
SOURCE = ROOT / "src" / "lessonkit"
THEMES = sorted((LAYOUTS / "themes").glob("*.yaml"))
CALM = LAYOUTS / "themes" / "calm.yaml"
STRINGS = sorted((LAYOUTS / "strings").glob("*.yaml"))

CHOSEN_BY_CONTENT = {"must", "should", "could"}
"""Words whose names stand in the definition, not in a template; so do those of audiences and ways to a contact."""


def values(path: Path) -> dict[str, Any]:
    loaded = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def stems(folder: Path, ending: str) -> set[str]:
    found = {path.name.removesuffix(ending) for path in folder.glob(f"*{ending}")}
    assert found
    return found


def texts(*patterns: str) -> str:
    """All templates, and the files of the code that match."""
    found = [*LAYOUTS.rglob("*.j2"), *(path for pattern in patterns for path in SOURCE.glob(pattern))]
    assert len(found) > 10
    return "\n".join(path.read_text("utf-8") for path in found)


# ------------------------------------------------------------------------------------------------ types and blocks


@pytest.mark.parametrize("name", TYPES)
def test_every_type_has_a_layout_a_sample_and_a_case(name: str) -> None:
    assert (LAYOUTS / name / "layout.yaml").is_file()
    assert (LAYOUTS / name / "page.xml.j2").is_file()
    for folder in (ROOT / "sources", ROOT / "tests" / "cases" / "definitions"):
        types = re.findall(r"^type: (\w+)$", "\n".join(p.read_text("utf-8") for p in folder.rglob("*.yaml")), re.M)
        assert name in types, folder


def test_every_block_has_a_model_a_line_in_both_lists_and_a_template() -> None:
    models = stems(SOURCE / "source" / "blocks", ".py") - {"__init__", "block"}
    tags = {get_args(member)[1].tag for member in get_args(get_args(AnyBlock)[0])}
    assert models == set(BLOCKS) == tags == stems(LAYOUTS / "blocks", ".xml.j2")
    assert {model.name for model in BLOCKS.values()} == set(BLOCKS)


def test_every_kind_of_callout_has_an_icon_and_a_box_in_every_theme() -> None:
    kinds = set(get_args(Callout.model_fields["kind"].annotation))
    assert kinds == set(ICONS)
    assert set(ICONS.values()) <= stems(LAYOUTS / "icons", ".svg")
    for path in THEMES:
        assert kinds <= set(whole(path)["boxes"])


# ------------------------------------------------------------------------------------------- siblings, and no waste


def whole(theme: Path) -> dict[str, Any]:
    """What a theme says, with what it takes from the one it is based on."""
    problems: list[Problem] = []
    loaded = load_theme(theme, problems)
    assert not problems
    return loaded


def test_themes_have_the_same_keys() -> None:
    assert len(THEMES) > 2
    for part in ("palette", "styles", "boxes"):
        assert len({frozenset(whole(path)[part]) for path in THEMES}) == 1, part


def test_words_of_languages_have_the_same_keys() -> None:
    assert len(STRINGS) > 1
    for part in ("strings", "words", "fields"):
        assert len({frozenset(values(path)[part]) for path in STRINGS}) == 1, part


@pytest.mark.parametrize("path", STRINGS, ids=lambda path: path.stem)
def test_every_word_of_the_formats_is_said_somewhere(path: Path) -> None:
    written = texts("render/**/*.py", "build/*.py")
    assert [key for key in values(path)["words"] if f'"{key}"' not in written] == []


@pytest.mark.parametrize("path", STRINGS, ids=lambda path: path.stem)
def test_every_word_of_the_layouts_is_printed_somewhere(path: Path) -> None:
    written = texts("layout/*.py", "pack/*.py")
    chosen = {f"audience-{name}" for name in AUDIENCES} | {
        f"contact-{way}" for way in ("name", "phone", "email", "web")
    }
    adaptations = stems(LAYOUTS / "adaptations", ".yaml")
    chosen |= {f"{kind}-{name}" for name in adaptations for kind in ("adapted", "adaptation")}
    chosen |= {f"need-{name}" for name in NEEDS} | {f"level-{name}" for name in LEVELS}
    chosen |= {f"pack-for-{name}" for name in get_args(Receiver)} | {f"pack-copies-{name}" for name in get_args(Copies)}
    words = set(values(path)["strings"])
    assert words >= chosen | CHOSEN_BY_CONTENT
    unchosen = words - chosen - CHOSEN_BY_CONTENT
    assert [key for key in unchosen if not re.search(rf'strings\.{key}\b|"{key}"', written)] == []


@pytest.mark.parametrize("path", THEMES, ids=lambda path: path.stem)
def test_every_style_box_and_colour_of_a_theme_is_used(path: Path) -> None:
    theme = whole(path)
    written = texts("layout/*.py", "render/**/*.py", "drawing/**/*.py", "source/blocks/callout.py")
    css = (SOURCE / "render" / "html" / "page.css").read_text("utf-8")
    bases = {style.get("based-on") for style in theme["styles"].values()}
    levels = {f"heading-{level}" for level in range(1, 7)}
    named = [*theme["styles"].keys() - bases - levels, *theme["boxes"]]
    assert [name for name in named if f'"{name}"' not in written] == []
    looks = CALM.read_text("utf-8").partition("styles:")[2] + "".join(
        layout.read_text("utf-8") for layout in LAYOUTS.glob("*/layout.yaml")
    )
    unused = [r for r in theme["palette"] if not re.search(rf": {r}\b(?!-)", looks) and f'"{r}"' not in written]
    assert [role for role in unused if f"--{role})" not in css] == []


def test_a_layout_that_changes_a_style_the_theme_lacks_is_told_so() -> None:
    with pytest.raises(LessonkitError, match=r"`bodi`.*Did you mean `body`"):
        read_theme(THEMES[0], {"bodi": StyleValues(size=14)})
