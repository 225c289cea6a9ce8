"""Pictures in the Word file keep their shape and keep still, and have enough dots to be printed.

A logo or a face that was pulled at one side looks wrong to everybody; a small picture made large is a blur on paper;
what moves beside the text keeps some readers from reading it.

Passes: a photo of 1200 by 800 dots, 12 by 8 cm.
Fails: nothing fails. For a person to look at: the same photo, 12 by 3 cm; a picture of 200 dots, 15 cm wide; a
moving GIF.
Fix: In Word, Picture Format, Reset Picture & Size, and drag it by a corner; insert the picture in its full size.
Clause: WCAG 2.2 SC 2.2.2; our own
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.imagesize import image_size, moves
from lessonkit.check.docx.names import DRAWING, VML, A, R, W
from lessonkit.check.docx.package import relationships_name, target_name
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.dataclass import dataclass

PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
STRETCHED = 1.15
PER_INCH = 914400
"""English Metric Units."""
PER_UNIT = {"pt": PER_INCH / 72, "in": PER_INCH, "cm": PER_INCH / 2.54, "mm": PER_INCH / 25.4, "px": PER_INCH / 96}
SIDE = re.compile(r"(?:^|;)\s*(width|height):\s*(\d+(?:\.\d*)?|\.\d+)(pt|in|cm|mm|px)")
FEWEST_DOTS = 75
"""In an inch; what screens show has 96."""
SMALL = 4
"""Dots: of plain colour, which may be pulled."""
VECTOR = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


def check(file: WordFile) -> Iterator[Finding]:
    for name, root in file.trees.items():
        pictures = list(root.iter(f"{PICTURE}pic", f"{W}pict")) if root in file.text_parts() else []
        related = file.trees.get(relationships_name(name))
        if not pictures or related is None:
            continue
        targets = {one.get("Id", ""): target_name(relationships_name(name), one.get("Target", "")) for one in related}
        for picture in pictures:
            found = _drawn(picture) if picture.tag == f"{PICTURE}pic" else _drawn_of_old(picture)
            if found is not None:
                yield from _faults(file, found, file.parts.get(targets.get(found.id, ""), b""))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as it is drawn."""

    id: str
    """Of the relationship that leads to it."""
    width: float
    height: float
    quote: str
    cut: dict[str, float]
    """The parts that are cut off at its sides: `l`, `r`, `t`, `b`."""
    is_vector: bool = False


def _drawn(picture: etree._Element) -> Drawn | None:
    blip, size = picture.find(f"{PICTURE}blipFill/{A}blip"), picture.find(f"{PICTURE}spPr/{A}xfrm/{A}ext")
    if blip is None or size is None:
        return None
    width, height = (_number(size.get(side)) for side in ("cx", "cy"))
    edges = picture.find(f"{PICTURE}blipFill/{A}srcRect")
    cut = {} if edges is None else {side: _number(edges.get(side)) / 100_000 for side in "lrtb"}
    is_vector = next(blip.iter(VECTOR), None) is not None
    return Drawn(blip.get(f"{R}embed", ""), width, height, _alt(picture), cut, is_vector)


def _drawn_of_old(picture: etree._Element) -> Drawn | None:
    """A picture of the kind that Word wrote until 2007; None where its size is not in its own style."""
    image = next(picture.iter(f"{VML}imagedata"), None)
    shape = None if image is None else image.getparent()
    if image is None or shape is None:
        return None
    sides = {name: float(size) * PER_UNIT[unit] for name, size, unit in SIDE.findall(shape.get("style", ""))}
    is_cut = any(str(name).startswith("crop") for name in image.attrib)
    if is_cut or len(sides) < 2:
        return None
    return Drawn(image.get(f"{R}id", ""), sides["width"], sides["height"], shape.get("alt", ""), {})


def _faults(file: WordFile, drawn: Drawn, data: bytes) -> Iterator[Finding]:
    if moves(data):
        what = f"The picture “{drawn.quote[:40]}” moves, and nobody can stop it."
        yield RULE.review(what, "Insert one that stands still.", file.place(""), quote=drawn.quote)
    dots = image_size(data)
    if not dots or min(dots) < SMALL or not drawn.width or not drawn.height:
        return
    across, down = _shown(drawn.cut, dots)
    pulled = (drawn.width / drawn.height) / (across / down)
    if not 1 / STRETCHED < pulled < STRETCHED and not 1 / STRETCHED < pulled * (across / down) ** 2 < STRETCHED:
        side = "wide" if pulled > 1 else "tall"
        what = f"The picture “{drawn.quote[:40]}” is pulled {max(pulled, 1 / pulled):.1f} times too {side}."
        todo = "In Word, choose Picture Format, Reset Picture & Size."
        yield RULE.review(what, todo, file.place(""), quote=drawn.quote)
    density = min(across / drawn.width, down / drawn.height) * PER_INCH
    if density < FEWEST_DOTS and not drawn.is_vector:
        what = f"The picture “{drawn.quote[:40]}” has {density:.0f} dots an inch, and is a blur on paper."
        yield RULE.review(what, "Insert a larger one, or make it smaller.", file.place(""), quote=drawn.quote)


def _shown(cut: dict[str, float], dots: tuple[int, int]) -> tuple[float, float]:
    """The dots that are left of a picture whose edges are cut."""
    left, right, top, bottom = (cut.get(side, 0.0) for side in "lrtb")
    return dots[0] * max(0.01, 1 - left - right), dots[1] * max(0.01, 1 - top - bottom)


def _number(text: str | None) -> int:
    return int(text) if text and text.lstrip("-").isdigit() else 0


def _alt(picture: etree._Element) -> str:
    holder = next(picture.iterancestors(f"{DRAWING}inline", f"{DRAWING}anchor"), None)
    named = None if holder is None else holder.find(f"{DRAWING}docPr")
    return "" if named is None else named.get("descr", "") or named.get("name", "")


RULE = read_rule(__name__, __doc__, check)
