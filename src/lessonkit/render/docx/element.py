"""WordprocessingML as text: elements, escaped words and units.

Plain strings, written once in their final order, keep the renderer small, fast and deterministic. The schema's
order of children is the caller's business and is held by the checks, which read the file with another library.
"""

from __future__ import annotations

import re
from functools import cache

from lessonkit.problems import LessonkitError, Place, Problem

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
POINTS_PER_MM = 72 / 25.4
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, even escaped (2.2)."""

SPECIAL = re.compile('[&<>"]')


def escape(text: str, place: Place | None = None) -> str:
    """Text as XML character data or attribute value. Raises LessonkitError for what XML cannot hold."""
    if found := ILLEGAL.search(text):
        raise LessonkitError(
            Problem(place, f"The text holds the control character U+{ord(found[0]):04X}.", "Delete the character.")
        )
    if not SPECIAL.search(text):
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def w(name: str, /, *content: str, **attributes: str | int | None) -> str:
    """A WordprocessingML element; `r_id` becomes `r:id`, other attributes are in the w namespace; None is left out."""
    return element(f"w:{name}", *content, **{_qualified(key): value for key, value in attributes.items()})


def element(name: str, /, *content: str, **attributes: str | int | None) -> str:
    """Any element, its attributes as they stand (pass prefixed ones with `**`)."""
    written = ""
    for key, value in attributes.items():
        if value is not None:
            written += f' {key}="{escape(value) if isinstance(value, str) else value}"'
    inside = "".join(content)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def root(name: str, *content: str, prefixes: str = "w r wp a pic adec asvg mc w14") -> str:
    """A part's root element with its namespaces and the XML declaration.

    Programs that do not know Word 2010's additions, such as tick boxes, are told to leave them out.
    """
    spaces = {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in prefixes.split()}
    newer = {"mc:Ignorable": "w14"} if "w14" in prefixes else {}
    return DECLARATION + element(name, *content, **spaces, **newer)


def hexadecimal(colour: str) -> str:
    """`#rrggbb` as Word writes it."""
    return colour.lstrip("#").upper()


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)


def mm_to_twips(millimetres: float) -> int:
    """Millimetres as twentieths of a point."""
    return twips(millimetres * POINTS_PER_MM)


def emu(points: float) -> int:
    """Points as English Metric Units."""
    return round(points * 12700)


@cache
def _qualified(key: str) -> str:
    return key.replace("_", ":") if "_" in key else f"w:{key}"
