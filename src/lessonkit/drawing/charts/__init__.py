"""Charts: numbers drawn as bars, lines or rows of icons, in the colours and type of a theme."""

from __future__ import annotations

from functools import lru_cache
from math import isfinite
from typing import assert_never

from lessonkit.appearance import Theme
from lessonkit.document import Chart
from lessonkit.drawing.charts.bar import draw_bars
from lessonkit.drawing.charts.line import draw_lines
from lessonkit.drawing.charts.look import MM, MOST_SERIES, ChartLook, Undrawable, look_of
from lessonkit.drawing.charts.pictogram import draw_pictogram
from lessonkit.drawing.shapes import Drawing
from lessonkit.problems import LessonkitError, Place, Problem

__all__ = ["draw_chart"]

MOST_CATEGORIES = 24
LARGEST = 1e12
"""Beyond this numbers have more figures than a chart has room for."""


def draw_chart(chart: Chart, theme: Theme, width_mm: float, icon: Drawing | None, place: Place | None) -> Drawing:
    """The drawing of a chart, in points: at this width its words are 9 pt and larger.

    icon: what a pictogram counts with. Raises LessonkitError, at the place, for numbers that cannot be drawn.
    """
    try:
        check_numbers(chart)
        return _drawn(chart, look_of(theme), width_mm * MM, icon)
    except Undrawable as error:
        raise LessonkitError(Problem(place, str(error), error.todo)) from error


def check_numbers(chart: Chart) -> None:
    """Refuse data that no chart can show truthfully."""
    if not chart.categories or not chart.series:
        raise Undrawable("This chart has no numbers.", "Give it at least one row and one column of them.")
    if len(chart.series) > MOST_SERIES:
        what = f"This chart has {len(chart.series)} series; more than {MOST_SERIES} cannot be told apart."
        raise Undrawable(what, "Make two charts, or leave the numbers to a table.")
    if len(chart.categories) > MOST_CATEGORIES:
        what = f"This chart has {len(chart.categories)} rows; {MOST_CATEGORIES} are the most that can be read."
        raise Undrawable(what, "Leave some out, or leave the numbers to a table.")
    for series in chart.series:
        if len(series.values) != len(chart.categories):
            what = f"“{series.name}” has {len(series.values)} numbers for {len(chart.categories)} rows."
            raise Undrawable(what, "Give one number for each row.")
        for category, value in zip(chart.categories, series.values, strict=True):
            _check_number(value, category)
    if not any(value for series in chart.series for value in series.values):
        raise Undrawable("All numbers of this chart are 0.", "Say so in words instead.")


def _check_number(value: float, category: str) -> None:
    if not isfinite(value):
        raise Undrawable(f"“{category}” has no number in this chart.", "Give one, or leave the row out.")
    if value < 0:
        what = f"“{category}” is {value:g}, but this chart begins at 0."
        raise Undrawable(what, "Leave numbers below 0 to a table.")
    if value > LARGEST:
        raise Undrawable(f"“{category}” is {value:g}: too large a number to print.", "Count in thousands or millions.")


@lru_cache(maxsize=200)
def _drawn(chart: Chart, look: ChartLook, width: float, icon: Drawing | None) -> Drawing:
    match chart.kind:
        case "bar":
            return draw_bars(chart, look, width)
        case "line":
            return draw_lines(chart, look, width)
        case "pictogram":
            return draw_pictogram(chart, look, width, icon)
        case _:
            assert_never(chart.kind)
