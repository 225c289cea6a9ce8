"""How documents look: themes (named styles, colours, boxes) and page geometry, as plain data.

`layout/` reads these from YAML; renderers and checks only look values up.
"""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, TypeVar

from lessonkit.dataclass import dataclass

WHITE = "#ffffff"

COLOURS = ("colour", "background", "bar", "border", "text", "head_background", "zebra", "rule")
"""What styles, boxes and tables call their colours."""


@dataclass(frozen=True, slots=True)
class Style:
    """A named paragraph or character style, with inheritance already resolved."""

    name: str
    font: str
    """A key of `Theme.fonts`: regular, semibold, bold, mono."""
    size_pt: float
    leading: float
    """Line height as a multiple of the size."""
    colour: str
    """`#rrggbb`."""
    before_pt: float = 0.0
    after_pt: float = 0.0
    """Space above and below; between two blocks the larger of the two applies, not their sum."""
    align: Literal["left", "centre", "right", "justified"] = "left"
    hyphens: bool = False
    """Words may be divided at line ends."""
    keep_with_next: bool = False
    letter_spacing: float = 0.0
    """What is added after each letter, as a fraction of the size (em)."""
    word_spacing: float = 0.0
    """What is added to each space besides, as a fraction of the size; Word files cannot tell spaces from letters."""
    title: str = ""
    """Its name in Word: `Body Text`; empty for the styles Word already names."""


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """How a callout, banner or card is drawn."""

    name: str
    background: str
    """`#rrggbb`."""
    bar: str = ""
    """Colour of the thick rule at the left; empty for none."""
    bar_pt: float = 0.0
    border: str = ""
    """Colour of the thin frame; empty for none."""
    border_pt: float = 0.0
    padding_pt: float = 8.0
    radius_pt: float = 0.0
    before_pt: float = 8.0
    after_pt: float = 8.0
    text: str = ""
    """Colour of all text inside; empty keeps the colours of the styles."""
    title_style: str = "callout-title"
    bleed: bool = False
    """Fill to the page edges (only a banner that is the first thing on a page)."""


@dataclass(frozen=True, slots=True)
class TableStyle:
    """How tables are drawn; text is in the styles `table-head`, `table-row-head` and `table-cell`."""

    head_background: str
    zebra: str
    """Background of every other body row; empty for none."""
    rule: str
    rule_pt: float
    padding_pt: float


Look = TypeVar("Look", Style, BoxStyle, TableStyle)


@dataclass(frozen=True, slots=True)
class Fallback:
    """A typeface for characters that the theme's own lacks."""

    regular: Path
    bold: Path | None = None
    scripts: tuple[str, ...] = ()
    """ISO 15924 codes of the scripts it is for; none means that it is asked for any character."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Named styles and colours, shared by every format."""

    name: str
    fonts: dict[str, Path]
    """regular, semibold, bold, and mono if there is one → a TrueType file."""
    font_family: str
    """The name of the embedded family, for CSS."""
    word_font: str
    """The font of Word files, which cannot rely on ours: one that teachers' computers have."""
    palette: dict[str, str]
    """Roles → `#rrggbb`: ink, muted, accent, accent-soft, paper, rule, link …"""
    styles: dict[str, Style]
    boxes: dict[str, BoxStyle]
    table: TableStyle
    fallback: tuple[Fallback, ...] = ()
    """Asked in this order."""
    tint_prints: bool = False
    """Print a paper that is not white; else it is for screens, and printed on white or on paper of that colour."""


@dataclass(frozen=True, slots=True)
class Margins:
    """In millimetres."""

    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True, slots=True)
class Fit:
    """How far a panel that is too full may be set smaller."""

    size: tuple[float, float]
    """The least and the most that its body has then, in points."""
    spacing: tuple[float, float] = (1.0, 1.0)
    """The same for the spaces between paragraphs, as a share of the usual ones."""
    under_12: bool = False
    """Also below 12 points for readers who are not staff."""


@dataclass(frozen=True, slots=True)
class PanelFrame:
    """A leaflet panel: its own size and margins, in millimetres."""

    number: int
    width: float
    height: float
    margins: Margins
    role: str = ""
    """`front cover`, `flap` …, for messages."""
    background: str = ""
    """A palette role that fills the panel; empty for paper."""
    fit: Fit | None = None
    """None where a panel that is too full is an error at once."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a panel lies on a sheet: its upper left corner, in millimetres from that of the sheet."""

    panel: int
    x: float
    y: float
    repeated: bool = False
    """A copy of what is read elsewhere."""
    cut: bool = False
    """A line around it shows where to cut."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of an imposed sheet: which panels lie on it, from left to right, or at spots of their own."""

    panels: tuple[int, ...]
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Page geometry in millimetres. With `panels`, a reading edition has one page a panel."""

    width: float = 210.0
    height: float = 297.0
    margins: Margins = Margins(18, 20, 18, 20)
    panels: tuple[PanelFrame, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    """The print edition: sides of width × height on which panels lie side by side."""
    reading: tuple[Sheet, ...] = ()
    """The reading edition, where panels are too small for pages of their own."""
    word_sides: tuple[tuple[int, ...], ...] = ()
    """Panels on each side of the Word edition, in reading order."""
    most_pages: int = 0
    """How many pages such a document may have: a letter has one; 0 for as many as it needs."""


def tint_of(theme: Theme) -> str:
    """The colour of the page, `#rrggbb`; empty for white."""
    paper = theme.palette.get("paper", WHITE)
    return "" if paper.lower() == WHITE else paper


def on_paper(theme: Theme, colour: str) -> Theme:
    """The theme on paper of this colour: all that had the colour of its own paper has this one."""
    change = {theme.palette.get("paper", WHITE): colour}
    return replace(
        theme,
        palette={role: change.get(own, own) for role, own in theme.palette.items()},
        styles={name: _recoloured(style, change) for name, style in theme.styles.items()},
        boxes={name: _recoloured(box, change) for name, box in theme.boxes.items()},
        table=_recoloured(theme.table, change),
    )


def _recoloured(look: Look, change: dict[str, str]) -> Look:
    """A style, box or table whose colours have changed."""
    values = {name: getattr(look, name) for name in COLOURS if hasattr(look, name)}
    changed: dict[str, Any] = {name: change[value] for name, value in values.items() if value in change}
    return replace(look, **changed)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def passing(colour: str, background: str, least: float) -> str:
    """The colour nearest to this one, lighter or darker but else the same, that has this contrast; empty for none."""
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))
    for step in range(STEPS + 1):
        for other in (lightness - step / STEPS, lightness + step / STEPS):
            if 0 <= other <= 1 and contrast(found := _written(hls_to_rgb(hue, other, saturation)), background) >= least:
                return found
    return ""


def lightness_apart(one: str, other: str) -> float:
    """How far apart two colours are in lightness, from 0 to 1."""
    return abs(rgb_to_hls(*_channels(one))[1] - rgb_to_hls(*_channels(other))[1])


STEPS = 512
"""In how many steps from black to white a colour is looked for."""


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _written(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
