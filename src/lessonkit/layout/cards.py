"""Cards on sheets: every face a panel, laid in a grid to read and to print, backs mirrored for the long edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lessonkit.appearance import Margins, Page, PanelFrame, Sheet, Spot
from lessonkit.dataclass import dataclass

Face = tuple[int, int]
"""The panels of a card: its front and its back, 0 for none."""
TITLE = 1
"""The panel with the title, in the margin above the cards."""
ABOVE, BELOW = Margins(4.5, 1, 0.5, 1), Margins(1.5, 1, 5, 1)
"""The margins of the title and of the small print: printers reach no nearer to the edge of the paper."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cards of a sheet, in millimetres."""

    width: float
    height: float
    margins: Margins
    columns: int
    rows: int
    fill: bool = False
    """Cards come again until the sheet is full."""

    @property
    def count(self) -> int:
        """The cards on a sheet."""
        return self.columns * self.rows


def card_page(page: Page, grid: Grid, faces: Sequence[Face]) -> Page:
    """The page with a panel for each face, one for the title above and one for the small print below them."""
    last = max(max(face) for face in faces) + 1
    strip = (page.height - grid.rows * grid.height) / 2
    across = grid.columns * grid.width
    strips = {TITLE: (ABOVE, "title"), last: (BELOW, "small print")}
    frames = tuple(
        PanelFrame(number, across, strip, *strips[number])
        if number in strips
        else PanelFrame(number, grid.width, grid.height, grid.margins, role="card")
        for number in range(1, last + 1)
    )
    layer = _Layer(page, grid, last)
    sides = list(_sides(grid, faces))
    singly = [number for face in faces for number in face if number]
    reading = layer.sheets(list(_parts(singly, grid.count)))
    sheets = layer.sheets(sides)
    return replace(page, panels=frames, reading=reading, sheets=sheets if sheets != reading else ())


def _parts(numbers: Sequence[int], count: int) -> Iterator[Sequence[int]]:
    for first in range(0, len(numbers), count):
        yield numbers[first : first + count]


def _sides(grid: Grid, faces: Sequence[Face]) -> Iterator[Sequence[int]]:
    """The panels on each side of the sheets to print, row by row: fronts, then their backs if there are some."""
    filled = faces
    if grid.fill:
        sheets = -(-len(faces) // grid.count)
        filled = [faces[number % len(faces)] for number in range(sheets * grid.count)]
    for first in range(0, len(filled), grid.count):
        part = filled[first : first + grid.count]
        yield [front for front, _ in part]
        if any(back for _, back in part):
            yield list(_mirrored([back for _, back in part], grid.columns))


def _mirrored(backs: Sequence[int], columns: int) -> Iterator[int]:
    """Each row from the other side, as it lies when the sheet is turned over its long edge."""
    for first in range(0, len(backs), columns):
        row = [*backs[first : first + columns]]
        yield from reversed(row + [0] * (columns - len(row)))


@dataclass(slots=True)
class _Layer:
    """Lays cards on sheets; only the first of several copies of a card is read."""

    page: Page
    grid: Grid
    last: int

    def sheets(self, sides: Sequence[Sequence[int]]) -> tuple[Sheet, ...]:
        """A sheet for each side: the title on the first one, the small print on the last."""
        seen: set[int] = set()
        last = len(sides) - 1
        return tuple(self.sheet(side, seen, number == 0, number == last) for number, side in enumerate(sides))

    def sheet(self, side: Sequence[int], seen: set[int], first: bool, last: bool) -> Sheet:
        left = (self.page.width - self.grid.columns * self.grid.width) / 2
        top = (self.page.height - self.grid.rows * self.grid.height) / 2
        spots = [Spot(TITLE, left, 0.0)] if first else []
        for place, number in enumerate(side):
            if number:
                row, column = divmod(place, self.grid.columns)
                x, y = left + column * self.grid.width, top + row * self.grid.height
                spots.append(Spot(number, x, y, repeated=number in seen, cut=True))
                seen.add(number)
        if last:
            spots.append(Spot(self.last, left, self.page.height - top))
        return Sheet(tuple(spot.panel for spot in spots), tuple(spots))
