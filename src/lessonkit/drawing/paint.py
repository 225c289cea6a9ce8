"""How an SVG element is painted: its presentation attributes and its `style`, over what it takes from around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from lessonkit.dataclass import dataclass
from lessonkit.drawing.shapes import CURRENT_COLOUR, MITER_LIMIT, Cap, Join

HEXADECIMAL = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
RGB = re.compile(r"rgb\(\s*(\d+)(%?)[\s,]+(\d+)%?[\s,]+(\d+)%?\s*\)")
LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(px|)")

CAPS: dict[str, Cap] = {"butt": "butt", "round": "round", "square": "square"}
JOINS: dict[str, Join] = {"miter": "miter", "round": "round", "bevel": "bevel"}
RULES = {"nonzero": False, "evenodd": True}

FULL = frozenset({"1", "1.0", "100%"})
FIXED: dict[str, frozenset[str]] = {
    "opacity": FULL,
    "fill-opacity": FULL,
    "stroke-opacity": FULL,
    "mix-blend-mode": frozenset({"normal"}),
    "isolation": frozenset({"auto"}),
    "paint-order": frozenset({"normal", "fill", "fill stroke", "fill stroke markers"}),
    "stroke-dashoffset": frozenset({"0", "0px", "0.0"}),
    "vector-effect": frozenset({"none"}),
    "overflow": frozenset({"visible", "hidden"}),
    "filter": frozenset({"none"}),
    "mask": frozenset({"none"}),
    "clip-path": frozenset({"none"}),
}
"""Properties that a drawing may name if they change nothing."""

WITHOUT_EFFECT = re.compile(
    r"(font|text|letter|word|line|white|writing|color|image|shape|solid|marker)(-.*)?|clip-rule|baseline-shift|"
    r"enable-background|direction|-inkscape-.*|inkscape-.*|cursor|pointer-events|block-progression|stop-.*|"
    r"dominant-baseline|baseline|unicode-bidi|visibility|display"
)
"""Properties of words and of things a drawing cannot hold: drawing programs write them everywhere."""


class Unpaintable(ValueError):
    """A property that a drawing cannot keep; the message is the sentence, `todo` what to do."""

    def __init__(self, what: str, todo: str = "") -> None:
        super().__init__(what)
        self.todo = todo


@dataclass(frozen=True, slots=True)
class Paint:
    """What an element takes over from the one around it; SVG's own initial values."""

    fill: str | None = "#000000"
    stroke: str | None = None
    stroke_width: float = 1.0
    cap: Cap = "butt"
    join: Join = "miter"
    miter_limit: float = MITER_LIMIT
    dash: tuple[float, ...] = ()
    even_odd: bool = False


def properties(attributes: Mapping[str, str]) -> dict[str, str]:
    """The properties of an element by name; those in `style` win over those in attributes of their own."""
    found = {name: value.strip() for name, value in attributes.items() if name != "style"}
    for declaration in filter(str.strip, attributes.get("style", "").split(";")):
        name, colon, value = declaration.partition(":")
        if not colon:
            raise Unpaintable(f"“{declaration.strip()}” is not a style")
        found[name.strip()] = value.removesuffix("!important").strip()
    return found


def is_hidden(own: Mapping[str, str]) -> bool:
    """True if the element is not to be seen."""
    return own.get("display") == "none" or own.get("visibility") in ("hidden", "collapse")


def painted(own: Mapping[str, str], around: Paint) -> Paint:
    """How an element with these properties is painted."""
    paint = around
    for name, value in own.items():
        if value != "inherit":
            paint = _with(paint, name, value)
    return paint


def _with(paint: Paint, name: str, value: str) -> Paint:
    match name:
        case "fill":
            return replace(paint, fill=colour(value))
        case "stroke":
            return replace(paint, stroke=colour(value))
        case "stroke-width":
            return replace(paint, stroke_width=length(value))
        case "stroke-linecap":
            return replace(paint, cap=_word(name, value, CAPS))
        case "stroke-linejoin":
            return replace(paint, join=_word(name, value, JOINS))
        case "stroke-miterlimit":
            return replace(paint, miter_limit=length(value))
        case "stroke-dasharray":
            return replace(paint, dash=dashes(value))
        case "fill-rule":
            return replace(paint, even_odd=_word(name, value, RULES))
        case _:
            check_fixed(name, value)
            return paint


def check_fixed(name: str, value: str) -> None:
    """Refuse a property that would change something which a drawing cannot hold."""
    if name in FIXED:
        if value not in FIXED[name]:
            todo = OPAQUE if "opacity" in name else ""
            raise Unpaintable(f"{name} is “{value}”, which a drawing cannot keep", todo)
    elif not WITHOUT_EFFECT.fullmatch(name):
        raise Unpaintable(f"The attribute {name} is not something a drawing may use")


OPAQUE = "Give the shape the colour that it has on white, and leave the opacity out."
PLAIN = "Fill it with one plain colour."


def colour(value: str) -> str | None:
    """`#rrggbb` or `currentColor`; None for none."""
    if value in ("none", "transparent"):
        return None
    if value == CURRENT_COLOUR:
        return value
    if value.startswith("url("):
        raise Unpaintable(f"“{value}” is a gradient or pattern, which a drawing cannot keep", PLAIN)
    if HEXADECIMAL.fullmatch(value):
        digits = value[1:].lower()
        return f"#{digits if len(digits) == 6 else ''.join(digit * 2 for digit in digits)}"
    return _mixed(value) or _named(value)


def _mixed(value: str) -> str | None:
    found = RGB.fullmatch(value)
    if not found:
        return None
    scale = 2.55 if found[2] else 1.0
    return "#" + "".join(f"{min(255, round(int(found[at]) * scale)):02x}" for at in (1, 3, 4))


def _named(value: str) -> str:
    # Only drawings from elsewhere use names: Pillow is not imported for the icons.
    from PIL import ImageColor

    found = ImageColor.colormap.get(value.lower())
    if found is None:
        raise Unpaintable(f"“{value}” is not a colour that a drawing may use")
    return found if isinstance(found, str) else "#" + "".join(f"{part:02x}" for part in found)


def length(value: str) -> float:
    """A length in the units of the drawing."""
    found = LENGTH.fullmatch(value.strip())
    if not found:
        raise Unpaintable(f"“{value}” is not a plain number")
    return float(found[1])


def dashes(value: str) -> tuple[float, ...]:
    """Dashes and gaps in turn; an odd number of them is repeated (SVG 2, 13.5.6)."""
    if value == "none":
        return ()
    found = tuple(length(word) for word in value.replace(",", " ").split())
    if not any(found):
        return ()
    if min(found) < 0:
        raise Unpaintable(f"“{value}” are not the lengths of dashes")
    return found * 2 if len(found) % 2 else found


Value = TypeVar("Value")


def _word(name: str, value: str, known: Mapping[str, Value]) -> Value:
    if value not in known:
        raise Unpaintable(f"{name} is “{value}”, not one of {', '.join(known)}")
    return known[value]
