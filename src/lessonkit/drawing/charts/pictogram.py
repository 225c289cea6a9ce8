"""Pictograms: rows of icons that each stand for the same number."""

from __future__ import annotations

from lessonkit.document import Chart
from lessonkit.drawing.charts.look import LEADING, TEXT_PT, ChartLook, Undrawable, mixed
from lessonkit.drawing.charts.scale import is_sign, round_number, shown
from lessonkit.drawing.charts.sketch import Sketch
from lessonkit.drawing.pen import Pen
from lessonkit.drawing.shapes import CURRENT_COLOUR, Drawing, Shape

SIZE, GAP, ROW_GAP = 21.0, 3.5, 10.0
NAME_GAP, VALUE_GAP = 11.0, 8.0
NAMES_SHARE, WORD_SHARE = 0.34, 0.5
MOST_IN_A_ROW = 10
GHOST = 0.28
"""How strong the part of an icon is that does not count."""
KEY_SIZE = 15.0


def draw_pictogram(chart: Chart, look: ChartLook, width: float, icon: Drawing | None) -> Drawing:
    """The rows of a pictogram, this wide; without an icon it counts with discs."""
    if len(chart.series) != 1:
        raise Undrawable("A pictogram shows one series, not several.", "Leave one, or choose bars.")
    return _Pictogram(chart, look, width, icon or disc()).drawing()


def disc() -> Drawing:
    """What a pictogram counts with unless told."""
    pen = Pen()
    pen.ellipse(24, 24, 20, 20)
    return Drawing(48, 48, (Shape(tuple(pen.segments), CURRENT_COLOUR),))


class _Pictogram:
    def __init__(self, chart: Chart, look: ChartLook, width: float, icon: Drawing) -> None:
        self.chart = chart
        self.look = look
        self.width = width
        self.icon = icon
        self.sketch = Sketch(look)
        self.values = chart.series[0].values
        most = max(NAMES_SHARE * width, min(look.longest_word(chart.categories), WORD_SHARE * width))
        self.names = [look.wrapped(name, most) for name in chart.categories]
        names_width = max(look.width(line, TEXT_PT) for lines in self.names for line in lines)
        at_end = max(look.width(shown(value, chart.unit), TEXT_PT, "semibold") for value in self.values) + VALUE_GAP
        self.left = names_width + NAME_GAP
        self.step = SIZE * icon.width / icon.height + GAP
        room = int((width - self.left - at_end) / self.step)
        if room < 3:
            raise Undrawable("The names in this pictogram leave no room for icons.", "Shorten them, or make it wider.")
        self.each = round_number(max(self.values) / min(room, MOST_IN_A_ROW))

    def drawing(self) -> Drawing:
        """A row for each category, then what an icon stands for."""
        top = 0.0
        for number, lines in enumerate(self.names):
            height = max(SIZE, len(lines) * TEXT_PT * LEADING) + ROW_GAP
            middle = top + height / 2
            self.sketch.lines(lines, self.left - NAME_GAP, middle, "end")
            self.row(self.values[number], middle)
            top += height
        self.sketch.line([(self.left - NAME_GAP / 2, 0), (self.left - NAME_GAP / 2, top)], self.look.muted, 1.25)
        return self.sketch.drawing(self.width, self.key(top))

    def row(self, value: float, middle: float) -> None:
        whole, rest = divmod(value / self.each, 1)
        rest = rest if rest > 1e-6 else 0.0
        x = self.left
        for _ in range(int(whole)):
            self.draw(x, middle, SIZE)
            x += self.step
        if rest:
            self.draw(x, middle, SIZE, rest)
            x += self.step
        self.sketch.text(shown(value, self.chart.unit), x - GAP + VALUE_GAP, middle, weight="semibold")

    def draw(self, left: float, middle: float, size: float, share: float = 1.0) -> None:
        """An icon, or its left part strong and the rest pale."""
        colour, scale, top = self.look.series[0], size / self.icon.height, middle - size / 2
        width = size * self.icon.width / self.icon.height
        clip = None
        if share < 1:
            pale = mixed(colour, self.look.paper, GHOST)
            self.sketch.place(self.icon.shapes, left, top, scale, pale, None)
            clip = (left, top, width * share, size)
        self.sketch.place(self.icon.shapes, left, top, scale, colour, clip)

    def key(self, top: float) -> float:
        """What one icon stands for; gives where the drawing ends. One has no unit: its word might be a plural."""
        middle = top + 6 + KEY_SIZE / 2
        self.draw(self.left, middle, KEY_SIZE)
        words = f"= {shown(self.each, self.chart.unit)}"
        if self.chart.unit and not is_sign(self.chart.unit) and self.each != 1:
            words += f" {self.chart.unit}"
        x = self.left + KEY_SIZE * self.icon.width / self.icon.height + 5
        self.sketch.text(words, x, middle, colour=self.look.muted)
        return middle + KEY_SIZE / 2 + 2
