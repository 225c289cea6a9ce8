"""What a designer types wrong in a theme or a layout: a message with its line, never a fault."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lessonkit.layout.geometry import read_layout
from lessonkit.layout.named import Named
from lessonkit.layout.theme import read_theme
from lessonkit.problems import LessonkitError

GUIDE, LEAFLET, CALM = "guide/layout.yaml", "leaflet/layout.yaml", "themes/calm.yaml"
MARGINS = "margins: [18, 20, 18, 20]"

WRONG = [
    (GUIDE, "width: 210, ", "", "`width` is missing"),
    (GUIDE, "width: 210", "width: 210mm", "`width` must be a number, but it is the word '210mm'"),
    (GUIDE, "width: 210", "width: 0", "`width` must be at least 30"),
    (GUIDE, MARGINS, "margins: wide", "`margins` must be a list"),
    (GUIDE, MARGINS, "margins: [18, 20, 18]", "`margins` must have at least 4 items"),
    (GUIDE, MARGINS, "margins: [18, 20, 18, wide]", "Item 4 of `margins` must be a number"),
    (GUIDE, MARGINS, "margins: [18, 120, 18, 120]", "leave -30 mm for words"),
    (GUIDE, "page:", "pages:", "There is no key `pages` here. Did you mean `page`?"),
    (GUIDE, "  body: {", "  body: big # {", "`body` must be keys with values"),
    (GUIDE, "  body: {", "  bodi: {", "The theme has no style `bodi`. Did you mean `body`?"),
    (GUIDE, "size: 13.5", "size: 13.5pt", "`size` must be a number"),
    (GUIDE, "size: 13.5", "size: 0", "`size` must be at least 4"),
    (LEAFLET, "[4, 5, 6]]", "[4, 5]]", "The sides do not hold each of the 6 panels once"),
    (LEAFLET, "number: 6, width: 100, height: 210", "number: 6, width: 100, height: 297", "Panel 6 is 297 mm high"),
    (LEAFLET, "reflow: leaflet-pages", "reflow: leaflet-pagez", "There is no layout `leaflet-pagez`. Did you mean"),
    (LEAFLET, "number: 2", "number: 1", "Panel 2 has the number 1"),
    (CALM, '"#1f2937"', "#1f2937", "`ink` must be a colour, but it is empty"),
    (CALM, '"#1f2937"', "black", "`ink` must be a colour, but it is `black`"),
    (CALM, "colour: muted", "colour: mutted", "`mutted` is not a colour of the palette. Did you mean `muted`?"),
    (CALM, "based-on: title", "based-on: titel", "There is no style `titel`. Did you mean `title`?"),
    (CALM, "based-on: title", "based-on: heading-1", "The style `heading-1` is based on itself"),
    (CALM, "body: {font: regular, ", "body: {", "The style `body` has no `font`"),
    (CALM, "table: {head: accent, ", "table: {", "`head` is missing"),
    (CALM, "rule-width: 0.75", "rule-width: thin", "`rule-width` must be a number"),
    (CALM, "Next-Regular.ttf", "Next-Regula.ttf", "There is no font `AtkinsonHyperlegibleNext-Regula.ttf`"),
    (GUIDE, "  body: {", "  body: {letter-spacing: 12, ", "`letter-spacing` must be at most 0.5, but it is 12"),
    (GUIDE, "  body: {", "  body: {letter-spacing: -0.1, ", "`letter-spacing` must be at least 0, but it is -0.1"),
    (GUIDE, "  body: {", "  body: {word-spacing: wide, ", "`word-spacing` must be a number, but it is the word 'wide'"),
    (CALM, "keep-with-next: true", "keep-with-next: often", "`keep-with-next` must be `true` or `false`"),
]


@pytest.fixture
def layouts(tmp_path: Path, project: Path) -> Path:
    return Path(shutil.copytree(project / "layouts", tmp_path / "layouts"))


def read(layouts: Path, layout: str) -> None:
    """Read the theme as a layout adjusts it."""
    read_theme(layouts / CALM, read_layout(layouts / layout).styles)


@pytest.mark.parametrize(("file", "old", "new", "message"), WRONG)
def test_a_slip_in_a_theme_or_a_layout_is_told_with_its_line(
    file: str, old: str, new: str, message: str, layouts: Path
) -> None:
    text = (layouts / file).read_text("utf-8")
    assert old in text
    (layouts / file).write_text(text.replace(old, new), "utf-8")
    line = next(number for number, row in enumerate(text.splitlines(), 1) if old in row)
    with pytest.raises(LessonkitError) as caught:
        read(layouts, "leaflet" if file == LEAFLET else "guide")
    first = str(caught.value.problems[0])
    assert message in first
    assert first.startswith(f"layouts/{file}:{line}: "), first


def test_every_slip_of_a_file_is_told_at_once(layouts: Path) -> None:
    path = layouts / GUIDE
    path.write_text(path.read_text("utf-8").replace("width: 210", "width: A4").replace("size: 13.5", "size: big"))
    with pytest.raises(LessonkitError, match=r"`width`(.|\n)*`size`"):
        read_layout(path.parent)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "number: 2, width: 100",
            "number: 2, width: 140",
            "The panels of side 2 are 337 mm wide together, but the page",
        ),
        ("number: 2, width: 100", "number: 2, width: 99", "folds at 97 and 197 mm, but its inside at 98 and 198 mm"),
        ("- [5, 6, 1]\n  - [2, 3, 4]", "- [5, 6, 1, 4]\n  - [2, 3]", "The panels of side 1 are 394 mm wide together"),
        ("- [2, 3, 4]", "- [4, 3, 2]", "folds at 97 and 197 mm, but its inside at 100 and 200 mm"),
    ],
)
def test_panels_that_do_not_fit_their_sheet_or_their_backs_are_told(
    old: str, new: str, message: str, layouts: Path
) -> None:
    path = layouts / LEAFLET
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    line = text.splitlines().index("  - [5, 6, 1]")
    with pytest.raises(LessonkitError, match=f"leaflet/layout.yaml:{line}: .*{message}"):
        read_layout(path.parent)


def test_panels_on_the_sheets_of_another_layout_are_told_where_they_stand(layouts: Path) -> None:
    flyer = layouts / "flyer" / "layout.yaml"
    flyer.parent.mkdir()
    panel = "{number: %d, width: 99, height: 210, margins: [10, 8, 9, 8]}"
    panels = ", ".join(panel % number for number in (1, 2))
    flyer.write_text(f"format: 1\nname: flyer\nbased-on: leaflet\npanels: [{panels}]\n", "utf-8")
    with pytest.raises(LessonkitError) as caught:
        read_layout(flyer.parent)
    assert {problem.place.file for problem in caught.value.problems if problem.place} == {"layouts/flyer/layout.yaml"}
    assert "They are those of `leaflet`: write `sheets` here, too." in str(caught.value)
    assert "write `word: sides` here, too." in str(caught.value)


def test_a_style_in_a_font_that_the_theme_has_not_is_told(layouts: Path) -> None:
    path = layouts / CALM
    text = path.read_text("utf-8")
    (mono,) = (row for row in text.splitlines(keepends=True) if row.startswith("  mono:"))
    path.write_text(text.replace(mono, ""), "utf-8")
    with pytest.raises(LessonkitError, match=r"calm.yaml:\d+: The fonts of this theme have no `mono`"):
        read_theme(path)


def test_a_font_file_that_is_no_font_is_named(layouts: Path) -> None:
    (layouts / "fonts" / "AtkinsonHyperlegibleNext-Bold.ttf").write_bytes(b"<html>")
    with pytest.raises(LessonkitError, match=r"layouts/themes/calm.yaml:\d+: .*Bold.ttf` is not a TrueType font"):
        read_theme(layouts / CALM)


def test_fallback_fonts_are_read_with_their_scripts_and_checked(layouts: Path) -> None:
    arabic, *others = read_theme(layouts / CALM).fallback
    assert arabic.scripts == ("Arab",)
    assert arabic.bold is not None
    assert others[-1].bold is None
    path = layouts / CALM
    text = path.read_text("utf-8")
    path.write_text(text.replace("scripts: [Hebr]", "scripts: [hebrew]"))
    with pytest.raises(LessonkitError, match=r"calm.yaml:\d+: `hebrew` is not the name of a script"):
        read_theme(path)
    path.write_text(text.replace("NotoSansTamil-Bold.ttf", "NotoSansThai.ttf"))
    with pytest.raises(LessonkitError, match=r"calm.yaml:\d+: There is no font `NotoSansThai.ttf`"):
        read_theme(path)


def test_a_name_that_a_file_lacks_is_told_with_the_file() -> None:
    with pytest.raises(LessonkitError, match=r"layouts/x.yaml: There is no style `boddy`.*Did you mean `body`"):
        Named({"body": 1}, "style", "layouts/x.yaml")["boddy"]


def test_styles_inherit_how_far_their_letters_are_set_apart(layouts: Path) -> None:
    path = layouts / CALM
    text = path.read_text("utf-8").replace("  body: {", "  body: {letter-spacing: 0.12, word-spacing: 0.16, ")
    path.write_text(text.replace("  list: {", "  list: {word-spacing: 0.3, "), "utf-8")
    styles = read_theme(path).styles
    assert (styles["small"].letter_spacing, styles["small"].word_spacing) == (0.12, 0.16)
    assert (styles["list"].letter_spacing, styles["list"].word_spacing) == (0.12, 0.3)
    assert (styles["title"].letter_spacing, styles["title"].word_spacing) == (0.0, 0.0)
