"""Colours of a content stream as red, green and blue."""

from __future__ import annotations

from typing import Any

from lessonkit.check.anypdf.cos import array, get, name, resolve, whole
from lessonkit.check.anypdf.facts import Colour

BLACK: Colour = (0.0, 0.0, 0.0)
DEVICE = {"DeviceGray": 1, "CalGray": 1, "G": 1, "DeviceRGB": 3, "CalRGB": 3, "RGB": 3, "DeviceCMYK": 4, "CMYK": 4}


def rgb(parts: list[Any], components: int | None) -> Colour | None:
    """The colour of so many components; None for a pattern or a colour space that is not followed."""
    if components != len(parts) or not all(isinstance(part, float) for part in parts):
        return None
    held = [min(1.0, max(0.0, part)) for part in parts]
    if components == 1:
        return (held[0], held[0], held[0])
    if components == 3:
        return (held[0], held[1], held[2])
    if components == 4:
        black = 1 - held[3]
        return ((1 - held[0]) * black, (1 - held[1]) * black, (1 - held[2]) * black)
    return None


def grey(colour: Colour) -> float:
    """How light a colour is on a printer without colour, 0 to 1 (ISO 32000-1, 10.3.2)."""
    red, green, blue = colour
    return 0.3 * red + 0.59 * green + 0.11 * blue


def components_of(space: Any) -> int | None:
    """How many components a colour space has; None for one that is not followed, such as spot colours."""
    space = resolve(space)
    if isinstance(space, str):
        return DEVICE.get(name(space))
    parts = array(space)
    kind = name(parts[0]) if parts else ""
    if kind == "ICCBased" and len(parts) > 1:
        return whole(get(parts[1], "/N"))
    return DEVICE.get(kind)


def is_palette(space: Any) -> bool:
    """Whether a colour space is a palette."""
    parts = array(space)
    return bool(parts) and name(parts[0]) in ("Indexed", "I")
