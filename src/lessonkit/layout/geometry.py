"""Page geometry: a layout's `layout.yaml`, read into plain data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lessonkit.appearance import Margins, Page, PanelFrame, Sheet
from lessonkit.layout.settings import read_settings


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout folder: its template and its geometry."""

    folder: Path
    page: Page
    styles: dict[str, dict[str, Any]]
    """What this layout changes in the styles of the theme."""


def read_layout(folder: Path) -> Layout:
    """The layout in this folder; raises LessonkitError when `layout.yaml` is missing or has unknown keys."""
    settings = read_settings(folder / "layout.yaml", {"format", "name", "page", "panels", "sheets", "word", "styles"})
    values = settings.values
    size = values["page"]
    page = Page(
        width=size["width"],
        height=size["height"],
        margins=_margins(size["margins"]),
        panels=tuple(_panel(panel) for panel in values.get("panels", ())),
        sheets=tuple(Sheet(tuple(side)) for side in values.get("sheets", ())),
        word_sides=tuple(tuple(side) for side in values.get("word", {}).get("sides", ())),
    )
    return Layout(folder, page, values.get("styles", {}))


def _margins(values: list[float]) -> Margins:
    top, right, bottom, left = values
    return Margins(top, right, bottom, left)


def _panel(values: dict[str, Any]) -> PanelFrame:
    return PanelFrame(
        number=values["number"],
        width=values["width"],
        height=values["height"],
        margins=_margins(values["margins"]),
        role=values.get("role", ""),
        background=values.get("background", ""),
    )
