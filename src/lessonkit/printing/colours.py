"""Colours of a PDF as a printer without colour sees them: how dark each is, and which are black but for a tinge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from lessonkit.check.anypdf.colours import components_of, grey
from lessonkit.dataclass import dataclass
from lessonkit.printing.functions import Unknown, evaluate

TINGE = 0.02
"""How far red, green and blue may lie apart in what counts as grey."""
NEARLY_BLACK = 0.25
BLACK_TINGE = 0.15
"""Words that are no lighter and no more coloured than this are meant to be black."""
BLACK_INKS = ("/Black", "/All")


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour, as far as printing is concerned."""

    level: float
    """How light it is in grey: 0 is black."""
    tinge: float = 0.0
    """How far its red, green and blue lie apart."""

    @property
    def coloured(self) -> bool:
        """True if a printer needs coloured ink for it."""
        return self.tinge > TINGE

    @property
    def means_black(self) -> bool:
        """True if words in it are meant to be black."""
        return self.level <= NEARLY_BLACK and self.tinge <= BLACK_TINGE


BLACK = Paint(0.0)


def paint_of(parts: Sequence[float]) -> Paint:
    """The colour of one, three or four components (ISO 32000-1, 10.3)."""
    held = [min(1.0, max(0.0, float(part))) for part in parts]
    if len(held) == 1:
        return Paint(held[0])
    if len(held) == 3:
        return Paint(grey((held[0], held[1], held[2])), max(held) - min(held))
    if len(held) == 4:
        cyan, magenta, yellow, black = held
        dark = min(1.0, 0.3 * cyan + 0.59 * magenta + 0.11 * yellow + black)
        return Paint(1 - dark, max(held[:3]) - min(held[:3]))
    raise Unknown(f"a colour of {len(held)} parts")


def paint_in(space: Any, parts: Sequence[float]) -> Paint:
    """A colour in a colour space. Raises Unknown for what cannot be followed."""
    space = space.get_object()
    count = components_of(space)
    if count == len(parts):
        return paint_of(parts)
    named = [each.get_object() for each in space] if isinstance(space, ArrayObject) else [space]
    match str(named[0]):
        case "/Indexed" | "/I":
            return _from_palette(named, int(parts[0]))
        case "/Separation" if named[1] in BLACK_INKS:
            return Paint(1 - float(parts[0]))
        case "/Separation" | "/DeviceN":
            return paint_in(named[2], evaluate(named[3], parts))
        case "/Lab":
            return _lab(parts)
    raise Unknown(f"the colour space {str(named[0]).lstrip('/')}")


def first_paint(space: Any) -> Paint:
    """The colour that a colour space begins with."""
    space = space.get_object()
    named = str(space[0] if isinstance(space, ArrayObject) else space)
    if named in ("/Separation", "/DeviceN"):
        count = 1 if named == "/Separation" else len(space[1].get_object())
        return paint_in(space, [1.0] * count)
    count = components_of(space) or 1
    return BLACK if named != "/Indexed" else paint_in(space, [0.0] * count)


def _from_palette(space: Sequence[Any], index: int) -> Paint:
    base, table = space[1], space[3]
    size = components_of(base)
    if size is None:
        raise Unknown("a palette")
    held = table.get_data() if isinstance(table, StreamObject) else getattr(table, "original_bytes", bytes(table))
    return paint_of([part / 255 for part in held[index * size : (index + 1) * size]])


def _lab(parts: Sequence[float]) -> Paint:
    """CIE Lab: its lightness is that of the eye, which sRGB follows nearly."""
    lightness, a, b = parts
    return Paint(lightness / 100, (a * a + b * b) ** 0.5 / 100)


def is_pattern(space: Any) -> bool:
    """Whether a colour space is that of patterns."""
    space = space.get_object()
    return str(space[0] if isinstance(space, ArrayObject) and space else space) == "/Pattern"


def named_space(name: Any, resources: DictionaryObject) -> Any:
    """The colour space of this name in the resources, or the device's own."""
    spaces = resources.get("/ColorSpace", DictionaryObject()).get_object()
    return spaces.get(name, name).get_object() if isinstance(spaces, DictionaryObject) else name
