"""What adaptations do to a theme and a page: larger type, more space, shorter lines, other colours."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt

from lessonkit.appearance import Margins, Page, PanelFrame, Style, Theme
from lessonkit.fonts import face
from lessonkit.layout.adaptations import Adaptations
from lessonkit.layout.named import Named

MM_PER_POINT = 25.4 / 72
DISPLAY = 1.15
"""Type this much larger than the body is there to be seen, not to be read line after line."""
HEADINGS = 1.2
"""Headings are at least this much larger than the body (British Dyslexia Association)."""
SPECIMEN = "Someone you trust can help you to block and report. You can always tell a grown-up what has happened."
"""Words of this library, to measure how wide its letters are."""


def adapted_theme(theme: Theme, wanted: Adaptations) -> Theme:
    """The theme with larger type, wider spaces and other colours."""
    if not wanted:
        return theme
    body = theme.styles["body"].size_pt
    styles = {name: _adapted(style, body, wanted) for name, style in theme.styles.items()}
    table = replace(theme.table, padding_pt=theme.table.padding_pt * sqrt(_growth(body, wanted)))
    changed = replace(theme, styles=Named(styles, "style", theme.name), table=table)
    return _coloured(changed, wanted.palette)


def _adapted(style: Style, body: float, wanted: Adaptations) -> Style:
    least, growth = wanted.most("least_size"), _growth(body, wanted)
    if style.size_pt >= body * DISPLAY:
        # Large type grows by less: a title three times as large as the body would fill a page.
        size = max(style.size_pt * sqrt(growth), HEADINGS * max(least, body)) if growth > 1 else style.size_pt
        return replace(style, size_pt=size, before_pt=style.before_pt * sqrt(growth))
    spaced = max(style.after_pt * growth, _paragraph_space(style, max(least, style.size_pt), wanted))
    return replace(
        style,
        size_pt=max(style.size_pt, least),
        leading=max(style.leading, wanted.most("least_leading")),
        before_pt=style.before_pt * growth,
        after_pt=spaced,
        letter_spacing=max(style.letter_spacing, wanted.most("letter_spacing")),
        word_spacing=max(style.word_spacing, wanted.most("word_spacing")),
    )


def _growth(body: float, wanted: Adaptations) -> float:
    return max(1.0, wanted.most("least_size") / body)


PARAGRAPHS = ("body", "message")
"""Styles of text to read; what stands in lists and tables is spaced by those."""


def _paragraph_space(style: Style, size: float, wanted: Adaptations) -> float:
    return wanted.most("paragraph_space") * size if style.name in PARAGRAPHS else 0.0


def _coloured(theme: Theme, colours: dict[str, str]) -> Theme:
    """The theme with other colours wherever it has those of its palette."""
    if not colours:
        return theme
    swap = {theme.palette[role]: colour for role, colour in colours.items() if role in theme.palette}
    boxes = {
        name: replace(box, background=swap.get(box.background, box.background), text=swap.get(box.text, box.text))
        for name, box in theme.boxes.items()
    }
    styles = {name: replace(style, colour=swap.get(style.colour, style.colour)) for name, style in theme.styles.items()}
    return replace(
        theme,
        palette=Named({**theme.palette, **colours}, "colour", theme.name),
        styles=Named(styles, "style", theme.name),
        boxes=Named(boxes, "box", theme.name),
    )


def adapted_page(page: Page, theme: Theme, wanted: Adaptations) -> Page:
    """The page with margins that hold lines to the length wanted; what takes more room may take more pages."""
    if wanted.any("reflow") or wanted.any("linear"):
        page = replace(page, most_pages=0)
    if not wanted.line_length:
        return page
    longest = wanted.line_length * character_mm(theme)
    panels = tuple(_panel(panel, longest) for panel in page.panels)
    return replace(page, margins=_margins(page.margins, page.width, longest), panels=panels)


def _panel(panel: PanelFrame, longest: float) -> PanelFrame:
    return replace(panel, margins=_margins(panel.margins, panel.width, longest))


def _margins(margins: Margins, width: float, longest: float) -> Margins:
    excess = max(0.0, width - margins.left - margins.right - longest)
    return replace(margins, left=margins.left + excess / 2, right=margins.right + excess / 2)


def character_mm(theme: Theme) -> float:
    """How wide a character of the body is on average, in millimetres, with its share of spaces."""
    body = theme.styles["body"]
    regular = face(theme.fonts[body.font])
    drawn = sum(glyph.advance for glyph in regular.shape(SPECIMEN)) / regular.units_per_em
    spaced = len(SPECIMEN) * body.letter_spacing + SPECIMEN.count(" ") * body.word_spacing
    return float((drawn + spaced) / len(SPECIMEN) * body.size_pt * MM_PER_POINT)
