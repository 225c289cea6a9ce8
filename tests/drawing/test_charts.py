from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonkit.appearance import contrast
from lessonkit.document import Chart, Series
from lessonkit.drawing import Drawing, Label, Shape
from lessonkit.drawing.charts import draw_chart
from lessonkit.drawing.charts.line import spread
from lessonkit.drawing.charts.look import look_of
from lessonkit.drawing.charts.scale import round_number, scale_for, shown
from lessonkit.problems import LessonkitError, Place
from render.every_node import ASSETS, THEME

NAMES = ("A parent or carer", "A teacher or another adult at the school that you go to", "Nobody")
BARS = Chart("bar", NAMES, (Series("Pupils", (14, 9, 0)),), "pupils")
GROUPS = Chart("bar", ("Before", "After"), (Series("Girls", (42, 93)), Series("Boys", (35.5, 81))), "%")
LINES = Chart("line", ("2023", "2024", "2025"), (Series("Girls", (4, 9, 12)), Series("Boys", (3, 8, 11.5))))
ICONS = Chart("pictogram", ("Adult", "Friend"), (Series("Pupils", (35, 47.5)),), "pupils", "people")
PLACE = Place("sources/guide.yaml", 7)


def drawn(chart: Chart, width_mm: float = 150) -> Drawing:
    icon = ASSETS.drawing(chart.icon) if chart.icon else None
    return draw_chart(chart, THEME, width_mm, icon, PLACE)


def words(drawing: Drawing) -> list[str]:
    return [label.text for label in drawing.labels]


def label(drawing: Drawing, text: str) -> Label:
    (found,) = [each for each in drawing.labels if each.text == text]
    return found


def area(shape: Shape) -> tuple[float, float, float, float]:
    numbers = [number for _, *values in shape.path for number in values]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def box(label: Label) -> tuple[float, float, float, float]:
    width = look_of(THEME).width(label.text, label.size, label.weight)
    left = label.x - {"start": 0, "middle": 0.5, "end": 1}[label.anchor] * width
    return left, label.y - 0.7 * label.size, left + width, label.y + 0.2 * label.size


ALL = (BARS, GROUPS, LINES, ICONS, replace(BARS, kind="line"), replace(GROUPS, kind="line"))


@pytest.mark.parametrize("chart", ALL)
@pytest.mark.parametrize("width_mm", [95, 150, 170])
def test_chart_stays_inside_its_width_in_type_of_nine_points_and_more(chart: Chart, width_mm: float) -> None:
    drawing = drawn(chart, width_mm)
    assert drawing.width == pytest.approx(width_mm * 72 / 25.4)
    for found in [*map(box, drawing.labels), *map(area, drawing.shapes)]:
        assert found[0] >= -1
        assert found[1] >= -1
        assert found[2] <= drawing.width + 1
        assert found[3] <= drawing.height + 1
    assert min(each.size for each in drawing.labels) >= 9


@pytest.mark.parametrize("chart", ALL)
@pytest.mark.parametrize("width_mm", [95, 150])
def test_no_words_run_into_each_other(chart: Chart, width_mm: float) -> None:
    boxes = [box(each) for each in drawn(chart, width_mm).labels]
    for number, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


@pytest.mark.parametrize("chart", ALL)
def test_every_name_and_value_is_printed(chart: Chart) -> None:
    printed = " ".join(words(drawn(chart)))
    for name in chart.categories:
        assert all(word in printed for word in name.split())
    if len(chart.series) > 1:
        assert all(series.name in printed for series in chart.series)
    for series in chart.series:
        assert all(shown(value, chart.unit) in words(drawn(chart)) for value in series.values)
    assert chart.unit in printed


def test_bars_begin_at_zero_and_are_as_long_as_their_values() -> None:
    bars = [area(each) for each in drawn(BARS).shapes if each.fill]
    ten = label(drawn(BARS), "10")
    lengths = [right - left for left, _, right, _ in bars]
    assert lengths[0] / lengths[1] == pytest.approx(14 / 9)
    assert ten.x == pytest.approx(bars[0][0] + lengths[0] * 10 / 14)


def test_long_name_is_wrapped_into_lines_of_about_one_length() -> None:
    lines = [text for text in words(drawn(BARS)) if text in NAMES[1]]
    assert len(lines) >= 2
    assert " ".join(lines) == NAMES[1]
    assert max(map(len, lines)) < 2 * min(map(len, lines))


def test_series_differ_in_more_than_colour() -> None:
    bars = drawn(Chart("bar", ("A",), tuple(Series(str(n), (9 + n,)) for n in range(4))))
    patterns = {
        tuple(len(each.path) for each in bars.shapes if colour in (each.fill, each.stroke)) for colour in COLOURS
    }
    assert len(patterns) == 4
    lines = drawn(Chart("line", ("A", "B"), tuple(Series(str(n), (9 + n, 20 - n)) for n in range(4))))
    assert len({each.dash for each in lines.shapes if each.stroke in COLOURS and not each.fill}) == 4


COLOURS = look_of(THEME).series


@pytest.mark.parametrize("colour", COLOURS)
def test_colours_of_series_stand_out_enough_for_words(colour: str) -> None:
    assert contrast(colour, THEME.palette["paper"]) >= 4.5


def test_line_names_stand_apart_where_lines_end_together() -> None:
    close = Chart("line", ("A", "B"), tuple(Series(f"Class {n}", (n, 10 + n / 100)) for n in range(4)))
    heights = sorted(label(drawn(close), f"Class {n}").y for n in range(4))
    assert all(lower - upper >= 13 for upper, lower in pairwise(heights))


@pytest.mark.parametrize(
    ("heights", "spaced"),
    [([10, 40], [10, 40]), ([10, 12, 14], [10, 20, 30]), ([88, 95, 99], [80, 90, 100]), ([20, 98, 99], [20, 90, 100])],
)
def test_names_are_moved_apart_but_not_below_the_axis(heights: list[float], spaced: list[float]) -> None:
    assert spread(heights, 10, 100) == spaced


def test_pictogram_counts_in_icons_and_says_for_how_many_each_stands() -> None:
    drawing = drawn(ICONS)
    assert "= 5 pupils" in words(drawing)
    per_icon = len(ASSETS.drawing("people").shapes)
    strong = [each for each in drawing.shapes if each.stroke == COLOURS[0]]
    assert len(strong) == per_icon * (7 + 10 + 1), "7 for 35, 9½ for 47.5, and one in the key"
    (half,) = {each.clip for each in strong if each.clip}
    assert half is not None
    assert half[2] == pytest.approx(half[3] / 2)


def test_pictogram_of_single_things_leaves_their_plural_out() -> None:
    drawing = drawn(Chart("pictogram", ("Red", "Blue"), (Series("", (7, 4)),), "votes"))
    assert "= 1" in words(drawing)
    assert len([each for each in drawing.shapes if each.fill == COLOURS[0]]) == 12


@pytest.mark.parametrize(
    ("values", "intervals", "ticks"),
    [
        ((22,), 5, (0, 5, 10, 15, 20, 25)),
        ((3,), 5, (0, 1, 2, 3)),
        ((1,), 5, (0, 1)),
        ((0.3,), 4, (0, 0.1, 0.2, 0.3)),
        ((93, 81), 4, (0, 25, 50, 75, 100)),
        ((12,), 5, (0, 5, 10, 15)),
        ((2100,), 4, (0, 1000, 2000, 3000)),
    ],
)
def test_ticks_are_round_and_begin_at_zero(values: tuple[float, ...], intervals: int, ticks: tuple[float, ...]) -> None:
    assert scale_for(values, intervals).ticks == pytest.approx(ticks)


@pytest.mark.parametrize(("least", "number"), [(0.4, 1), (1, 1), (1.2, 2), (4.75, 5), (5.1, 10), (18, 20), (230, 500)])
def test_icons_stand_for_round_numbers(least: float, number: float) -> None:
    assert round_number(least) == number


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (9.0, "", "9"),
        (2.5, "%", "2.5%"),
        (7, "£", "£7"),
        (20, "°C", "20°C"),
        (1200, "pupils", "1,200"),
        (12345, "", "12,345"),
    ],
)
def test_numbers_are_printed_as_people_write_them(value: float, unit: str, text: str) -> None:
    assert shown(value, unit) == text


@pytest.mark.parametrize(
    ("chart", "complaint"),
    [
        (replace(BARS, categories=(), series=()), "has no numbers"),
        (replace(BARS, series=(Series("Pupils", (1, 2)),)), "“Pupils” has 2 numbers for 3 rows"),
        (replace(BARS, series=(Series("Pupils", (1, -2, 3)),)), "is -2, but this chart begins at 0"),
        (replace(BARS, series=(Series("Pupils", (1, 2, nan)),)), "“Nobody” has no number"),
        (replace(BARS, series=(Series("Pupils", (1, 2, 1e15)),)), "too large a number"),
        (replace(BARS, series=(Series("Pupils", (0, 0, 0)),)), "All numbers of this chart are 0"),
        (replace(BARS, series=BARS.series * 5), "has 5 series"),
        (replace(BARS, categories=("a",) * 25, series=(Series("", (1,) * 25),)), "has 25 rows"),
        (replace(ICONS, series=ICONS.series * 2), "shows one series"),
        (replace(LINES, categories=("2023",), series=(Series("", (1,)),)), "at least two points"),
        (replace(LINES, categories=("Donaudampfschifffahrtsgesellschaft",) * 3), "do not fit below its lines"),
        (replace(BARS, categories=("Donaudampfschifffahrtsgesellschaftskapitaensmuetzenband" * 2,) * 3), "no room"),
    ],
)
def test_what_cannot_be_drawn_is_refused_at_its_place(chart: Chart, complaint: str) -> None:
    with pytest.raises(LessonkitError) as caught:
        drawn(chart)
    assert str(caught.value).startswith("sources/guide.yaml:7: ")
    assert complaint in str(caught.value)
    assert caught.value.problems[0].todo


@pytest.mark.parametrize("chart", ALL)
def test_chart_without_room_is_refused(chart: Chart) -> None:
    with pytest.raises(LessonkitError, match=r"wider"):
        drawn(chart, 30)


NAME = st.text("abcdefgh ijklm nopqr-stuvwxyz%ÄÖÉ", min_size=1, max_size=40).filter(str.strip)
VALUE = st.one_of(st.integers(0, 120), st.floats(0, 1e7, width=32), st.just(0.5))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    count = draw(st.integers(1, 8))
    values = st.lists(VALUE, min_size=count, max_size=count).map(lambda found: tuple(round(v, 2) for v in found))
    series = tuple(Series(draw(NAME), draw(values)) for _ in range(draw(st.integers(1, 4))))
    kind = draw(st.sampled_from(["bar", "line", "pictogram"]))
    unit = draw(st.sampled_from(["", "%", "pupils", "£"]))
    names = tuple(draw(NAME) for _ in range(count))
    return Chart(kind, names, series, unit)  # type: ignore[arg-type]


@given(charts(), st.floats(60, 180))
def test_any_chart_is_drawn_inside_its_width_or_refused(chart: Chart, width_mm: float) -> None:
    try:
        drawing = drawn(chart, width_mm)
    except LessonkitError:
        return
    for found in [*map(box, drawing.labels), *map(area, drawing.shapes)]:
        assert found[0] >= -1
        assert found[1] >= -1
        assert found[2] <= drawing.width + 1
        assert found[3] <= drawing.height + 1
