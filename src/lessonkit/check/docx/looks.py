"""How the words of a Word file look: styles and what they are based on, tables, the theme, and a run's own looks.

Property by property the nearest wins: the run, its character style, the paragraph's style, the table's, the defaults
(ISO 29500-1, 17.7.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TypeAlias

from lxml import etree

from lessonkit.check.docx.names import (
    BOX,
    OFF,
    VML,
    W14,
    WPS,
    A,
    W,
    ancestor,
    attribute,
    child_value,
    inside,
    is_on,
    whole,
)
from lessonkit.check.docx.palette import Palette, highlight
from lessonkit.check.docx.tables import FIRST_COLUMN, FIRST_ROW, LAST_COLUMN, LAST_ROW, shows
from lessonkit.check.docx.wordfile import WordFile

USUAL_SIZE = 20
"""In half points: what Word takes where a file says nothing."""
OLD_SHAPES = tuple(f"{VML}{name}" for name in ("shape", "rect", "roundrect", "oval"))
PAPER = "#ffffff"
GROUPS = {f"{W}{name}": f"{name}/" for name in ("rPr", "pPr", "tcPr", "tblPr")}
OWN, STYLED = f"{W}rPr", f"{W}rStyle"
PLAIN = frozenset({STYLED, f"{W}lang"})
"""Properties of runs that look as their styles do."""
Properties: TypeAlias = dict[str, etree._Element]
"""Properties by their group and name: `rPr/color`."""
Around: TypeAlias = tuple[str, etree._Element | None, etree._Element | None, etree._Element | None]
"""The style of a paragraph, the cell it stands in, its shading and its text box."""


@dataclass(frozen=True, slots=True)
class Look:
    """How some words look."""

    colour: str
    """Empty for “automatic”, which is always readable."""
    ground: str
    """Empty where it cannot be told."""
    half_points: int
    bold: bool
    underlined: bool = False

    @property
    def is_large(self) -> bool:
        """Large text in the sense of WCAG: at least 18 pt, or 14 pt and bold."""
        return self.half_points >= (28 if self.bold else 36)


def looks_of(file: WordFile) -> Looks:
    """The looks of a file; those of the last one are kept, for the next rule that asks."""
    if not LAST or LAST[-1].file is not file:
        LAST[:] = [Looks(file)]
    return LAST[-1]


@dataclass(slots=True)
class Looks:
    """Reads looks out of one file."""

    file: WordFile
    palette: Palette = field(init=False)
    styles: dict[str, etree._Element] = field(init=False)
    defaults: Properties = field(init=False)
    page: str = field(init=False)
    cells: dict[etree._Element, Properties] = field(default_factory=dict)
    """Table cells → what their table's style says of them."""
    chains: dict[str, Properties] = field(default_factory=dict)
    known: dict[tuple[object, ...], Look] = field(default_factory=dict)
    seen: dict[etree._Element, Look] = field(default_factory=dict)
    around: dict[etree._Element | None, Around] = field(default_factory=dict)
    has_boxes: bool = field(init=False)
    levels: dict[tuple[str, str], etree._Element] = field(init=False)
    """Ids of lists and levels → what the level says of its label."""
    positions: dict[etree._Element, dict[etree._Element, int]] = field(default_factory=dict)
    """Tables → where each of their rows stands: 0 in the head, from 1 below it."""

    def __post_init__(self) -> None:
        root = self.file.part("styles")
        self.palette = Palette(self.file)
        self.styles = {} if root is None else {attribute(one, "styleId"): one for one in root.iterfind(f"{W}style")}
        default = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault")
        self.defaults = {} if default is None else _properties(default)
        self.page = self._page()
        self.has_boxes = any(next(root.iter(BOX), None) is not None for root in self.file.text_parts())
        self.levels = _levels(self.file.part("numbering"))

    def of(self, run: etree._Element) -> Look:
        """How the words of a run look; several rules ask for each of them."""
        look = self.seen.get(run)
        if look is None:
            look = self.seen[run] = self._of(run)
        return look

    def _of(self, run: etree._Element) -> Look:
        paragraph = ancestor(run, "p")
        around = self.around.get(paragraph) or self._around(run, paragraph)
        own = run.find(OWN)
        tags = () if own is None else [child.tag for child in own]
        named = "" if own is None or STYLED not in tags else child_value(own, "rStyle")
        plain, key = PLAIN.issuperset(tags), (named, *around)
        if plain and key in self.known:
            return self.known[key]
        style, cell, *_ = around
        look = self._look(run, paragraph, cell, named, style)
        if plain:
            self.known[key] = look
        return look

    def _around(self, run: etree._Element, paragraph: etree._Element | None) -> Around:
        """What all plain runs of a paragraph share."""
        shaded = None if paragraph is None else paragraph.find(f"{W}pPr/{W}shd")
        box = ancestor(run, "txbxContent") if self.has_boxes else None
        found = self.around[paragraph] = self.style_of(paragraph), ancestor(run, "tc"), shaded, box
        return found

    def label_of(self, line: etree._Element) -> tuple[str, str, bool] | None:
        """Colour and ground of a line's number or bullet, and whether it is a bullet; None if the list says none."""
        listed = line.find(f"{W}pPr/{W}numPr")
        if listed is None:
            return None
        level = self.levels.get((child_value(listed, "numId"), child_value(listed, "ilvl") or "0"))
        own = None if level is None else level.find(f"{W}rPr/{W}color")
        if level is None or own is None or not child_value(level, "lvlText").strip("\u200b\u2002 "):
            return None
        colour = self.palette.colour(own)
        run = next(line.iter(f"{W}r"), None)
        if run is None or not colour:
            return None
        return colour, self.of(run).ground, child_value(level, "numFmt") == "bullet"

    def _look(
        self,
        run: etree._Element,
        paragraph: etree._Element | None,
        cell: etree._Element | None,
        named: str,
        style: str,
    ) -> Look:
        table = {} if cell is None else self._of_cell(cell)
        words = self.chain(style) | self.chain(named) | _properties(run)
        properties = self.defaults | table | words
        size, bold, line = (properties.get(f"rPr/{name}") for name in ("sz", "b", "u"))
        own = {} if paragraph is None else _properties(paragraph)
        return Look(
            self._colour(properties),
            self._ground(words | {name: one for name, one in own.items() if name == "pPr/shd"}, cell, table)
            or self._below(run),
            USUAL_SIZE if size is None else whole(attribute(size, "val"), USUAL_SIZE),
            bold is not None and attribute(bold, "val") not in OFF,
            line is not None and attribute(line, "val") not in ("none", ""),
        )

    def _ground(
        self,
        words: Properties,
        cell: etree._Element | None,
        table: Properties,
    ) -> str:
        """The nearest colour below the words."""
        marked = words.get("rPr/highlight")
        if marked is not None and highlight(marked):
            return highlight(marked)
        shades = [words.get("rPr/shd"), words.get("pPr/shd")]
        shades.append(None if cell is None else cell.find(f"{W}tcPr/{W}shd"))
        shades += [table.get("tcPr/shd"), table.get("tblPr/shd")]
        grounds = (self.palette.ground(shade) for shade in shades if shade is not None)
        return next((ground for ground in grounds if ground), "")

    def _colour(self, properties: Properties) -> str:
        """Since Word 2010 a fill of the letters counts for more than their colour."""
        filled = properties.get("rPr/textFill")
        value = None if filled is None else filled.find(f"{W14}solidFill/{W14}srgbClr")
        if value is not None:
            return self.palette.hexadecimal(value.get(f"{W14}val", ""))
        colour = properties.get("rPr/color")
        return "" if colour is None else self.palette.colour(colour)

    def _below(self, run: etree._Element) -> str:
        """The colour of the shape that the words stand in, or of the page; empty where a shape’s cannot be told."""
        box = ancestor(run, "txbxContent")
        if box is None:
            return self.page
        shape = next(box.iterancestors(f"{WPS}wsp", *OLD_SHAPES), None)
        if shape is not None and shape.tag in OLD_SHAPES:
            return self._below_of_old(shape)
        looks = None if shape is None else shape.find(f"{WPS}spPr")
        if looks is None:
            return ""
        filled = looks.find(f"{A}solidFill/*")
        return self.page if looks.find(f"{A}noFill") is not None else self.palette.of_shape(filled)

    def _below_of_old(self, shape: etree._Element) -> str:
        """The colour of a shape in VML, which is white where it says nothing; empty for one of several colours."""
        if shape.find(f"{VML}fill") is not None:
            return ""
        if shape.get("filled", "t")[:1] == "f":
            return self.page
        return self.palette.hexadecimal(shape.get("fillcolor", "#ffffff").partition(" ")[0].removeprefix("#"))

    def _page(self) -> str:
        settings, ground = self.file.part("settings"), self.file.body.find(f"{W}background")
        shown = settings is not None and settings.find(f"{W}displayBackgroundShape") is not None
        if ground is None or not shown:
            return PAPER
        value = etree.Element(f"{W}color", {f"{W}val": attribute(ground, "color"),
                                            f"{W}themeColor": attribute(ground, "themeColor")})  # fmt: skip
        return self.palette.colour(value) or PAPER

    def style_of(self, paragraph: etree._Element | None) -> str:
        """The id of a paragraph’s style: its own, or that of paragraphs that name none."""
        found = None if paragraph is None else paragraph.find(f"{W}pPr/{W}pStyle")
        return self.file.usual_style if found is None else attribute(found, "val")

    def chain(self, style: str) -> Properties:
        """What a style says, and those it is based on."""
        if not style:
            return {}
        if style not in self.chains:
            found: Properties = {}
            for one in reversed(self.file.ancestry(style)):
                found |= _properties(self.styles[one.id]) if one.id in self.styles else {}
            self.chains[style] = found
        return self.chains[style]

    def _of_cell(self, cell: etree._Element) -> Properties:
        """What the style of the table says of this cell, the particular before the general."""
        if cell not in self.cells:
            self.cells[cell] = self._table_looks(cell)
        return self.cells[cell]

    def _table_looks(self, cell: etree._Element) -> Properties:
        table, row = ancestor(cell, "tbl"), ancestor(cell, "tr")
        if table is None or row is None:
            return {}
        properties = table.find(f"{W}tblPr")
        style = "" if properties is None else child_value(properties, "tblStyle")
        look = None if properties is None else properties.find(f"{W}tblLook")
        found = dict(self.chain(style))
        position = self._position(table, row)
        is_last = position > 0 and position == max(self.positions[table].values())
        for kind in reversed(list(_kinds(cell, look, position, is_last=is_last))):
            for one in reversed(self.file.ancestry(style) if style else ()):
                for part in self.styles[one.id].iterfind(f"{W}tblStylePr"):
                    found |= _properties(part) if attribute(part, "type") == kind else {}
        return found

    def _position(self, table: etree._Element, row: etree._Element) -> int:
        if table not in self.positions:
            rows = list(inside(table, "tr"))
            heads = max(1, sum(1 for _ in takewhile(lambda one: is_on(one, "trPr", "tblHeader"), rows)))
            self.positions[table] = {one: max(0, number - heads + 1) for number, one in enumerate(rows)}
        return self.positions[table].get(row, 0)


LAST: list[Looks] = []
"""Of the file that was looked at last."""


def _levels(numbering: etree._Element | None) -> dict[tuple[str, str], etree._Element]:
    """The levels of each list, by the ids of both."""
    if numbering is None:
        return {}
    shapes = {attribute(one, "abstractNumId"): one for one in numbering.iterfind(f"{W}abstractNum")}
    return {
        (attribute(one, "numId"), attribute(level, "ilvl")): level
        for one in numbering.iterfind(f"{W}num")
        if (shape := shapes.get(child_value(one, "abstractNumId"))) is not None
        for level in shape.iterfind(f"{W}lvl")
    }


def _kinds(cell: etree._Element, look: etree._Element | None, position: int, *, is_last: bool) -> Iterator[str]:
    """The parts of a table style that apply to a cell in the row at this position, or in the last row."""
    first_row = position == 0
    if first_row and shows(look, "firstRow", FIRST_ROW):
        yield "firstRow"
    if is_last and shows(look, "lastRow", LAST_ROW):
        yield "lastRow"
    before, after = cell.getprevious(), cell.getnext()
    if (before is None or before.tag != cell.tag) and shows(look, "firstColumn", FIRST_COLUMN):
        yield "firstCol"
    if after is None and shows(look, "lastColumn", LAST_COLUMN):
        yield "lastCol"
    if look is not None and attribute(look, "noHBand") in OFF and not first_row:
        yield "band1Horz" if position % 2 else "band2Horz"


def _properties(node: etree._Element) -> Properties:
    """What an element says of looks, by names such as `rPr/color`."""
    found: Properties = {}
    for held in node:
        if held.tag in GROUPS:
            group = GROUPS[held.tag]
            found.update((group + one.tag.rpartition("}")[2], one) for one in held if isinstance(one.tag, str))
    return found
