"""Page breaking by itself: any strips become pages in order, and no way to fill pages is better."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lessonkit.render.pdf.breaks import cut
from lessonkit.render.pdf.galley import Break, Strip
from lessonkit.render.pdf.setting import place

ROOM = 100.0


def strips(kinds: str, height: float = 10.0) -> list[Strip]:
    """Strips of one height: a letter each, for where a page may end before it."""
    breaks = {".": Break.FREE, "a": Break.AVOID, "n": Break.NEVER, "f": Break.FORCED}
    return [Strip(height, (), before=breaks[kind]) for kind in kinds]


def counts(found: list[Strip], room: float = ROOM) -> list[int]:
    return [len(page) for page in cut(found, room)]


def filled(found: list[Strip]) -> list[int]:
    """Pages filled one after the other, ended at the last place that allows it: what optimal ones are held against."""
    pages, start = [], 0
    while start < len(found):
        best, end = start + 1, start
        while end < len(found) and (end == start or found[end].before != Break.FORCED):
            end += 1
            if place(found[start:end]).height > ROOM + 0.01:
                break
            if end == len(found) or found[end].before != Break.NEVER:
                best = end
        pages.append(best - start)
        start = best
    return pages


ANY = st.builds(
    Strip,
    height=st.floats(1, 60),
    pieces=st.just(()),
    gap=st.sampled_from([0.0, 0.0, 5.0]),
    before=st.sampled_from([Break.FREE] * 6 + [Break.AVOID] * 3 + [Break.NEVER, Break.FORCED]),
)


@given(st.lists(ANY, max_size=60))
def test_pages_hold_all_strips_in_order_and_none_is_too_high(found: list[Strip]) -> None:
    pages = cut(found, ROOM)
    assert [id(strip) for page in pages for strip in page] == [id(strip) for strip in found]
    for page in pages:
        assert page
        assert place(page).height <= ROOM + 0.01
        assert all(strip.before != Break.FORCED for strip in page[1:])


def emptiness(found: list[Strip], pages: list[int]) -> float:
    """The sum of squares of what pages leave empty, but for those that end where they must."""
    total, start = 0.0, 0
    for count in pages:
        end = start + count
        if end < len(found) and found[end].before != Break.FORCED:
            total += (1 - place(found[start:end]).height / ROOM) ** 2
        start = end
    return total


@given(st.lists(ANY.filter(lambda strip: strip.before != Break.NEVER), min_size=1, max_size=60))
def test_there_are_never_more_pages_than_filling_them_takes(found: list[Strip]) -> None:
    free = [Strip(strip.height, (), strip.gap, min(strip.before, Break.FREE)) for strip in found]
    pages = [len(page) for page in cut(free, ROOM)]
    assert len(pages) == len(filled(free))
    left_over = 0.31
    assert emptiness(free, pages) <= emptiness(free, filled(free)) + left_over


def test_a_strip_that_is_too_high_has_a_page_of_its_own() -> None:
    found = [*strips("..."), Strip(2 * ROOM, ()), *strips("..")]
    assert counts(found) == [3, 1, 2]


def test_what_may_never_be_divided_but_is_higher_than_a_page_is_divided_where_the_page_is_full() -> None:
    assert counts(strips("." + "n" * 14)) == [10, 5]


def test_pages_give_to_each_other_rather_than_leave_one_half_empty() -> None:
    block_of_nine = "." + "n" * 8
    assert filled(strips("." * 14 + block_of_nine + "." * 6)) == [10, 4, 10, 5]
    assert counts(strips("." * 14 + block_of_nine + "." * 6)) == [7, 7, 10, 5]


def test_the_last_page_is_no_left_over_where_others_can_give() -> None:
    assert counts(strips("." * 21)) == [10, 9, 2]


def test_a_callout_is_divided_only_where_its_page_would_stay_too_empty() -> None:
    assert counts(strips("." * 7 + "." + "a" * 4)) == [7, 5]
    assert counts(strips("." * 4 + "." + "a" * 7)) == [10, 2]


def test_a_page_break_is_where_it_is_asked_for_and_page_before_it_may_be_short() -> None:
    assert counts(strips("..f" + "." * 12)) == [2, 10, 3]
