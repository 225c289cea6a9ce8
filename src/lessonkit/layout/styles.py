"""What theme and layout files say about styles and boxes, and how styles inherit from each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from lessonkit.appearance import Style
from lessonkit.problems import LessonkitError, Problem, did_you_mean, raise_if_any
from lessonkit.source.model import Model
from lessonkit.source.texts import Words

Points = Annotated[float, Field(ge=0, le=200)]
"""A space or a thickness."""


class StyleValues(Model):
    """A style as a file writes it: what it leaves out, it inherits."""

    based_on: Words | None = None
    font: Literal["regular", "semibold", "bold", "mono"] | None = None
    size: Annotated[float, Field(ge=4, le=200)] | None = None
    leading: Annotated[float, Field(ge=0.8, le=4)] | None = None
    colour: Words | None = None
    before: Points = 0
    after: Points = 0
    align: Literal["left", "centre", "right", "justified"] = "left"
    hyphens: bool = False
    keep_with_next: bool = False
    letter_spacing: Annotated[float, Field(ge=0, le=0.5)] = 0
    word_spacing: Annotated[float, Field(ge=0, le=2)] = 0
    """Fractions of the size."""
    title: Words | None = None


NEEDED = ("font", "size", "leading", "colour")
"""What a style must say or inherit."""


class Styles:
    """The styles of a theme with what a layout changes in them."""

    def __init__(self, theme: Mapping[str, StyleValues], layout: Mapping[str, StyleValues], palette: Mapping[str, str]):
        self.theme, self.layout, self.palette = theme, layout, palette
        raise_if_any(self._unknown())

    def _unknown(self) -> Iterator[Problem]:
        """Names of styles and colours that lead nowhere."""
        for name, style in self.layout.items():
            if name not in self.theme:
                what = f"The theme has no style `{name}`."
                yield Problem(style.place, what, did_you_mean(name, self.theme, f"It has: {', '.join(self.theme)}."))
        for style in (*self.theme.values(), *self.layout.values()):
            if style.based_on is not None and style.based_on not in self.theme:
                todo = did_you_mean(style.based_on, self.theme, f"There is: {', '.join(self.theme)}.")
                yield Problem(style.place_of("based-on"), f"There is no style `{style.based_on}`.", todo)
            yield from unknown_colours(style, ("colour",), self.palette)

    def resolved(self) -> dict[str, Style]:
        """Every style with all its values; raises LessonkitError if one is based on itself or lacks something."""
        return {name: self._style(name) for name in self.theme}

    def _style(self, name: str) -> Style:
        values = self._inherited(name, ())
        missing = [key for key in NEEDED if key not in values]
        if missing:
            what = f"The style `{name}` has no `{missing[0]}`, and it is based on no style that has one."
            raise LessonkitError(Problem(self.theme[name].place, what, "Add it, or write `based-on: body`."))
        return Style(
            name=name,
            font=values["font"],
            size_pt=values["size"],
            leading=values["leading"],
            colour=self.palette[values["colour"]],
            before_pt=values.get("before", 0.0),
            after_pt=values.get("after", 0.0),
            align=values.get("align", "left"),
            hyphens=values.get("hyphens", False),
            keep_with_next=values.get("keep_with_next", False),
            letter_spacing=values.get("letter_spacing", 0.0),
            word_spacing=values.get("word_spacing", 0.0),
            title=str(values.get("title", "")),
        )

    def _inherited(self, name: str, seen: tuple[str, ...]) -> dict[str, Any]:
        """The values of a style: its own, those of the layout for it, and those of the styles it is based on."""
        if name in seen:
            raise LessonkitError(
                Problem(self.theme[name].place, f"The style `{name}` is based on itself.", "Base it on another one.")
            )
        own = _written(self.theme[name]) | (_written(self.layout[name]) if name in self.layout else {})
        base = own.pop("based_on", None)
        inherited = self._inherited(base, (*seen, name)) if base else {}
        inherited.pop("title", None)
        return inherited | own


def unknown_colours(model: Model, keys: tuple[str, ...], palette: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each of these values that is no role of the palette."""
    for key in keys:
        role = getattr(model, key)
        if role is not None and role not in palette:
            todo = did_you_mean(role, palette, f"There is: {', '.join(palette)}.")
            yield Problem(model.place_of(key), f"`{role}` is not a colour of the palette.", todo)


def _written(style: StyleValues) -> dict[str, Any]:
    """Only what the file says."""
    return {key: getattr(style, key) for key in style.model_fields_set}
