"""A sheet that charts are sketched on: shapes and words in points, then a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lessonkit.drawing.charts.look import CAPITALS, LEADING, TEXT_PT, ChartLook
from lessonkit.drawing.pen import Pen
from lessonkit.drawing.shapes import CURRENT_COLOUR, Anchor, Area, Drawing, Label, Point, Shape, Weight
from lessonkit.drawing.transform import Transform

GRID = 0.6
CLEAR = 2.5
"""The room around words that grid lines leave free."""
CAPITAL_HEIGHT = 0.7
SHORTEST = 4.0
"""Less of a grid line than this is a speck."""


class Sketch:
    """Collects what is drawn; the first shape lies lowest."""

    def __init__(self, look: ChartLook) -> None:
        self.look = look
        self.shapes: list[Shape] = []
        self.labels: list[Label] = []
        self._grid: list[tuple[Point, Point]] = []

    def grid(self, start: Point, end: Point) -> None:
        """A thin upright or level line below everything else, which makes way for words."""
        self._grid.append((start, end))

    def line(self, points: Sequence[Point], colour: str, width: float, dash: tuple[float, ...] = ()) -> None:
        """A line through points."""
        pen = Pen()
        pen.move(*points[0])
        for point in points[1:]:
            pen.line(*point)
        cap = "butt" if len(points) == 2 and not dash else "round"
        self.shapes.append(Shape(tuple(pen.segments), None, colour, width, cap, dash=dash))  # type: ignore[arg-type]

    def path(self, pen: Pen, fill: str | None, stroke: str | None = None, width: float = 0.0) -> None:
        """Whatever a pen has drawn."""
        self.shapes.append(Shape(tuple(pen.segments), fill, stroke, width))

    def text(
        self,
        text: str,
        x: float,
        middle: float,
        size: float = TEXT_PT,
        colour: str = "",
        anchor: Anchor = "start",
        weight: Weight = "regular",
    ) -> None:
        """Words on one line, the middle of their capitals at this height."""
        self.labels.append(Label(text, x, middle + CAPITALS * size, size, colour or self.look.ink, anchor, weight))

    def lines(self, lines: Sequence[str], x: float, middle: float, anchor: Anchor, size: float = TEXT_PT) -> None:
        """Words on several lines, around this height."""
        step = size * LEADING
        for number, line in enumerate(lines):
            self.text(line, x, middle + (number - (len(lines) - 1) / 2) * step, size, anchor=anchor)

    def place(
        self, shapes: Iterable[Shape], left: float, top: float, scale: float, colour: str, clip: Area | None
    ) -> None:
        """Shapes of an icon, in one colour, scaled."""
        moved = Transform(a=scale, d=scale, e=left, f=top)
        for shape in shapes:
            self.shapes.append(
                replace(
                    shape,
                    path=moved.path(shape.path),
                    fill=colour if shape.fill == CURRENT_COLOUR else shape.fill,
                    stroke=colour if shape.stroke == CURRENT_COLOUR else shape.stroke,
                    stroke_width=shape.stroke_width * scale,
                    clip=clip,
                )
            )

    def drawing(self, width: float, height: float) -> Drawing:
        """What was sketched."""
        areas = [self._area(label) for label in self.labels]
        pen = Pen()
        for start, end in self._grid:
            for first, last in _open_parts(start, end, areas):
                pen.move(*first)
                pen.line(*last)
        shapes = [Shape(tuple(pen.segments), None, self.look.rule, GRID, "butt")] if pen.segments else []
        return Drawing(width, height, (*shapes, *self.shapes), tuple(self.labels))

    def _area(self, label: Label) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the room that words need."""
        width = self.look.width(label.text, label.size, label.weight)
        left = label.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * width
        top = label.y - CAPITAL_HEIGHT * label.size
        return left - CLEAR, top - CLEAR, left + width + CLEAR, label.y + CLEAR


def _open_parts(
    start: Point, end: Point, areas: Iterable[tuple[float, float, float, float]]
) -> Iterator[tuple[Point, Point]]:
    """The parts of a level or upright line that lie outside of some areas."""
    along = 0 if start[1] == end[1] else 1
    across = start[1 - along]
    hit = sorted((area[along], area[along + 2]) for area in areas if area[1 - along] < across < area[3 - along])
    at = start[along]
    for first, last in [*hit, (end[along], end[along])]:
        stop = min(first, end[along])
        if stop - at > SHORTEST:
            yield ((at, across), (stop, across)) if along == 0 else ((across, at), (across, stop))
        at = max(at, last)
