"""A document on larger paper: the same design with every length multiplied, so that lines break where they did."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from lessonkit.appearance import BoxStyle, Margins, Page, Style, Theme
from lessonkit.document import Block
from lessonkit.layout.named import Named

LENGTHS = frozenset(("width_mm",))
"""What nodes measure in millimetres."""


def enlarged_theme(theme: Theme, factor: float) -> Theme:
    """The theme with larger type, spaces, boxes and rules."""
    styles = {name: _measures(style, factor) for name, style in theme.styles.items()}
    boxes = {name: _measures(box, factor) for name, box in theme.boxes.items()}
    return replace(
        theme,
        styles=Named(styles, "style", theme.name),
        boxes=Named(boxes, "box", theme.name),
        table=replace(theme.table, rule_pt=theme.table.rule_pt * factor, padding_pt=theme.table.padding_pt * factor),
    )


def enlarged_page(page: Page, factor: float) -> Page:
    """A page of the larger paper, in whole millimetres as papers are."""
    top, right, bottom, left = (
        each * factor for each in (page.margins.top, page.margins.right, page.margins.bottom, page.margins.left)
    )
    width, height = round(page.width * factor), round(page.height * factor)
    return replace(page, width=width, height=height, margins=Margins(top, right, bottom, left))


def enlarged_blocks(blocks: tuple[Block, ...], factor: float) -> tuple[Block, ...]:
    """The blocks with wider pictures and blanks."""
    grown: tuple[Block, ...] = _grown(blocks, factor)
    return grown


def _measures(style: Any, factor: float) -> Any:
    """A style or box with every number of points multiplied."""
    assert isinstance(style, Style | BoxStyle)
    points = {each.name: getattr(style, each.name) for each in fields(style) if each.name.endswith("_pt")}
    return replace(style, **{name: value * factor for name, value in points.items()})


def _grown(node: Any, factor: float) -> Any:
    if isinstance(node, tuple):
        return tuple(_grown(each, factor) for each in node)
    if not is_dataclass(node) or isinstance(node, type):
        return node
    inside = {each.name: _grown(getattr(node, each.name), factor) for each in fields(node)}
    grown = {name: value * factor if name in LENGTHS else value for name, value in inside.items()}
    return replace(node, **grown)
