"""What the page breaker measures is what is placed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonkit.document import Cell, MultiColumn, Row, Table
from lessonkit.render.pdf.galley import Break, Frame, Galley, Group, Head, Strip
from lessonkit.render.pdf.measures import Measures
from lessonkit.render.pdf.pieces import Placed, Rectangle, Run
from lessonkit.render.pdf.setting import Bleed, place
from render.every_node import THEME
from render.pdf.galleys import lay_out, paragraph

HEAD = Head(7.0, (Placed(0.0, 0.0, (Rectangle(0, 0, 1, 1),)),))
BOXES = ("banner", "card", "note")


@st.composite
def galleys(draw: st.DrawFn) -> list[Strip]:
    """Strips in boxes and columns, as a galley makes them."""
    galley = Galley()

    def fill(depth: int) -> None:
        for _ in range(draw(st.integers(1, 4))):
            galley.space(draw(st.sampled_from([0.0, 6.0])))
            if depth < 3 and draw(st.booleans()):
                with galley.box(Frame(THEME.boxes[draw(st.sampled_from(BOXES))], 0.0, 100.0)):
                    fill(depth + 1)
            elif not galley.columns and draw(st.booleans()):
                with galley.running_through(draw(st.integers(2, 3)), 50.0):
                    fill(depth + 1)
            else:
                galley.add(draw(st.sampled_from([5.0, 10.0, 23.5])), (), head=draw(st.sampled_from([None, None, HEAD])))

    fill(0)
    return galley.strips


@given(galleys(), st.data())
def test_the_height_of_any_page_is_known_before_it_is_placed(strips: list[Strip], data: st.DataObject) -> None:
    measures = Measures(strips)
    first = data.draw(st.integers(0, len(strips) - 1))
    end = data.draw(st.integers(first + 1, len(strips)))
    assert measures.height(first, end) == pytest.approx(place(strips[first:end], Bleed(10, 10, 200)).height)


@given(st.lists(st.sampled_from([5.0, 10.0, 30.0]), min_size=1, max_size=12), st.integers(2, 4))
def test_columns_are_as_low_as_they_can_be(heights: list[float], count: int) -> None:
    def lowest(rest: list[float], left: int) -> float:
        if left == 1 or len(rest) == 1:
            return sum(rest)
        return min(max(sum(rest[:n]), lowest(rest[n:], left - 1)) for n in range(1, len(rest)))

    group = Group(count, 50.0, 0)
    strips = [Strip(height, (), columns=group) for height in heights]
    options = [lowest(heights, columns) for columns in range(1, count + 1)]
    assert place(strips).height == pytest.approx(min(options))


def test_no_column_begins_where_it_never_may() -> None:
    group = Group(2, 50.0, 0)
    strips = [Strip(10.0, (), columns=group) for _ in range(6)]
    assert place(strips).height == 30
    strips[3] = replace(strips[3], before=Break.NEVER)
    assert place(strips).height == 40


def test_a_table_in_columns_repeats_its_head_in_each() -> None:
    row = Row((Cell((paragraph("row"),)),))
    table = Table((Row((Cell((paragraph("Head"),), True),)),), (row,) * 9, (1,), (), row_headers=False)
    (page,) = lay_out(MultiColumn((table,)))
    repeated = [piece.text for group in page.running for piece in group.pieces if isinstance(piece, Run)]
    assert repeated == ["Head"]
