"""Line charts: each line has its own dash and marker, and its name at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lessonkit.document import Chart
from lessonkit.drawing.charts.look import LEADING, TEXT_PT, TICK_PT, ChartLook, Undrawable
from lessonkit.drawing.charts.markers import DASHES, LINE, draw_marker
from lessonkit.drawing.charts.scale import is_sign, scale_for, shown
from lessonkit.drawing.charts.sketch import Sketch
from lessonkit.drawing.shapes import Drawing, Point

RATIO, LOWEST, HIGHEST = 0.44, 110.0, 190.0
"""The height of the plot as a share of its width, and its limits in points."""
TICK_GAP, NAME_GAP, END_GAP = 7.0, 6.0, 9.0
VALUE_RISE = 11.0
"""From a point to the middle of its value."""
BETWEEN_NAMES = 13.5
TICK_DISTANCE = 34.0
NARROWEST_PLOT = 80.0


def draw_lines(chart: Chart, look: ChartLook, width: float) -> Drawing:
    """The lines of a chart, this wide."""
    if len(chart.categories) < 2:
        raise Undrawable("A line needs at least two points.", "Give it more, or choose bars.")
    return _Lines(chart, look, width).drawing()


class _Lines:
    def __init__(self, chart: Chart, look: ChartLook, width: float) -> None:
        self.chart = chart
        self.look = look
        self.width = width
        self.sketch = Sketch(look)
        values = tuple(value for series in chart.series for value in series.values)
        named = len(chart.series) > 1
        names = max(look.width(series.name, TEXT_PT, "semibold") for series in chart.series) + END_GAP if named else 0.0
        guess = width - names - 30
        self.height = min(HIGHEST, max(LOWEST, RATIO * guess))
        self.scale = scale_for(values, max(2, int(self.height / TICK_DISTANCE)))
        ticks = max(look.width(shown(tick, chart.unit), TICK_PT) for tick in self.scale.ticks)
        self.left = ticks + TICK_GAP
        self.plot = width - self.left - names
        self.slot = self.plot / len(chart.categories)
        if self.plot < NARROWEST_PLOT or look.longest_word(chart.categories, TICK_PT) > self.slot - 4:
            todo = "Shorten them, make it wider, or choose bars, which leave more room for names."
            raise Undrawable("The names in this chart do not fit below its lines.", todo)
        if max(look.width(shown(value, chart.unit), TEXT_PT, "semibold") for value in values) > self.slot - 2:
            todo = "Make it wider, choose bars, or count in thousands."
            raise Undrawable("The numbers in this chart are too long to stand side by side.", todo)
        word = bool(chart.unit) and not is_sign(chart.unit)
        self.top = VALUE_RISE + 5 + (16 if word else 0)

    def point(self, category: int, value: float) -> Point:
        x = self.left + self.slot * (category + 0.5)
        return x, self.top + self.height * (1 - self.scale.share(value))

    def points(self, number: int) -> list[Point]:
        return [self.point(at, value) for at, value in enumerate(self.chart.series[number].values)]

    def drawing(self) -> Drawing:
        """Grid below, then lines, then markers and words."""
        self.grid()
        for number in range(len(self.chart.series)):
            self.sketch.line(self.points(number), self.look.series[number], LINE, DASHES[number])
        for number in range(len(self.chart.series)):
            for point in self.points(number):
                draw_marker(self.sketch, number, point)
        self.values()
        self.series_names()
        return self.sketch.drawing(self.width, self.categories())

    def grid(self) -> None:
        end = self.left + self.plot
        for tick in self.scale.ticks:
            y = self.point(0, tick)[1]
            if tick:
                self.sketch.grid((self.left, y), (end, y))
            else:
                self.sketch.line([(self.left, y), (end, y)], self.look.muted, 1.25)
            text = shown(tick, self.chart.unit)
            self.sketch.text(text, self.left - TICK_GAP, y, TICK_PT, self.look.muted, "end")
        if self.chart.unit and not is_sign(self.chart.unit):
            self.sketch.text(self.chart.unit, 0, 6, TICK_PT, self.look.muted)

    def values(self) -> None:
        """Each value, above or below its point, on the side where no other line is."""
        for category in range(len(self.chart.categories)):
            for number, above in self.sides(category):
                value = self.chart.series[number].values[category]
                x, y = self.point(category, value)
                y += -VALUE_RISE if above else VALUE_RISE
                self.sketch.text(shown(value, self.chart.unit), x, y, anchor="middle", weight="semibold")

    def sides(self, category: int) -> Iterator[tuple[int, bool]]:
        """The series whose values have room here, and whether above: the highest above its point, the lowest below."""
        order = sorted(range(len(self.chart.series)), key=lambda number: -self.chart.series[number].values[category])
        yield order[0], True
        lowest = order[-1]
        y = self.point(category, self.chart.series[lowest].values[category])[1]
        if len(order) > 1 and y + VALUE_RISE + TEXT_PT / 2 < self.top + self.height:
            yield lowest, False

    def series_names(self) -> None:
        """The names of lines at their ends, moved apart where lines meet."""
        if len(self.chart.series) == 1:
            return
        ends = sorted((self.points(number)[-1][1], number) for number in range(len(self.chart.series)))
        x = self.left + self.plot - self.slot / 2 + self.name_gap([y for y, _ in ends])
        heights = spread([y for y, _ in ends], BETWEEN_NAMES, self.top + self.height)
        for y, (_, number) in zip(heights, ends, strict=True):
            series = self.chart.series[number]
            self.sketch.text(series.name, x, y, colour=self.look.series[number], weight="semibold")

    def name_gap(self, ends: Sequence[float]) -> float:
        """How far from the last points names begin: past the values too, where names are moved apart."""
        if all(lower - upper >= BETWEEN_NAMES for upper, lower in pairwise(ends)):
            return END_GAP
        values = (shown(series.values[-1], self.chart.unit) for series in self.chart.series)
        return max(END_GAP, *(self.look.width(value, TEXT_PT, "semibold") / 2 + 4 for value in values))

    def categories(self) -> float:
        """Names below the lines; gives where the drawing ends."""
        names = [self.look.wrapped(name, self.slot - 4, TICK_PT) for name in self.chart.categories]
        top = self.top + self.height + NAME_GAP
        for at, lines in enumerate(names):
            height = len(lines) * TICK_PT * LEADING
            self.sketch.lines(lines, self.left + self.slot * (at + 0.5), top + height / 2, "middle", TICK_PT)
        return top + max(len(lines) for lines in names) * TICK_PT * LEADING + 3


def spread(heights: Sequence[float], least: float, lowest: float) -> list[float]:
    """Rising heights moved down until they are so far apart, and back up where the last would lie too low."""
    spaced: list[float] = []
    for height in heights:
        spaced.append(max(height, spaced[-1] + least) if spaced else height)
    for at in range(len(spaced) - 1, -1, -1):
        spaced[at] = min(spaced[at], lowest - (len(spaced) - 1 - at) * least)
    return spaced
