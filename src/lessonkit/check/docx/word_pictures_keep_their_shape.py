"""Pictures in the Word file keep their shape, and have enough dots to be printed.

A logo or a face that was pulled at one side looks wrong to everybody; a small picture made large is a blur on paper.

Passes: a photo of 1200 by 800 dots, 12 by 8 cm.
Fails: nothing fails. For a person to look at: the same photo, 12 by 3 cm; a picture of 200 dots, 15 cm wide.
Fix: In Word, Picture Format, Reset Picture & Size, and drag it by a corner; insert the picture in its full size.
Clause: our own
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.imagesize import image_size
from lessonkit.check.docx.names import DRAWING, A, R
from lessonkit.check.docx.package import relationships_name, target_name
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
STRETCHED = 1.15
PER_INCH = 914400
"""English Metric Units."""
FEWEST_DOTS = 75
"""In an inch; what screens show has 96."""
SMALL = 4
"""Dots: of plain colour, which may be pulled."""
VECTOR = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


def check(file: WordFile) -> Iterator[Finding]:
    for name, root in file.trees.items():
        pictures = list(root.iter(f"{PICTURE}pic")) if root in file.text_parts() else []
        related = file.trees.get(relationships_name(name))
        if not pictures or related is None:
            continue
        targets = {one.get("Id", ""): target_name(relationships_name(name), one.get("Target", "")) for one in related}
        for picture in pictures:
            yield from _faults(file, picture, targets)


def _faults(file: WordFile, picture: etree._Element, targets: dict[str, str]) -> Iterator[Finding]:
    blip, frame = picture.find(f"{PICTURE}blipFill/{A}blip"), picture.find(f"{PICTURE}spPr/{A}xfrm")
    extent = None if frame is None else frame.find(f"{A}ext")
    if blip is None or frame is None or extent is None:
        return
    dots = image_size(file.parts.get(targets.get(blip.get(f"{R}embed", ""), ""), b""))
    width, height = (_number(extent.get(side)) for side in ("cx", "cy"))
    if not dots or min(dots) < SMALL or not width or not height:
        return
    across, down = _shown(picture, dots)
    pulled = (width / height) / (across / down)
    quote = _alt(picture)
    if not 1 / STRETCHED < pulled < STRETCHED and not 1 / STRETCHED < pulled * (across / down) ** 2 < STRETCHED:
        side = "wide" if pulled > 1 else "tall"
        what = f"The picture “{quote[:40]}” is pulled {max(pulled, 1 / pulled):.1f} times too {side}."
        yield RULE.review(what, "In Word, choose Picture Format, Reset Picture & Size.", file.place(""), quote=quote)
    density = min(across / width, down / height) * PER_INCH
    if density < FEWEST_DOTS and next(blip.iter(VECTOR), None) is None:
        what = f"The picture “{quote[:40]}” has {density:.0f} dots an inch, and is a blur on paper."
        yield RULE.review(what, "Insert a larger one, or make it smaller.", file.place(""), quote=quote)


def _shown(picture: etree._Element, dots: tuple[int, int]) -> tuple[float, float]:
    """The dots that are left of a picture whose edges are cut."""
    cut = picture.find(f"{PICTURE}blipFill/{A}srcRect")
    left, right, top, bottom = (_number(None if cut is None else cut.get(side)) / 100_000 for side in "lrtb")
    return dots[0] * max(0.01, 1 - left - right), dots[1] * max(0.01, 1 - top - bottom)


def _number(text: str | None) -> int:
    return int(text) if text and text.lstrip("-").isdigit() else 0


def _alt(picture: etree._Element) -> str:
    holder = next(picture.iterancestors(f"{DRAWING}inline", f"{DRAWING}anchor"), None)
    named = None if holder is None else holder.find(f"{DRAWING}docPr")
    return "" if named is None else named.get("descr", "") or named.get("name", "")


RULE = read_rule(__name__, __doc__, check)
