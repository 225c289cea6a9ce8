"""Bar charts: bars lie, so that long names have room at their left and values stand at their ends."""

from __future__ import annotations

from lessonkit.dataclass import dataclass
from lessonkit.document import Chart
from lessonkit.drawing.charts.look import LEADING, TEXT_PT, TICK_PT, ChartLook, Undrawable
from lessonkit.drawing.charts.patterns import fill_bar
from lessonkit.drawing.charts.scale import Scale, is_sign, scale_for, shown
from lessonkit.drawing.charts.sketch import Sketch
from lessonkit.drawing.shapes import Drawing

ONE_BAR, GROUPED_BAR, BAR_GAP, GROUP_GAP = 17.0, 13.0, 3.0, 11.0
NAME_GAP, VALUE_GAP = 8.0, 5.0
NAMES_SHARE, WORD_SHARE = 0.34, 0.5
"""How much of the width names take at most; and where one word is longer than that."""
NARROWEST_PLOT = 70.0
TICK_DISTANCE = 62.0
KEY_ROW, SWATCH = 19.0, 16.0


def draw_bars(chart: Chart, look: ChartLook, width: float) -> Drawing:
    """The bars of a chart, this wide."""
    return _Bars(chart, look, width).drawing()


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the bars lie."""

    left: float
    top: float
    width: float

    def end(self, scale: Scale, value: float) -> float:
        return self.left + self.width * scale.share(value)


class _Bars:
    def __init__(self, chart: Chart, look: ChartLook, width: float) -> None:
        self.chart = chart
        self.look = look
        self.width = width
        self.sketch = Sketch(look)
        self.bar = ONE_BAR if len(chart.series) == 1 else GROUPED_BAR
        most = max(NAMES_SHARE * width, min(look.longest_word(chart.categories), WORD_SHARE * width))
        self.names = [look.wrapped(name, most) for name in chart.categories]
        names_width = max(look.width(line, TEXT_PT) for lines in self.names for line in lines)
        values = tuple(value for series in chart.series for value in series.values)
        at_end = max(look.width(shown(value, chart.unit), TEXT_PT, "semibold") for value in values) + VALUE_GAP
        left = names_width + NAME_GAP
        plot = width - left - at_end
        if plot < NARROWEST_PLOT or names_width > WORD_SHARE * width:
            raise Undrawable("The names in this chart leave no room for its bars.", "Shorten them, or make it wider.")
        # A tick may have a figure more than any value: 10 above 9.
        distance = max(TICK_DISTANCE, look.width(shown(max(values) * 10, chart.unit), TICK_PT))
        self.scale = scale_for(values, max(1, min(5, int(plot / distance))))
        # The last number is centred below the end of the scale: half of it needs room at the right.
        half = look.width(shown(self.scale.ticks[-1], chart.unit), TICK_PT) / 2
        plot = min(plot, width - left - half)
        self.frame = _Frame(left, 0.0, plot)
        self.direct = len(chart.series) > 1 and self.names_fit_beside_bars()
        if len(chart.series) > 1 and not self.direct:
            self.frame = _Frame(left, self.key(), plot)

    def names_fit_beside_bars(self) -> bool:
        """True if the bars of the first group leave room for the names of their series."""
        return all(
            self.name_at(series.values[0]) + self.look.width(series.name, TEXT_PT, "semibold") <= self.width
            for series in self.chart.series
        )

    def name_at(self, value: float) -> float:
        end = self.frame.end(self.scale, value) + VALUE_GAP
        return end + self.look.width(shown(value, self.chart.unit), TEXT_PT, "semibold") + 6

    def key(self) -> float:
        """Patterns with the names of their series, above the bars; gives where the bars begin."""
        x, top = 0.0, 0.0
        for number, series in enumerate(self.chart.series):
            needed = SWATCH + 6 + self.look.width(series.name, TEXT_PT, "semibold")
            if needed > self.width:
                what = f"The name “{series.name}” is longer than this chart is wide."
                raise Undrawable(what, "Shorten it, or make the chart wider.")
            if x and x + needed > self.width:
                x, top = 0.0, top + KEY_ROW
            fill_bar(self.sketch, number, x, top + 3, SWATCH, 12)
            self.sketch.text(series.name, x + SWATCH + 6, top + 9, weight="semibold")
            x += needed + 18
        return top + KEY_ROW + 8

    def drawing(self) -> Drawing:
        """Grid below, bars and words above."""
        group = len(self.chart.series) * (self.bar + BAR_GAP) - BAR_GAP
        heights = [max(group, len(lines) * TEXT_PT * LEADING) + GROUP_GAP for lines in self.names]
        bottom = self.frame.top + sum(heights)
        self.grid(bottom)
        top = self.frame.top
        for number, height in enumerate(heights):
            middle = top + height / 2
            self.sketch.lines(self.names[number], self.frame.left - NAME_GAP, middle, "end")
            self.group(number, middle - group / 2)
            top += height
        x = self.frame.left
        self.sketch.line([(x, self.frame.top), (x, bottom)], self.look.muted, 1.25)
        return self.sketch.drawing(self.width, self.ticks(bottom))

    def grid(self, bottom: float) -> None:
        for tick in self.scale.ticks[1:]:
            x = self.frame.end(self.scale, tick)
            self.sketch.grid((x, self.frame.top), (x, bottom))

    def group(self, category: int, top: float) -> None:
        """The bars of one category."""
        for number, series in enumerate(self.chart.series):
            value = series.values[category]
            end = self.frame.end(self.scale, value)
            fill_bar(self.sketch, number, self.frame.left, top, end - self.frame.left, self.bar)
            middle = top + self.bar / 2
            self.sketch.text(shown(value, self.chart.unit), end + VALUE_GAP, middle, weight="semibold")
            if self.direct and not category:
                colour = self.look.series[number]
                self.sketch.text(series.name, self.name_at(value), middle, colour=colour, weight="semibold")
            top += self.bar + BAR_GAP

    def ticks(self, bottom: float) -> float:
        """Numbers below the grid; gives where the drawing ends."""
        for tick in self.scale.ticks:
            x = self.frame.end(self.scale, tick)
            text = shown(tick, self.chart.unit)
            self.sketch.text(text, x, bottom + 9, TICK_PT, self.look.muted, "middle")
        if not self.chart.unit or is_sign(self.chart.unit):
            return bottom + 16
        end = self.frame.left + self.frame.width
        self.sketch.text(self.chart.unit, end, bottom + 23, TICK_PT, self.look.muted, "end")
        return bottom + 30
