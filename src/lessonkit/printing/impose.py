"""Which page lies where on which sheet: booklets, several pages to a side, copies to cut apart, cards in stacks.

Plain arithmetic, so that a test can undo it. A back lies as if its sheet was turned like the page of a book; if it is
turned over the other edge, it stands upside down, whatever lies on it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import reduce

from lessonkit.dataclass import dataclass
from lessonkit.paper import SIZES, millimetres, points, size_name
from lessonkit.printing.sides import Area, Plan, Side, Spot
from lessonkit.problems import LessonkitError, Problem

Size = tuple[float, float]
"""Width and height, in points."""
LONG, SHORT = EDGES = ("long", "short")
LARGER = {"A6": "A5", "A5": "A4", "A4": "A3"}
"""The paper that holds two pages of a size beside each other."""
PAGES_IN_SHEET = 4
ALMOST = 1.0
"""Points that sizes may differ by and still fit: A5 twice is a little less than A4."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How somebody wants a file printed."""

    scheme: str = "single"
    paper: str = ""
    """`A4`; empty for what fits the scheme."""
    edge: str = ""
    """The edge that the printer turns sheets over; empty for the one that keeps backs upright."""
    both_sides: bool = True
    thickness: float = 0.0
    """Of one sheet, in points: inner pages of a booklet move towards the fold by it."""
    gap: float = 0.0
    """Between pages that are cut apart: room for the bleed of both."""
    room: float = 0.0
    """At the edges of the paper, for marks around cards."""
    folds: tuple[float, ...] = ()
    """Where single sheets are folded, from the left of the front."""


def impose(pages: Sequence[Size], wish: Wish) -> Plan:
    """Where each page lies. Raises LessonkitError for pages that do not fit on the paper."""
    both = wish.both_sides and (len(pages) > 1 or wish.scheme == "booklet")
    sides = tuple(SCHEMES[wish.scheme](pages, replace(wish, both_sides=both)))
    both = both and len(sides) > 1
    if not both:
        return Plan(sides, both_sides=False)
    upright = LONG if sides[0].height >= sides[0].width else SHORT
    if wish.edge in ("", upright):
        return Plan(sides, True, upright)
    backs = (side.turned() if at % 2 else side for at, side in enumerate(sides))
    return Plan(tuple(backs), True, wish.edge)


# ------------------------------------------------------------------------------------------------ single sheets


def _single(pages: Sequence[Size], wish: Wish) -> Iterator[Side]:
    """One page to a side, as large as it is: in the middle of other paper, and smaller only where it must be."""
    _refuse_folds_beyond(pages, wish)
    for at, page in enumerate(pages):
        width, height = _lying(wish.paper, page[0] > page[1]) if wish.paper else page
        spot = _fitted(at, page, Area(0, 0, width, height), most=1.0)
        back = wish.both_sides and at % 2
        folds = sorted(page[0] - fold for fold in wish.folds) if back else wish.folds
        there = tuple(spot.area.x + fold * spot.scale for fold in folds)
        yield Side(width, height, (replace(spot, cell=spot.area),), trim=spot.area, folds=there)


def _refuse_folds_beyond(pages: Sequence[Size], wish: Wish) -> None:
    narrowest = min(width for width, _ in pages)
    if wish.folds and max(wish.folds) >= narrowest:
        widths = f"{millimetres(max(wish.folds)):.0f} mm, but a page is {millimetres(narrowest):.0f} mm wide"
        raise LessonkitError(Problem(None, f"It would be folded at {widths}.", "Correct --fold-at."))


def _enlarged(pages: Sequence[Size], wish: Wish) -> Iterator[Side]:
    """One page to a side, as large as the paper allows."""
    paper = wish.paper or LARGER.get(_name(pages[0]), "A3")
    for at, page in enumerate(pages):
        width, height = _lying(paper, page[0] > page[1])
        yield Side(width, height, (_fitted(at, page, Area(0, 0, width, height)),))


# --------------------------------------------------------------------------------------------- several to a side


def _two_up(pages: Sequence[Size], wish: Wish) -> Iterator[Side]:
    yield from _several(pages, wish, ((2, 1), (1, 2)))


def _four_up(pages: Sequence[Size], wish: Wish) -> Iterator[Side]:
    yield from _several(pages, wish, ((2, 2),))


def _several(pages: Sequence[Size], wish: Wish, grids: Sequence[tuple[int, int]]) -> Iterator[Side]:
    """Page after page in rows, each as large as its part of the paper allows."""
    largest, paper = _largest(pages), wish.paper or "A4"
    ways = [(_lying(paper, lengthways), grid) for grid in grids for lengthways in (False, True)]
    (width, height), grid = max(ways, key=lambda way: _scale(largest, *_part(*way)))
    cells = _cells(width, height, grid)
    for first in range(0, len(pages), len(cells)):
        held = range(first, min(first + len(cells), len(pages)))
        spots = tuple(_fitted(at, pages[at], cell, largest) for at, cell in zip(held, cells, strict=False))
        yield Side(width, height, spots)


# ------------------------------------------------------------------------------------------------------ booklets


def _booklet(pages: Sequence[Size], wish: Wish) -> Iterator[Side]:
    """Sheets to be laid into each other, folded and stapled; the last pages stay empty up to a multiple of four."""
    largest = _largest(pages)
    width, height = _booklet_paper(largest, wish.paper)
    count = -(-len(pages) // PAGES_IN_SHEET) * PAGES_IN_SHEET
    for sheet in range(count // PAGES_IN_SHEET):
        creep = sheet * wish.thickness
        first, last = 2 * sheet, count - 1 - 2 * sheet
        for pair in ((last, first), (first + 1, last - 1)):
            held = ((at, is_right) for is_right, at in enumerate(pair) if at < len(pages))
            spots = tuple(_leaf(at, pages, (width, height), creep, bool(is_right)) for at, is_right in held)
            yield Side(width, height, spots, folds=(width / 2,))


def _booklet_paper(page: Size, paper: str) -> Size:
    """Twice as wide as a page, unless other paper was asked for; that lies so that pages are largest."""
    if not paper:
        return 2 * page[0], page[1]
    ways = (_lying(paper, lengthways) for lengthways in (True, False))
    return max(ways, key=lambda way: _scale(page, way[0] / 2, way[1]))


def _leaf(at: int, pages: Sequence[Size], paper: Size, creep: float, is_right: bool) -> Spot:
    """A page in its half of the sheet, against the fold; inner sheets are moved towards it."""
    width, height = paper
    cell = Area(width / 2 if is_right else 0, 0, width / 2, height)
    spot = _fitted(at, pages[at], cell, _largest(pages))
    x = cell.x if is_right else cell.right - spot.area.width
    return replace(spot, area=spot.area._replace(x=x + (-creep if is_right else creep)))


# ------------------------------------------------------------------------------------------------------ cut apart


def _copies(pages: Sequence[Size], wish: Wish) -> Iterator[Side]:
    """The same page as often as the paper holds it."""
    width, height, cells = _grid(pages, wish)
    for at in range(len(pages)):
        yield _cut_apart(width, height, [(at, cell) for cell in cells])


def _cards(pages: Sequence[Size], wish: Wish) -> Iterator[Side]:
    """Cards to cut and stack: the piles of all sheets, laid on each other, are in order. Backs lie behind fronts."""
    width, height, cells = _grid(pages, wish, wish.room)
    faces = 2 if wish.both_sides else 1
    cards = -(-len(pages) // faces)
    sheets = -(-cards // len(cells))
    for sheet in range(sheets):
        for face in range(faces):
            places = [_over(cell, width) for cell in cells] if face else cells
            numbers = [faces * (pile * sheets + sheet) + face for pile in range(len(cells))]
            held = [(at, cell) for at, cell in zip(numbers, places, strict=True) if at < len(pages)]
            if held:
                yield _cut_apart(width, height, held)


def _cut_apart(width: float, height: float, held: Sequence[tuple[int, Area]]) -> Side:
    spots = tuple(Spot(at, cell, cell) for at, cell in held)
    cuts = tuple(cell for _, cell in held)
    return Side(width, height, spots, reduce(Area.joins, cuts), cuts=cuts)


def _over(cell: Area, width: float) -> Area:
    """Where this place lies on the back of the sheet."""
    return cell._replace(x=width - cell.right)


def _grid(pages: Sequence[Size], wish: Wish, room: float = 0.0) -> tuple[float, float, list[Area]]:
    """The paper, and places on it for as many pages as it holds, in rows from the top."""
    page = _largest(pages)
    if any(abs(one - other) > ALMOST for size in pages for one, other in zip(size, page, strict=True)):
        what = "Its pages are not of one size, so they cannot be cut apart together."
        raise LessonkitError(Problem(None, what, "Print it without a scheme, or as a booklet."))
    paper = wish.paper or "A4"
    ways = [_lying(paper, lengthways) for lengthways in (False, True)]
    width, height = max(ways, key=lambda way: math.prod(_held(way, page, wish.gap, room)))
    columns, rows = _held((width, height), page, wish.gap, room)
    if not columns * rows:
        what = f"A page of {_name(page)} does not fit on {paper}."
        raise LessonkitError(Problem(None, what, "Name larger paper with --paper, or use `--scheme 2-up`."))
    across, up = columns * (page[0] + wish.gap) - wish.gap, rows * (page[1] + wish.gap) - wish.gap
    left, top = (width - across) / 2, (height + up) / 2
    places = ((column, row) for row in range(rows) for column in range(columns))
    step = page[0] + wish.gap, page[1] + wish.gap
    cells = [Area(left + column * step[0], top - page[1] - row * step[1], *page) for column, row in places]
    return width, height, cells


def _held(paper: Size, page: Size, gap: float, room: float) -> tuple[int, int]:
    """How many columns and rows of pages the paper holds."""
    across, up = (side - 2 * room + gap + ALMOST for side in paper)
    return max(0, int(across // (page[0] + gap))), max(0, int(up // (page[1] + gap)))


# --------------------------------------------------------------------------------------------------------- sizes


def _largest(pages: Sequence[Size]) -> Size:
    return max(width for width, _ in pages), max(height for _, height in pages)


def _name(page: Size) -> str:
    return size_name(millimetres(page[0]), millimetres(page[1]))


def _lying(paper: str, lengthways: bool) -> Size:
    """Named paper, upright or lengthways."""
    short, long = (points(side) for side in SIZES[paper])
    return (long, short) if lengthways else (short, long)


def _part(paper: Size, grid: tuple[int, int]) -> Size:
    return paper[0] / grid[0], paper[1] / grid[1]


def _cells(width: float, height: float, grid: tuple[int, int]) -> list[Area]:
    columns, rows = grid
    across, up = width / columns, height / rows
    return [
        Area(column * across, height - (row + 1) * up, across, up) for row in range(rows) for column in range(columns)
    ]


def _scale(page: Size, width: float, height: float) -> float:
    """How large a page may be in this room; sizes that are the same but for rounding are not scaled."""
    scale = min(width / page[0], height / page[1])
    return 1.0 if abs(scale - 1) * max(page) <= ALMOST else scale


def _fitted(at: int, page: Size, cell: Area, largest: Size | None = None, most: float = math.inf) -> Spot:
    """A page in the middle of its room; all pages of a file are scaled alike."""
    scale = min(most, _scale(largest or page, cell.width, cell.height))
    width, height = page[0] * scale, page[1] * scale
    area = Area(cell.x + (cell.width - width) / 2, cell.y + (cell.height - height) / 2, width, height)
    return Spot(at, area, cell, scale)


SCHEMES: dict[str, Callable[[Sequence[Size], Wish], Iterator[Side]]] = {
    "single": _single,
    "booklet": _booklet,
    "2-up": _two_up,
    "4-up": _four_up,
    "copies": _copies,
    "cards": _cards,
    "enlarged": _enlarged,
}
"""The ways to lay pages on sheets."""
