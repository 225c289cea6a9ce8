"""Widths of columns as plain numbers: never below the longest word, never wider than there is room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonkit.render.givenwidths import widened
from lessonkit.render.pdf.widths import Demand, Extent, column_extents, fitted

EXTENTS = st.tuples(st.floats(1, 100), st.floats(0, 400)).map(lambda pair: Extent(pair[0], pair[0] + pair[1]))


@given(st.lists(EXTENTS, min_size=1, max_size=8), st.floats(10, 900))
def test_columns_fit_and_hold_their_longest_words(extents: list[Extent], room: float) -> None:
    widths = fitted(extents, room)
    least = sum(extent.least for extent in extents)
    assert (widths is None) == (least > room + 0.01)
    if widths is not None:
        assert sum(widths) <= max(room, least) + 0.01
        assert all(width >= extent.least - 0.01 for width, extent in zip(widths, extents, strict=True))


def test_columns_that_need_little_take_no_more_than_they_need() -> None:
    assert fitted([Extent(10, 20), Extent(10, 30)], 400) == [20, 30]


def test_columns_that_need_nearly_all_take_all() -> None:
    assert fitted([Extent(10, 100), Extent(10, 300)], 480) == pytest.approx([120, 360])


def test_what_is_left_is_shared_by_what_each_column_lacks() -> None:
    assert fitted([Extent(50, 50), Extent(20, 120), Extent(30, 230)], 250) == pytest.approx([50, 70, 130])


def test_a_cell_over_two_columns_widens_both() -> None:
    demands = [Demand(0, 2, Extent(50, 100)), Demand(0, 1, Extent(10, 20)), Demand(1, 1, Extent(20, 60))]
    assert column_extents(2, demands) == [Extent(15, 25), Extent(35, 75)]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 3), EXTENTS), min_size=1, max_size=12))
def test_columns_together_hold_every_cell(asked: list[tuple[int, int, Extent]]) -> None:
    demands = [Demand(first, count, extent) for first, count, extent in asked]
    columns = column_extents(7, demands)
    for demand in demands:
        covered = columns[demand.first : demand.first + demand.count]
        assert sum(column.least for column in covered) >= demand.extent.least - 0.001
        assert sum(column.natural for column in covered) >= demand.extent.natural - 0.001


def test_a_column_of_figures_takes_from_its_neighbours_what_its_longest_word_lacks() -> None:
    assert widened([20, 180, 100], [30, 40, 50]) == pytest.approx([30, 180 - 10 * 140 / 190, 100 - 10 * 50 / 190])


def test_given_widths_stay_where_nothing_is_broken_or_nothing_can_be_spared() -> None:
    assert widened([30, 170], [30, 40]) == [30, 170]
    assert widened([30, 170], [90, 190]) == [30, 170]
