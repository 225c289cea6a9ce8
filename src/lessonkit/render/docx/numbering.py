"""List numbering: a definition for each shape of list, and a numbering for each list, so that each starts anew."""

from __future__ import annotations

from typing import Literal

from lessonkit import document
from lessonkit.appearance import Theme
from lessonkit.dataclass import dataclass
from lessonkit.document import List
from lessonkit.render.docx.element import root, twips, w
from lessonkit.render.docx.looks import colour

LEVELS = 9
STEP_PT = 18.0
"""How far each level is indented; its label hangs in that space."""
NO_INK = "\u200b"
"""The label of a task, before the box that its words hold: a label without any text would make no list of it."""
BULLETS = ("•", "–")
FORMATS: dict[document.Numbering, str] = {
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}

EN_SPACE = "\u2002"

Label = Literal["bullet", "check"] | document.Numbering
Shape = tuple[Label, ...]


def list_shape(node: List) -> Shape:
    """The kind of label at each level, as it is first met."""
    kinds = [label(node)]
    for item in node.items:
        for block in item.blocks:
            if isinstance(block, List) and len(kinds) == 1:
                kinds.extend(list_shape(block))
    return tuple(kinds[:LEVELS])


def label(node: List) -> Label:
    """What stands before the items of a list."""
    return node.numbering if node.kind == "number" else node.kind


@dataclass(frozen=True, slots=True)
class Look:
    """How the labels of a list look, but for their kind."""

    indent_pt: float
    """Where they begin."""
    ink: str = ""
    """Their colour; empty for the accent's."""
    framed: bool = False
    """The list stands in a box with a ground or a frame, which must not step in with its levels."""
    size_pt: float = 11.0
    """The type size of its words."""


class Numbering:
    """The numbering part of one document."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._shapes: dict[tuple[Shape, Look], int] = {}
        self._lists: list[tuple[int, int, int]] = []
        self._ended: set[tuple[int, int]] = set()

    def start(self, shape: Shape, look: Look, level: int, first: int) -> int:
        """The id of a new list of this shape and look."""
        padded = shape + (shape[-1],) * (LEVELS - len(shape))
        definition = self._shapes.setdefault((padded, look), len(self._shapes) + 1)
        self._lists.append((definition, level, first))
        return len(self._lists)

    def labelled(self, number: int, level: int) -> None:
        """Notes an item of a list: Word starts the levels below it anew."""
        self._ended = {one for one in self._ended if one[0] != number or one[1] <= level}

    def ended(self, number: int, level: int) -> None:
        """Notes the end of a list that was a level of the list with this id."""
        self._ended.add((number, level))

    def would_go_on(self, number: int, level: int) -> bool:
        """True if a new list at this level would count on from one that has ended."""
        return (number, level) in self._ended

    def xml(self) -> str:
        """The numbering part; definitions must stand before lists (ISO 29500-1, 17.9.16)."""
        definitions = [self._definition(number, *key) for key, number in self._shapes.items()]
        lists = [self._list(number, *entry) for number, entry in enumerate(self._lists, start=1)]
        return root("w:numbering", *definitions, *lists, prefixes="w")

    def _definition(self, number: int, shape: Shape, look: Look) -> str:
        return w(
            "abstractNum",
            w("nsid", val=f"{0x4C4B0000 + number:08X}"),
            w("multiLevelType", val="multilevel"),
            w("tmpl", val=f"{0x4C4C0000 + number:08X}"),
            *(self._level(level, kind, look) for level, kind in enumerate(shape)),
            abstractNumId=number,
        )

    def _level(self, level: int, kind: Label, look: Look) -> str:
        form, text = _form(level, kind)
        # A frame begins where its line does: in a box all lines begin at the edge, and spaces move the label.
        hanging = text_indent(level) if look.framed else STEP_PT
        spaces = round((hanging - STEP_PT) / (look.size_pt / 2))
        if spaces and form == "bullet":  # of which programs show one character alone
            form = "none"
        ink = look.ink or self.theme.palette.get("accent", self.theme.styles["body"].colour)
        return w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=form),
            w("suff", val="nothing") if kind == "check" else "",
            w("lvlText", val=EN_SPACE * spaces + text),
            w("lvlJc", val="left"),
            w("pPr", w("ind", left=twips(text_indent(level, look.indent_pt)), hanging=twips(hanging))),
            w("rPr", w("b") if kind in FORMATS else "", colour(self.theme, ink)),
            ilvl=level,
        )

    def _list(self, number: int, definition: int, level: int, first: int) -> str:
        override = w("lvlOverride", w("startOverride", val=first), ilvl=level)
        return w("num", w("abstractNumId", val=definition), override, numId=number)


def _form(level: int, kind: Label) -> tuple[str, str]:
    """Number format and text of a label; a tick box is a control in the words of its item."""
    match kind:
        case "bullet":
            return "bullet", BULLETS[level % len(BULLETS)]
        case "check":
            return "bullet", NO_INK
        case numbering:
            return FORMATS[numbering], f"%{level + 1}."


def text_indent(level: int, indent_pt: float = 0.0) -> float:
    """Where the text of a list level begins, in points."""
    return indent_pt + STEP_PT * (level + 1)
