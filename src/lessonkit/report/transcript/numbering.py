"""Which list of a Word file a paragraph belongs to, and the number its list begins with."""

from __future__ import annotations

from lxml import etree

from lessonkit.check.docx.names import W, attribute, child_value
from lessonkit.check.docx.wordfile import WordFile


class Numbering:
    """The numbering of one file."""

    def __init__(self, file: WordFile) -> None:
        self.file = file
        styles = file.trees.get("word/styles.xml")
        found = () if styles is None else styles.iterfind(f"{W}style")
        self.styles = {attribute(style, "styleId"): style.find(f"{W}pPr/{W}numPr") for style in found}
        self.root = file.trees.get("word/numbering.xml")

    def of(self, paragraph: etree._Element) -> tuple[int, int]:
        """The list that a paragraph belongs to, by itself or by its style, and its level there; list 0 is none."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        ids = [style.id for style in self.file.ancestry(style_id(paragraph))]
        found = [numbering for numbering in (own, *map(self.styles.get, ids)) if numbering is not None]
        if not found:
            return 0, 0
        return _whole(child_value(found[0], "numId"), 0), _whole(child_value(found[0], "ilvl"), 0)

    def first(self, number: int, level: int) -> int:
        """The number of the first item at this level."""
        if self.root is None or number not in self.file.numbers:
            return 1
        definition = self.file.numbers[number].definition
        paths = (
            f'{W}num[@{W}numId="{number}"]/{W}lvlOverride[@{W}ilvl="{level}"]/{W}startOverride',
            f'{W}abstractNum[@{W}abstractNumId="{definition}"]/{W}lvl[@{W}ilvl="{level}"]/{W}start',
        )
        found = (self.root.find(path) for path in paths)
        return next((_whole(attribute(start, "val"), 1) for start in found if start is not None), 1)


def style_id(paragraph: etree._Element) -> str:
    """The id of a paragraph's style; empty for the default one."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else attribute(style, "val")


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() else otherwise
