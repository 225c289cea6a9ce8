"""Themes: one YAML file of named styles, colours and boxes, read into plain data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lessonkit.appearance import BoxStyle, Fallback, TableStyle, Theme
from lessonkit.layout.inherit import load_theme
from lessonkit.layout.named import Named
from lessonkit.layout.settings import name_of, read_settings
from lessonkit.layout.styles import Points, Styles, StyleValues, unknown_colours
from lessonkit.problems import Place, Problem, raise_if_any
from lessonkit.reads import note
from lessonkit.source.model import Model
from lessonkit.source.texts import Words

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
FONT = (b"\x00\x01\x00\x00", b"true")
"""How a TrueType file begins."""

WEIGHTS = ("regular", "semibold", "bold", "mono")
"""What a theme calls its fonts."""


SCRIPT = re.compile(r"[A-Z][a-z]{3}")
"""An ISO 15924 code."""


class FallbackValues(Model):
    """A typeface for characters that the theme's own lacks, as the file writes it."""

    regular: Words
    bold: Words | None = None
    scripts: tuple[Words, ...] = ()


class Fonts(Model):
    """The files of the typeface, in `layouts/fonts`."""

    family: Words
    word: Words
    regular: Words
    semibold: Words
    bold: Words
    mono: Words | None = None
    fallback: tuple[FallbackValues, ...] = ()


class BoxValues(Model):
    """A box as the file writes it."""

    background: Words
    bar: Words | None = None
    bar_width: Points = 0
    border: Words | None = None
    border_width: Points = 0
    padding: Points = 8
    radius: Points = 0
    before: Points = 8
    after: Points = 8
    text: Words | None = None
    title_style: Words | None = None
    bleed: bool = False


class TableValues(Model):
    """How tables look, as the file writes it."""

    head: Words
    zebra: Words | None = None
    rule: Words
    rule_width: Points
    padding: Points


class ThemeFile(Model):
    """A file in `layouts/themes`."""

    format: int
    name: Words
    based_on: Words | None = None
    """The theme whose values it has where it says nothing."""
    fonts: Fonts
    palette: dict[str, Words | None]
    styles: dict[str, StyleValues]
    boxes: dict[str, BoxValues]
    table: TableValues
    tint_prints: bool = False

    def problems(self) -> Iterator[Problem]:
        """Colours are written in figures, and boxes and tables use those there are."""
        for role, colour in self.palette.items():
            if colour is None or not COLOUR.fullmatch(colour):
                what = f"`{role}` must be a colour, but it is {f'`{colour}`' if colour else 'empty'}."
                todo = 'Write # and six figures, in quotation marks: "#0b5563".'
                yield Problem(self.place_of("palette", role), what, todo)
        for style in self.styles.values():
            if style.font and not getattr(self.fonts, style.font):
                todo = "Name its file there, which lies in layouts/fonts."
                yield Problem(style.place_of("font"), f"The fonts of this theme have no `{style.font}`.", todo)
        for box in self.boxes.values():
            yield from unknown_colours(box, ("background", "bar", "border", "text"), self.colours)
        yield from unknown_colours(self.table, ("head", "zebra", "rule"), self.colours)

    @property
    def colours(self) -> dict[str, str]:
        """The palette."""
        return {role: str(colour) for role, colour in self.palette.items()}


def read_theme(path: Path, adjust: Mapping[str, StyleValues] | None = None) -> Theme:
    """The theme in this file; fonts are looked up in `fonts/` beside the themes folder.

    adjust: a layout's own values for some styles, such as a larger `body`; styles based on them follow.
    Raises LessonkitError for a missing file, an unknown style or colour, or a style that inherits from itself.
    """
    file, name = read_settings(path, ThemeFile, load_theme), name_of(path)
    folder = path.parent.parent / "fonts"
    raise_if_any(_unusable(file.fonts, folder))
    styles = Styles(file.styles, adjust or {}, file.colours).resolved()
    boxes = {key: _box(key, box, file.colours) for key, box in file.boxes.items()}
    table = _table(file.table, file.colours)
    return Theme(
        name=str(file.name),
        fonts={key: folder / str(getattr(file.fonts, key)) for key in WEIGHTS if getattr(file.fonts, key)},
        font_family=str(file.fonts.family),
        word_font=str(file.fonts.word),
        palette=Named(file.colours, "colour", name),
        styles=Named(styles, "style", name),
        boxes=Named(boxes, "box", name),
        table=table,
        fallback=tuple(_fallback(each, folder) for each in file.fonts.fallback),
        tint_prints=file.tint_prints,
    )


def _fallback(values: FallbackValues, folder: Path) -> Fallback:
    bold = folder / str(values.bold) if values.bold else None
    return Fallback(folder / str(values.regular), bold, tuple(map(str, values.scripts)))


def _unusable(fonts: Fonts, folder: Path) -> Iterator[Problem]:
    """Fonts that are missing or are something else, and scripts that have no such name."""
    for model, keys in ((fonts, WEIGHTS), *((each, ("regular", "bold")) for each in fonts.fallback)):
        for key in keys:
            if getattr(model, key):
                yield from _no_font(folder / str(getattr(model, key)), model.place_of(key))
    for each in fonts.fallback:
        for number, script in enumerate(each.scripts):
            if not SCRIPT.fullmatch(script):
                todo = "Write its ISO 15924 code, such as Arab or Deva."
                yield Problem(each.place_of("scripts", number), f"`{script}` is not the name of a script.", todo)


def _no_font(path: Path, place: Place) -> Iterator[Problem]:
    note(path, drawn=True)
    if not path.is_file():
        yield Problem(place, f"There is no font `{path.name}`.", "Put the file into layouts/fonts.")
        return
    with path.open("rb") as file:
        if file.read(4) not in FONT:
            yield Problem(place, f"`{path.name}` is not a TrueType font.", "Use a .ttf file.")


def _box(name: str, box: BoxValues, palette: Mapping[str, str]) -> BoxStyle:
    return BoxStyle(
        name=name,
        background=palette[box.background],
        bar=palette.get(box.bar or "", ""),
        bar_pt=box.bar_width,
        border=palette.get(box.border or "", ""),
        border_pt=box.border_width,
        padding_pt=box.padding,
        radius_pt=box.radius,
        before_pt=box.before,
        after_pt=box.after,
        text=palette.get(box.text or "", ""),
        title_style=str(box.title_style or "callout-title"),
        bleed=box.bleed,
    )


def _table(table: TableValues, palette: Mapping[str, str]) -> TableStyle:
    return TableStyle(
        head_background=palette[table.head],
        zebra=palette.get(table.zebra or "", ""),
        rule=palette[table.rule],
        rule_pt=table.rule_width,
        padding_pt=table.padding,
    )
