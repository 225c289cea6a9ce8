"""Operators of the graphics state: matrices, colours, and the numbers that words are set by."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lessonkit.check.anypdf.colours import BLACK, components_of, rgb
from lessonkit.check.anypdf.cos import array, get, name, number
from lessonkit.check.anypdf.drawing.canvas import Act, Canvas, product

DEEPEST_STATE = 200


def save(canvas: Canvas, _: list[Any]) -> None:
    if len(canvas.saved) < DEEPEST_STATE:
        canvas.saved.append(replace(canvas.state))


def restore(canvas: Canvas, _: list[Any]) -> None:
    if canvas.saved:
        canvas.state = canvas.saved.pop()


def transform(canvas: Canvas, operands: list[Any]) -> None:
    a, b, c, d, e, f = operands
    canvas.state.matrix = product((a, b, c, d, e, f), canvas.state.matrix)


def settings(canvas: Canvas, operands: list[Any]) -> None:
    found = get(canvas.resources, "/ExtGState", f"/{operands[0]}")
    mixing = array(get(found, "/BM"))
    if mixing:
        canvas.state.mixes = name(mixing[0]) not in ("Normal", "Compatible")
    alpha = get(found, "/ca")
    if alpha is not None:
        canvas.state.alpha = number(alpha, 1)


def device_colour(canvas: Canvas, operands: list[Any]) -> None:
    canvas.state.components = len(operands)
    canvas.state.fill = rgb(operands, len(operands))


def colour_space(canvas: Canvas, operands: list[Any]) -> None:
    space = operands[0]
    named = get(canvas.resources, "/ColorSpace", f"/{space}")
    canvas.state.components = components_of(named if named is not None else f"/{space}")
    canvas.state.fill = BLACK if canvas.state.components else None


def colour(canvas: Canvas, operands: list[Any]) -> None:
    canvas.state.fill = rgb(operands, canvas.state.components)


def _sets(key: str, factor: float = 1) -> Act:
    """An operator that sets one number of the state."""

    def act(canvas: Canvas, operands: list[Any]) -> None:
        setattr(canvas.state, key, operands[0] * factor)

    return act


ACTS: dict[bytes, Act] = {
    b"q": save,
    b"Q": restore,
    b"cm": transform,
    b"gs": settings,
    b"g": device_colour,
    b"rg": device_colour,
    b"k": device_colour,
    b"cs": colour_space,
    b"sc": colour,
    b"scn": colour,
    b"TL": _sets("leading"),
    b"Tc": _sets("character"),
    b"Tw": _sets("word"),
    b"Tz": _sets("stretch", 0.01),
    b"Ts": _sets("rise"),
    b"Tr": _sets("mode"),
}
"""What each operator does."""
