"""List numbering: a definition for each shape of list, and a numbering for each list, so that each starts anew."""

from __future__ import annotations

from lessonkit.appearance import Theme
from lessonkit.document import List, ListKind
from lessonkit.render.docx.element import root, twips, w
from lessonkit.render.docx.looks import colour

LEVELS = 9
STEP_PT = 18.0
"""How far each level is indented; its label hangs in that space."""
BULLETS = ("•", "–")
NUMBERS = ("decimal", "lowerLetter", "lowerRoman")
TICK_BOX = "☐"
SYMBOL_FONT = "Segoe UI Symbol"
"""Holds the empty tick box on every Windows; elsewhere the system finds one."""

Shape = tuple[ListKind, ...]


def list_shape(node: List) -> Shape:
    """The kind of list at each level, as it is first met."""
    kinds: list[ListKind] = [node.kind]
    for item in node.items:
        for block in item.blocks:
            if isinstance(block, List) and len(kinds) == 1:
                kinds.extend(list_shape(block))
    return tuple(kinds[:LEVELS])


class Numbering:
    """The numbering part of one document."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._shapes: dict[tuple[Shape, float], int] = {}
        self._lists: list[tuple[int, int, int]] = []

    def start(self, shape: Shape, indent_pt: float, level: int, first: int) -> int:
        """The id of a new list of this shape whose labels begin at `indent_pt`."""
        padded = shape + (shape[-1],) * (LEVELS - len(shape))
        definition = self._shapes.setdefault((padded, indent_pt), len(self._shapes) + 1)
        self._lists.append((definition, level, first))
        return len(self._lists)

    def xml(self) -> str:
        """The numbering part; definitions must stand before lists (ISO 29500-1, 17.9.16)."""
        definitions = [self._definition(number, *key) for key, number in self._shapes.items()]
        lists = [self._list(number, *entry) for number, entry in enumerate(self._lists, start=1)]
        return root("w:numbering", *definitions, *lists, prefixes="w")

    def _definition(self, number: int, shape: Shape, indent_pt: float) -> str:
        return w(
            "abstractNum",
            w("nsid", val=f"{0x4C4B0000 + number:08X}"),
            w("multiLevelType", val="multilevel"),
            w("tmpl", val=f"{0x4C4C0000 + number:08X}"),
            *(self._level(level, kind, indent_pt) for level, kind in enumerate(shape)),
            abstractNumId=number,
        )

    def _level(self, level: int, kind: ListKind, indent_pt: float) -> str:
        form, text, font = self._label(level, kind)
        accent = self.theme.palette.get("accent", self.theme.styles["body"].colour)
        return w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=form),
            w("lvlText", val=text),
            w("lvlJc", val="left"),
            w("pPr", w("ind", left=twips(text_indent(level, indent_pt)), hanging=twips(STEP_PT))),
            w("rPr", font, w("b") if kind == "number" else "", colour(self.theme, accent)),
            ilvl=level,
        )

    def _label(self, level: int, kind: ListKind) -> tuple[str, str, str]:
        """Number format, text and font."""
        match kind:
            case "bullet":
                return "bullet", BULLETS[level % len(BULLETS)], ""
            case "number":
                return NUMBERS[level % len(NUMBERS)], f"%{level + 1}.", ""
            case "check":
                return "bullet", TICK_BOX, w("rFonts", ascii=SYMBOL_FONT, hAnsi=SYMBOL_FONT, cs=SYMBOL_FONT)

    def _list(self, number: int, definition: int, level: int, first: int) -> str:
        override = w("lvlOverride", w("startOverride", val=first), ilvl=level)
        return w("num", w("abstractNumId", val=definition), override, numId=number)


def text_indent(level: int, indent_pt: float = 0.0) -> float:
    """Where the text of a list level begins, in points."""
    return indent_pt + STEP_PT * (level + 1)
