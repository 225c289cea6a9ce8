"""Content streams: the pieces of one page as PDF operators, every one of them marked."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import groupby

from lessonkit.dataclass import dataclass
from lessonkit.render.pdf.artwork import Artwork
from lessonkit.render.pdf.font import FontKey, FontUse
from lessonkit.render.pdf.paths import Area, colour, number, outline
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
    """For each leaf of a link or figure the areas it covers: page and area."""
    rises: dict[int, float] = field(default_factory=dict)
    """For each leaf that was drawn above its line how far, in points."""


@dataclass(frozen=True, slots=True)
class Resources:
    """What the pages of one document share."""

    fonts: Mapping[FontKey, tuple[str, FontUse]]
    """For each font the name of its resource and its use."""
    artwork: Artwork
    tags: Sequence[str]
    """For each leaf the tag of its element."""
    measured: Container[int]
    """The leaves whose areas somebody asks for: those of links and figures."""


def page_operators(page: LaidPage, number: int, resources: Resources, marks: Marks) -> str:
    """A page as operators: decoration first, as artifacts, then the content, marked; marks learn what was drawn."""
    return _PageWriter(page, number, resources, marks).write()


PlacedPiece = tuple[float, float, Piece]
"""A piece with its place on the page."""


class _PageWriter:
    def __init__(self, page: LaidPage, number: int, resources: Resources, marks: Marks) -> None:
        self.height = page.height
        self.page = page
        self.number = number
        self.resources = resources
        self.marks = marks
        self.written: list[str] = []
        self.out = self.written.append
        self.in_text = False
        self.at = (0.0, 0.0)
        """Where the current line of text begins."""
        self.fill = ""
        self.font: tuple[FontKey, float] | None = None
        self.look: Look | None = None
        """That of the last run, if nothing was drawn in another one since."""
        self.letters = 0.0
        """How far the letters of the last run were set apart."""

    # ------------------------------------------------------------------------------------------------ marking

    def write(self) -> str:
        """Everything on the page."""
        self.marks.owners.append([])
        self.ground()
        placed = _flat(self.page.placed)
        self.artifact("Layout", [each for each in placed if each[2].leaf == DECORATION])
        self.artifact("Pagination", _flat(self.page.running))
        content = [each for each in placed if each[2].leaf != DECORATION]
        for leaf, pieces in groupby(content, key=_leaf):
            self.content(leaf, list(pieces))
        self.end_text()
        return "\n".join(self.written)

    def ground(self) -> None:
        """The colour of the page, below everything."""
        if self.page.ground:
            whole = Area(0.0, 0.0, self.page.width, self.page.height)
            self.out(f"/Artifact<</Type/Background/BBox[0 0 {number(whole.right)} {number(whole.top)}]>>BDC")
            self.rectangle(whole, Rectangle(0.0, 0.0, whole.right, whole.top, fill=self.page.ground))
            self.out("EMC")

    def artifact(self, kind: str, pieces: list[PlacedPiece]) -> None:
        if pieces:
            self.marked(f"/Artifact<</Type/{kind}>>BDC", pieces)

    def content(self, leaf: int, pieces: list[PlacedPiece]) -> None:
        owners = self.marks.owners[-1]
        mark = len(owners)
        self.marked(f"/{self.resources.tags[leaf]}<</MCID {mark}>>BDC", pieces)
        self.marks.sequences.setdefault(leaf, []).append((self.number, mark))
        if leaf in self.resources.measured:
            self.marks.areas.setdefault(leaf, []).extend((self.number, area) for area in self.areas(pieces))
        owners.append(leaf)

    def marked(self, begin: str, pieces: list[PlacedPiece]) -> None:
        """Marked content: a text object may hold it or be held by it, but neither may end inside the other."""
        runs = [(x, y, piece) for x, y, piece in pieces if type(piece) is Run]
        if len(runs) == len(pieces):
            self.begin_text()
            self.out(begin)
            for x, y, run in runs:
                self.run(x, y, run)
        else:
            self.end_text()
            self.out(begin)
            self.draw(pieces)
            self.end_text()
        self.out("EMC")

    def areas(self, pieces: list[PlacedPiece]) -> Iterator[Area]:
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

    def draw(self, pieces: list[PlacedPiece]) -> None:
        for x, y, piece in pieces:
            match piece:
                case Run():
                    self.run(x, y, piece)
                case Rectangle():
                    self.rectangle(self.area(x, y, piece.width, piece.height), piece)
                case Rule():
                    self.rule(x, self.up(y), piece)
                case Picture():
                    self.end_text()
                    area = self.area(x, y, piece.width, piece.height)
                    self.out(self.resources.artwork.operators(piece, area))
                case PageReference():
                    raise AssertionError("A contents list was painted before its page numbers were known.")

    def run(self, x: float, y: float, run: Run) -> None:
        if not self.in_text:
            self.begin_text()
        look, letters = run.look, run.written.letters
        if look is not self.look or letters != self.letters:
            self.set_look(look, letters)
        shown = self.resources.fonts[look.font, letters][1].show(run.text, look.size, run.written, run.spacing)
        if look.rise:
            self.marks.rises[run.leaf] = look.rise
        # Lines are placed from where the one before began, by rounded numbers, so that no error adds up.
        x, y = round(x, 2), round(self.height - y, 2)
        before_x, before_y = self.at
        self.at = (x, y)
        self.out(f"{number(x - before_x)} {number(y - before_y)} Td[{shown}]TJ")

    def set_look(self, look: Look, letters: float) -> None:
        font = look.font, letters
        if self.font != (font, look.size):
            self.font = (font, look.size)
            self.out(f"/{self.resources.fonts[font][0]} {number(look.size)} Tf")
        self.set_fill(look.colour)
        self.look, self.letters = look, letters

    def set_fill(self, value: str) -> None:
        if self.fill != value:
            self.fill = value
            self.look = None
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
        style = f"1 J[0 {DOT_DISTANCE}]0 d " if rule.dotted else ""
        path = f"{number(x)} {number(y)} m {number(x + rule.width)} {number(y)} l S"
        self.out(f"q {colour(rule.colour)} RG {number(rule.thickness)} w {style}{path} Q")

    def begin_text(self) -> None:
        if not self.in_text:
            self.out("BT")
            self.in_text = True
            self.at = (0.0, 0.0)

    def end_text(self) -> None:
        if self.in_text:
            self.out("ET")
            self.in_text = False

    def up(self, y: float) -> float:
        """A height from the top as one from the bottom."""
        return self.height - y

    def area(self, x: float, y: float, width: float, height: float) -> Area:
        return Area(x, self.up(y + height), x + width, self.up(y))


def _flat(groups: Iterable[Placed]) -> list[PlacedPiece]:
    return [(group.x + piece.x, group.y + piece.y, piece) for group in groups for piece in group.pieces]


def _leaf(each: PlacedPiece) -> int:
    return each[2].leaf
