"""Copy-fitting: what a layout allows, step by step, before a panel is too full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lessonkit.appearance import BoxStyle, Fit, PanelFrame, Style, Theme
from lessonkit.dataclass import dataclass

BODY = "body"
TEXT = 1.15
"""Type up to this much larger than the body is there to be read; larger type keeps its size."""
STEP_PT, STEP_SPACE = 0.25, 0.025


@dataclass(frozen=True, slots=True)
class Step:
    """How a panel is set."""

    size_pt: float
    """Of the body."""
    spacing: float
    """What the spaces between paragraphs are multiplied by."""


def steps(fit: Fit, theme: Theme) -> Iterator[Step]:
    """Ever tighter ways to set a panel: first the spaces, which nobody misses, then the type."""
    body, least = theme.styles[BODY].size_pt, fit.spacing[0]
    spacing = min(1.0, fit.spacing[1])
    while spacing - STEP_SPACE >= least - 1e-9:
        spacing -= STEP_SPACE
        yield Step(body, round(spacing, 4))
    size = min(body, fit.size[1] + STEP_PT)
    while size - STEP_PT >= fit.size[0] - 1e-9:
        size -= STEP_PT
        yield Step(size, min(round(spacing, 4), 1.0))


def tighter(theme: Theme, step: Step) -> Theme:
    """The theme with text and spaces as this step has them; headings, rules and colours stay."""
    body = theme.styles[BODY].size_pt
    styles = {name: _style(style, body, step) for name, style in theme.styles.items()}
    return replace(theme, styles=styles, boxes={name: _box(box, step) for name, box in theme.boxes.items()})


def _style(style: Style, body: float, step: Step) -> Style:
    size = style.size_pt
    if step.size_pt < size <= body * TEXT:
        size = max(step.size_pt, size * step.size_pt / body)
    spaces = style.before_pt * step.spacing, style.after_pt * step.spacing
    return replace(style, size_pt=size, before_pt=spaces[0], after_pt=spaces[1])


def _box(box: BoxStyle, step: Step) -> BoxStyle:
    return replace(box, before_pt=box.before_pt * step.spacing, after_pt=box.after_pt * step.spacing)


def said(frame: PanelFrame, step: Step) -> str:
    """What was done to a panel, for the person who builds."""
    role = f" ({frame.role})" if frame.role else ""
    what = f"text of {step.size_pt:g} pt, spaces of {100 * step.spacing:g} %"
    return f"panel {frame.number}{role} is full, so it has {what}"
