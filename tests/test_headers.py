"""Header cells of tables with spans: which of them are spoken with each cell."""

from dataclasses import replace

from lessonkit.document import Table
from lessonkit.headers import Headers
from lessonkit.reading import words_in
from render.every_node import COUNTS, HOURS


def spoken(table: Table) -> dict[str, list[str]]:
    """The words of each cell and those of its headers."""
    headers = Headers(table, "c")
    cells = [cell for row in table.head + table.body for cell in row.cells]
    names = {headers.own(cell): words_in(cell.blocks) for cell in cells}
    return {words_in(cell.blocks): [names[own] for own in (headers.of(cell) or "").split()] for cell in cells}


def test_headers_reach_as_far_as_their_cells() -> None:
    found = spoken(HOURS)
    assert found["By night"] == ["When"]
    assert found["Childline"] == ["Who"]
    assert found["No"] == ["The school", "When", "By night"]


def test_a_cell_over_two_columns_has_the_headers_of_both() -> None:
    assert spoken(HOURS)["Free from every telephone"] == ["Childline", "When", "By day", "By night"]


def test_without_spans_no_ids_are_needed() -> None:
    assert not any(spoken(replace(COUNTS)).values())
