"""Which page lies where, for every way of laying pages on sheets."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonkit.paper import SIZES, points
from lessonkit.printing.impose import SCHEMES, Size, Wish, impose
from lessonkit.printing.sides import Area, Plan, Side, Spot
from lessonkit.problems import LessonkitError

CARD = (points(85), points(54))
SCHEME = st.sampled_from(sorted(SCHEMES))
ONCE = [scheme for scheme in SCHEMES if scheme != "copies"]


def size(name: str) -> Size:
    return points(SIZES[name][0]), points(SIZES[name][1])


def numbers(side: Side) -> list[int]:
    """The pages of a side from left to right and from the top, counted from 1."""
    return [spot.page + 1 for spot in sorted(side.spots, key=lambda spot: (-round(spot.area.y), spot.area.x))]


def all_numbers(plan: Plan) -> list[list[int]]:
    return [numbers(side) for side in plan.sides]


def behind(spot: Spot, side: Side, edge: str) -> Area:
    """Where the back of this spot lies, once the sheet has been turned over an edge."""
    upright = (edge == "long") == (side.height >= side.width)
    area = spot.area
    if upright:
        return area._replace(x=side.width - area.right)
    return area._replace(y=side.height - area.top)


def near(one: Area, other: Area) -> bool:
    return all(abs(a - b) < 0.01 for a, b in zip(one, other, strict=True))


# -------------------------------------------------------------------------------------------------- single sheets


def test_a_page_lies_in_the_middle_of_other_paper_and_its_folds_with_it() -> None:
    front, back = impose([size("A5")] * 2, Wish(paper="A4", folds=(points(50),))).sides
    beside = (size("A4")[0] - size("A5")[0]) / 2
    assert front.kept == front.spots[0].area
    assert front.spots[0].scale == 1
    assert front.spots[0].area.x == pytest.approx(beside)
    assert front.folds == pytest.approx((beside + points(50),))
    assert back.folds == pytest.approx((front.width - beside - points(50),)), "behind the fold of the front"


def test_a_page_is_made_smaller_only_where_it_is_larger_than_the_paper() -> None:
    letter = points(215.9), points(279.4)
    plan = impose([letter, size("A4"), size("A3"), size("A4")[::-1]], Wish(paper="A4"))
    assert [round(spot.scale, 3) for side in plan.sides for spot in side.spots] == [0.973, 1, 0.707, 1]
    assert [side.width > side.height for side in plan.sides] == [False, False, False, True]


# ------------------------------------------------------------------------------------------------------ booklets


def test_a_booklet_of_eight_reads_in_order_when_folded() -> None:
    plan = impose([size("A5")] * 8, Wish("booklet"))
    assert all_numbers(plan) == [[8, 1], [2, 7], [6, 3], [4, 5]]
    assert plan.sheets == 2
    assert plan.edge == "short"


def test_a_booklet_of_five_is_filled_up_at_its_end() -> None:
    plan = impose([size("A5")] * 5, Wish("booklet"))
    assert all_numbers(plan) == [[1], [2], [3], [4, 5]]
    assert [spot.area.x > 1 for side in plan.sides[:2] for spot in side.spots] == [True, False]


@pytest.mark.parametrize(
    ("page", "paper", "scale"), [("A5", "", 1), ("A4", "", 1), ("A4", "A3", 1), ("A5", "A4", 1), ("A4", "A4", 0.7071)]
)
def test_a_booklet_lies_on_twice_its_size_or_is_made_smaller(page: str, paper: str, scale: float) -> None:
    side = impose([size(page)] * 4, Wish("booklet", paper)).sides[0]
    assert side.spots[0].scale == pytest.approx(scale, abs=0.001)
    if paper:
        assert (side.height, side.width) == pytest.approx(size(paper))
    assert side.folds == pytest.approx((side.width / 2,))


def test_inner_sheets_move_towards_the_fold_by_the_thickness_of_the_paper() -> None:
    plan = impose([size("A5")] * 12, Wish("booklet", thickness=0.3))
    away = [[abs(side.width / 2 - (s.area.x + s.area.width / 2)) for s in side.spots] for side in plan.sides]
    half = size("A5")[0] / 2
    assert [[round(half - each, 3) for each in side] for side in away] == [
        *([[0, 0]] * 2),
        *([[0.3, 0.3]] * 2),
        *([[0.6, 0.6]] * 2),
    ]
    assert all(
        spot.cell.x == (0 if spot.page + 1 in numbers(side)[:1] else side.width / 2)
        for side in plan.sides
        for spot in side.spots
    )


@given(st.integers(1, 70))
def test_a_folded_booklet_is_a_book(count: int) -> None:
    """Leaf by leaf: open the sheets from the outside in, and the pages follow each other."""
    plan = impose([size("A5")] * count, Wish("booklet"))
    assert len(plan.sides) % 2 == 0
    leaves: dict[int, int] = {}
    for sheet in range(plan.sheets):
        front, back = plan.sides[2 * sheet : 2 * sheet + 2]
        for spot in front.spots:
            is_right = spot.area.x > 1
            leaves[2 * sheet if is_right else 4 * plan.sheets - 1 - 2 * sheet] = spot.page
        for spot in back.spots:
            is_right = spot.area.x > 1
            leaves[4 * plan.sheets - 2 - 2 * sheet if is_right else 2 * sheet + 1] = spot.page
    assert leaves == {at: at for at in range(count)}


# --------------------------------------------------------------------------------------------- several to a side


def test_two_pages_to_a_side_lie_beside_each_other_in_order() -> None:
    plan = impose([size("A4")] * 5, Wish("2-up"))
    assert all_numbers(plan) == [[1, 2], [3, 4], [5]]
    assert plan.sides[0].width > plan.sides[0].height
    assert {round(spot.scale, 3) for side in plan.sides for spot in side.spots} == {0.707}


def test_two_pages_lengthways_lie_above_each_other() -> None:
    plan = impose([size("A4")[::-1]] * 2, Wish("2-up"))
    assert plan.sides[0].height > plan.sides[0].width
    assert plan.sides[0].spots[0].area.y > plan.sides[0].spots[1].area.y


def test_four_pages_to_a_side_lie_in_rows() -> None:
    plan = impose([size("A4")] * 7, Wish("4-up"))
    assert all_numbers(plan) == [[1, 2, 3, 4], [5, 6, 7]]
    assert {spot.scale for side in plan.sides for spot in side.spots} == {0.5}


def test_two_copies_of_an_a5_page_lie_on_a4() -> None:
    plan = impose([size("A5")] * 2, Wish("copies", "A4"))
    assert all_numbers(plan) == [[1, 1], [2, 2]]
    assert {spot.scale for side in plan.sides for spot in side.spots} == {1}


def test_two_copies_of_an_a4_page_lie_on_a3() -> None:
    assert all_numbers(impose([size("A4")], Wish("copies", "A3"))) == [[1, 1]]


def test_a4_is_enlarged_to_a3() -> None:
    (side,) = impose([size("A4")], Wish("enlarged")).sides
    assert (side.width, side.height) == pytest.approx(size("A3"))
    assert side.spots[0].scale == pytest.approx(1.4142, abs=0.002)


# --------------------------------------------------------------------------------------------------------- cards


def test_cut_piles_of_cards_lie_in_order() -> None:
    """23 cards, ten to a sheet: pile after pile, laid on each other, gives 1 to 23."""
    plan = impose([CARD] * 23, Wish("cards", both_sides=False))
    assert plan.sheets == 3
    piles: dict[tuple[int, int], list[int]] = {}
    for side in plan.sides:
        for spot in side.spots:
            piles.setdefault((-round(spot.area.y), round(spot.area.x)), []).append(spot.page + 1)
    assert [number for place in sorted(piles) for number in piles[place]] == list(range(1, 24))


@given(st.integers(2, 80), st.sampled_from(["", "long", "short"]), st.sampled_from([CARD, size("A6"), CARD[::-1]]))
def test_the_back_of_a_card_lies_behind_its_front(count: int, edge: str, card: Size) -> None:
    plan = impose([card] * count, Wish("cards", edge=edge))
    for front, back in zip(plan.sides[::2], plan.sides[1::2], strict=False):
        there = {spot.page: spot for spot in back.spots}
        for spot in front.spots:
            if spot.page + 1 < count:
                assert near(there[spot.page + 1].area, behind(spot, front, plan.edge))


def test_backs_stand_upside_down_if_the_sheet_is_turned_over_the_other_edge() -> None:
    for edge, turn in (("long", 0), ("short", 180)):
        plan = impose([CARD] * 4, Wish("cards", edge=edge))
        assert plan.sides[0].height > plan.sides[0].width
        assert {spot.turn for spot in plan.sides[0].spots} == {0}
        assert {spot.turn for spot in plan.sides[1].spots} == {turn}


def test_what_does_not_fit_is_said_with_what_to_do() -> None:
    with pytest.raises(LessonkitError, match="A page of A3 does not fit on A4"):
        impose([size("A3")] * 2, Wish("cards", "A4"))
    with pytest.raises(LessonkitError, match="not of one size"):
        impose([size("A6"), CARD], Wish("cards"))


# ------------------------------------------------------------------------------------------------- all of them


@given(st.integers(1, 60), st.sampled_from(ONCE), st.booleans(), st.sampled_from(["", "long", "short"]))
def test_every_page_is_placed_exactly_once(count: int, scheme: str, both: bool, edge: str) -> None:
    plan = impose([size("A6")] * count, Wish(scheme, edge=edge, both_sides=both))
    placed = Counter(spot.page for side in plan.sides for spot in side.spots)
    assert placed == Counter(range(count))


@given(st.integers(1, 40), SCHEME, st.sampled_from(["A4", "A3"]), st.sampled_from(["", "long", "short"]))
def test_pages_lie_on_the_paper_and_not_on_each_other(count: int, scheme: str, paper: str, edge: str) -> None:
    for side in impose([size("A6")] * count, Wish(scheme, paper, edge)).sides:
        for at, spot in enumerate(side.spots):
            area = spot.area
            assert area.x >= -1
            assert area.y >= -1
            assert area.right <= side.width + 1
            assert area.top <= side.height + 1
            for other in side.spots[:at]:
                apart = max(other.area.x - area.right, area.x - other.area.right)
                above = max(other.area.y - area.top, area.y - other.area.top)
                assert max(apart, above) > -1


@given(st.integers(1, 60), SCHEME)
def test_no_sheet_comes_empty_at_the_end(count: int, scheme: str) -> None:
    plan = impose([size("A6")] * count, Wish(scheme))
    last = plan.sides[-1:] if scheme != "booklet" else plan.sides[-2:]
    assert any(side.spots for side in last)
