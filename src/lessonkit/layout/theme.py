"""Themes: one YAML file of named styles, colours and boxes, read into plain data."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lessonkit.appearance import BoxStyle, Style, TableStyle, Theme
from lessonkit.layout.settings import Settings, read_settings

STYLE_KEYS = {"based-on", "font", "size", "leading", "colour", "before", "after", "align", "keep-with-next", "title"}
BOX_KEYS = {
    "background": "background",
    "bar": "bar",
    "bar-width": "bar_pt",
    "border": "border",
    "border-width": "border_pt",
    "padding": "padding_pt",
    "radius": "radius_pt",
    "before": "before_pt",
    "after": "after_pt",
    "text": "text",
    "title-style": "title_style",
    "bleed": "bleed",
}
COLOURED = ("background", "bar", "border", "text")


def read_theme(path: Path, adjust: Mapping[str, Mapping[str, Any]] | None = None) -> Theme:
    """The theme in this file; fonts are looked up in `fonts/` beside the themes folder.

    adjust: a layout's own values for some styles, such as a larger `body`; styles based on them follow.
    Raises LessonkitError for a missing file, an unknown style (also in `adjust`) or colour, or a style that inherits
    from itself.
    """
    settings = read_settings(path, {"format", "name", "fonts", "palette", "styles", "boxes", "table"})
    values = settings.values
    for name, own in (adjust or {}).items():
        if name not in values["styles"]:
            raise settings.error(
                "styles", f"the layout changes `{name}`, which is no style here.", list(values["styles"])
            )
        values["styles"][name] |= dict(own)
    palette = {str(role): str(colour) for role, colour in values["palette"].items()}
    fonts = {key: path.parent.parent / "fonts" / name for key, name in values["fonts"].items() if key != "family"}
    reader = _ThemeReader(settings, palette, set(fonts))
    return Theme(
        name=values["name"],
        fonts=fonts,
        font_family=values["fonts"]["family"],
        palette=palette,
        styles={name: reader.style(name) for name in values["styles"]},
        boxes={name: reader.box(name, box) for name, box in values["boxes"].items()},
        table=reader.table(values["table"]),
        hash=hashlib.sha256(repr(values).encode()).hexdigest()[:16],
    )


class _ThemeReader:
    """Resolves inheritance and palette roles within one theme file."""

    def __init__(self, settings: Settings, palette: dict[str, str], fonts: set[str]) -> None:
        self.settings = settings
        self.palette = palette
        self.fonts = fonts

    def colour(self, role: str, where: str) -> str:
        """`#rrggbb` for a palette role; empty stays empty."""
        if role and role not in self.palette:
            raise self.settings.error(where, f"`{role}` is not a colour of the palette.", list(self.palette))
        return self.palette.get(role, "")

    def style(self, name: str) -> Style:
        """The named style with what it inherits."""
        values = self._inherited(name, ())
        if values["font"] not in self.fonts:
            raise self.settings.error(name, f"`{values['font']}` is not a font of this theme.", sorted(self.fonts))
        return Style(
            name=name,
            font=values["font"],
            size_pt=float(values["size"]),
            leading=float(values["leading"]),
            colour=self.colour(values["colour"], name),
            before_pt=float(values.get("before", 0)),
            after_pt=float(values.get("after", 0)),
            align=values.get("align", "left"),
            keep_with_next=bool(values.get("keep-with-next", False)),
            title=values.get("title", ""),
        )

    def _inherited(self, name: str, seen: tuple[str, ...]) -> dict[str, Any]:
        styles = self.settings.values["styles"]
        if name not in styles:
            raise self.settings.error(seen[-1], f"it is based on `{name}`, which is no style here.", list(styles))
        if name in seen:
            raise self.settings.error(name, f"`{name}` is based on itself.", [])
        own = dict(styles[name])
        for key in own.keys() - STYLE_KEYS:
            raise self.settings.error(key, f"a style has no key `{key}`.", sorted(STYLE_KEYS))
        base = own.pop("based-on", None)
        inherited = self._inherited(base, (*seen, name)) if base else {}
        inherited.pop("title", None)
        return inherited | own

    def box(self, name: str, values: dict[str, Any]) -> BoxStyle:
        """The named box."""
        for key in values.keys() - BOX_KEYS.keys():
            raise self.settings.error(key, f"a box has no key `{key}`.", sorted(BOX_KEYS))
        known = {BOX_KEYS[key]: value for key, value in values.items()}
        colours = {key: self.colour(known[key], name) for key in COLOURED if key in known}
        return BoxStyle(name=name, **(known | colours))

    def table(self, values: dict[str, Any]) -> TableStyle:
        """How tables look."""
        return TableStyle(
            head_background=self.colour(values["head"], "table"),
            zebra=self.colour(values.get("zebra", ""), "table"),
            rule=self.colour(values["rule"], "table"),
            rule_pt=float(values["rule-width"]),
            padding_pt=float(values["padding"]),
        )
