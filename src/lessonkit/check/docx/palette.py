"""Colours of a Word file as `#rrggbb`: those of the theme, tints and shades, highlights and patterns."""

from __future__ import annotations

import re

from lxml import etree

from lessonkit.check.docx.names import A, attribute
from lessonkit.check.docx.wordfile import WordFile

HEX = re.compile(r"[0-9a-fA-F]{6}")
SLOTS = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "text1": "dk1",
    "background1": "lt1",
    "text2": "dk2",
    "background2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
"""Names in `w:themeColor` → those in the theme, as long as the settings map them to nothing else."""
SHAPE_SLOTS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
"""The same in drawings."""
HIGHLIGHTS = {
    "black": "#000000",
    "blue": "#0000ff",
    "cyan": "#00ffff",
    "darkBlue": "#00008b",
    "darkCyan": "#008b8b",
    "darkGray": "#a9a9a9",
    "darkGreen": "#006400",
    "darkMagenta": "#8b008b",
    "darkRed": "#8b0000",
    "darkYellow": "#808000",
    "green": "#00ff00",
    "lightGray": "#d3d3d3",
    "magenta": "#ff00ff",
    "red": "#ff0000",
    "white": "#ffffff",
    "yellow": "#ffff00",
}


class Palette:
    """The colours that one file names."""

    def __init__(self, file: WordFile) -> None:
        self.theme = dict(_theme(file.part("theme")))

    def colour(self, node: etree._Element) -> str:
        """That of a `w:color`; empty for “automatic”."""
        return self._named(node, "themeColor", "themeTint", "themeShade") or _hex(attribute(node, "val"))

    def ground(self, node: etree._Element) -> str:
        """That of a `w:shd`; empty where what is below shows through."""
        fill = self._named(node, "themeFill", "themeFillTint", "themeFillShade") or _hex(attribute(node, "fill"))
        pattern = attribute(node, "val")
        above = self.colour_of_pattern(node) or "#000000"
        if pattern == "solid":
            return above
        if percent := re.fullmatch(r"pct(\d{1,2})", pattern):
            return _mixed(above, fill or "#ffffff", int(percent[1]) / 100)
        return fill

    def hexadecimal(self, value: str) -> str:
        """That of six hexadecimal digits; empty for anything else."""
        return _hex(value)

    def of_shape(self, node: etree._Element | None) -> str:
        """A colour of a drawing, by its digits or its name in the theme; empty for one that is mixed."""
        value = "" if node is None or len(node) else node.get("val", "")
        return self.theme.get(SHAPE_SLOTS.get(value, value), "") or _hex(value)

    def colour_of_pattern(self, node: etree._Element) -> str:
        """The colour that a `w:shd` draws its pattern in; empty for “automatic”."""
        return self._named(node, "themeColor", "themeTint", "themeShade") or _hex(attribute(node, "color"))

    def _named(self, node: etree._Element, name: str, tint: str, shade: str) -> str:
        theme = attribute(node, name)
        colour = self.theme.get(SLOTS.get(theme, theme), "")
        if not colour:
            return ""
        lighter, darker = _part(attribute(node, tint)), _part(attribute(node, shade))
        return _mixed(_mixed(colour, "#ffffff", lighter), "#000000", darker)


def highlight(node: etree._Element) -> str:
    """The colour of a `w:highlight`; empty for none."""
    return HIGHLIGHTS.get(attribute(node, "val"), "")


def _theme(root: etree._Element | None) -> list[tuple[str, str]]:
    scheme = None if root is None else root.find(f"{A}themeElements/{A}clrScheme")
    found = []
    for slot in () if scheme is None else scheme:
        for colour in slot:
            value = colour.get("lastClr") or colour.get("val") or ""
            if HEX.fullmatch(value):
                found.append((etree.QName(slot).localname, f"#{value.lower()}"))
    return found


def _hex(value: str) -> str:
    return f"#{value.lower()}" if HEX.fullmatch(value) else ""


def _part(value: str) -> float:
    """How much of the colour is left by a tint or shade of two hexadecimal digits."""
    return int(value, 16) / 255 if re.fullmatch(r"[0-9a-fA-F]{2}", value) else 1.0


def _mixed(one: str, other: str, share: float) -> str:
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)
