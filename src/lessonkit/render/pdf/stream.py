"""Content streams: the pieces of one page as PDF operators, every one of them marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Protocol

from lessonkit.drawing import Image
from lessonkit.render.pdf.font import FontUse
from lessonkit.render.pdf.paths import Area, colour, drawing_operators, number, outline
from lessonkit.render.pdf.pieces import (
    DECORATION,
    LaidPage,
    Look,
    PageReference,
    Picture,
    Piece,
    Placed,
    Rectangle,
    Rule,
    Run,
)
from lessonkit.render.pdf.tags import Tree

ASCENT, DESCENT = 0.95, 0.28
"""How far a link's active area reaches above and below the baseline, as a share of the type size."""

DOT_DISTANCE = 4.5
"""Between the dots of a dotted rule, in points."""


@dataclass(slots=True)
class Marks:
    """Where the leaves of a tree were drawn, page by page."""

    sequences: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    """For each leaf its marked-content sequences: page and MCID."""
    owners: list[list[int]] = field(default_factory=list)
    """For each page the leaf of each MCID."""
    areas: dict[int, list[tuple[int, Area]]] = field(default_factory=dict)
    """For each leaf the areas it covers: page and area."""


class Surface(Protocol):
    """What operators are written to."""

    def operators(self, text: str) -> None:
        """Add operators to the content stream."""

    def image(self, image: Image, area: Area) -> None:
        """Draw a raster image, embedded once."""


def write_page(
    page: LaidPage, number: int, surface: Surface, fonts: Mapping[str, tuple[str, FontUse]], tree: Tree, marks: Marks
) -> None:
    """Write a page: decoration first, as artifacts, then the content, marked; marks learn what was drawn where.

    fonts: for each key of the theme's fonts the name of its resource and its use.
    """
    _PageWriter(page, number, surface, fonts, tree, marks).write()


class _PageWriter:
    def __init__(
        self,
        page: LaidPage,
        number: int,
        surface: Surface,
        fonts: Mapping[str, tuple[str, FontUse]],
        tree: Tree,
        marks: Marks,
    ) -> None:
        self.page = page
        self.number = number
        self.surface = surface
        self.fonts = fonts
        self.tree = tree
        self.marks = marks
        self.in_text = False
        self.fill = ""
        self.look: tuple[str, float] | None = None

    # ------------------------------------------------------------------------------------------------ marking

    def write(self) -> None:
        """Write everything on the page."""
        self.marks.owners.append([])
        placed = list(_flat(self.page.placed))
        self.artifact("Layout", [each for each in placed if each[2].leaf == DECORATION])
        self.artifact("Pagination", list(_flat(self.page.running)))
        content = (each for each in placed if each[2].leaf != DECORATION)
        for leaf, pieces in groupby(content, key=lambda each: each[2].leaf):
            self.content(leaf, list(pieces))

    def artifact(self, kind: str, pieces: list[tuple[float, float, Piece]]) -> None:
        if pieces:
            self.out(f"/Artifact <</Type /{kind}>> BDC")
            self.draw(pieces)
            self.out("EMC")

    def content(self, leaf: int, pieces: list[tuple[float, float, Piece]]) -> None:
        owners = self.marks.owners[-1]
        self.out(f"/{self.tree.leaves[leaf].parent.tag} <</MCID {len(owners)}>> BDC")
        self.draw(pieces)
        self.out("EMC")
        self.marks.sequences.setdefault(leaf, []).append((self.number, len(owners)))
        self.marks.areas.setdefault(leaf, []).extend((self.number, area) for area in self.areas(pieces))
        owners.append(leaf)

    def areas(self, pieces: list[tuple[float, float, Piece]]) -> Iterator[Area]:
        """What is covered by text, one area for each run, or by pictures."""
        for x, y, piece in pieces:
            match piece:
                case Run():
                    baseline = self.up(y)
                    size = piece.look.size
                    yield Area(x, baseline - DESCENT * size, x + piece.width, baseline + ASCENT * size)
                case Rectangle() | Picture():
                    yield self.area(x, y, piece.width, piece.height)

    # ------------------------------------------------------------------------------------------------ drawing

    def draw(self, pieces: list[tuple[float, float, Piece]]) -> None:
        for x, y, piece in pieces:
            match piece:
                case Run():
                    self.run(x, y, piece)
                case Rectangle():
                    self.rectangle(self.area(x, y, piece.width, piece.height), piece)
                case Rule():
                    self.rule(x, self.up(y), piece)
                case Picture():
                    self.picture(self.area(x, y, piece.width, piece.height), piece)
                case PageReference():
                    raise AssertionError("A contents list was painted before its page numbers were known.")
        self.end_text()

    def run(self, x: float, y: float, run: Run) -> None:
        if not self.in_text:
            self.out("BT")
            self.in_text = True
        self.set_look(run.look)
        _, font = self.fonts[run.look.font]
        space = font.show(" ", run.look.size)
        shown = space.join(font.show(word, run.look.size) if word else "" for word in run.text.split(" "))
        self.out(f"1 0 0 1 {number(x)} {number(self.up(y))} Tm [{shown.replace('><', '')}] TJ")

    def set_look(self, look: Look) -> None:
        if self.look != (look.font, look.size):
            self.look = (look.font, look.size)
            self.out(f"/{self.fonts[look.font][0]} {number(look.size)} Tf")
        self.set_fill(look.colour)

    def set_fill(self, value: str) -> None:
        if self.fill != value:
            self.fill = value
            self.out(f"{colour(value)} rg")

    def rectangle(self, area: Area, piece: Rectangle) -> None:
        self.end_text()
        if piece.fill:
            self.set_fill(piece.fill)
        if piece.stroke:
            self.out(f"{colour(piece.stroke)} RG {number(piece.stroke_width)} w")
        paint = {(True, True): "B", (True, False): "f", (False, True): "S"}.get((bool(piece.fill), bool(piece.stroke)))
        if paint:
            self.out(f"{outline(area, piece.radius)} {paint}")

    def rule(self, x: float, y: float, rule: Rule) -> None:
        self.end_text()
        style = f"1 J [0 {DOT_DISTANCE}] 0 d " if rule.dotted else ""
        path = f"{number(x)} {number(y)} m {number(x + rule.width)} {number(y)} l S"
        self.out(f"q {colour(rule.colour)} RG {number(rule.thickness)} w {style}{path} Q")

    def picture(self, area: Area, piece: Picture) -> None:
        self.end_text()
        if isinstance(piece.source, Image):
            self.surface.image(piece.source, area)
        else:
            self.out(f"q {drawing_operators(piece.source, area, piece.colour)} Q")

    def end_text(self) -> None:
        if self.in_text:
            self.out("ET")
            self.in_text = False

    def out(self, operators: str) -> None:
        self.surface.operators(operators)

    def up(self, y: float) -> float:
        """A height from the top as one from the bottom."""
        return self.page.height - y

    def area(self, x: float, y: float, width: float, height: float) -> Area:
        return Area(x, self.up(y + height), x + width, self.up(y))


def _flat(groups: Iterable[Placed]) -> Iterator[tuple[float, float, Piece]]:
    """Each piece with its place on the page."""
    for group in groups:
        for piece in group.pieces:
            yield group.x + piece.x, group.y + piece.y, piece
