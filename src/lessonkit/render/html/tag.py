"""Writing HTML elements: whatever is not markup already is escaped."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

VOID = {"br", "col", "img", "meta"}
"""Elements that have no content and no end tag."""


def tag(name: str, /, *children: str, **attributes: str | int | None) -> Markup:
    """One element. `class_` and `data_field` become `class` and `data-field`; None leaves an attribute out."""
    written = Markup("").join(
        Markup(' {}="{}"').format(Markup(key.rstrip("_").replace("_", "-")), value)
        for key, value in attributes.items()
        if value is not None
    )
    if name in VOID:
        return Markup("<{}{}>").format(Markup(name), written)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), written, Markup("").join(children))


def group(name: str, children: Iterable[str], /, **attributes: str | int | None) -> Markup:
    """An element whose children are blocks, each on a line of its own."""
    return tag(name, Markup("\n"), lines(children), Markup("\n"), **attributes)


def lines(parts: Iterable[str]) -> Markup:
    """The parts that are not empty, each on a line of its own."""
    return Markup("\n").join(escape(part) for part in parts if part)


def number(value: float) -> str:
    """A number as CSS and SVG write it: at most three decimals, none that say nothing."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
