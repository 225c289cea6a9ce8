"""Tables as HTML: real header cells, and labels for narrow screens, where page.css makes each row a card."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from lessonkit.document import Block, Row, Table
from lessonkit.reading import words_in
from lessonkit.render.html.inline import inline
from lessonkit.render.html.tag import group, number, tag

Blocks = Callable[[Iterable[Block]], Markup]


def table(node: Table, blocks: Blocks) -> Markup:
    """The table in a container by whose width it decides whether rows are lines or cards.

    Roles are spelled out because browsers drop a table's own when CSS lays its rows out as cards.
    """
    two_columns = node.row_headers and len(node.widths) == 2
    labels = [] if two_columns or not node.head else [words_in(cell.blocks, "…") for cell in node.head[-1].cells]
    caption = tag("caption", inline(node.caption), class_="caption") if node.caption else ""
    head = group("thead", (_head_row(row, blocks) for row in node.head), role="rowgroup") if node.head else ""
    body = group("tbody", (_row(row, labels, node.row_headers, blocks) for row in node.body), role="rowgroup")
    parts = [caption, _columns(node.widths), head, body]
    inside = group("table", parts, role="table", class_="two-columns" if two_columns else None)
    return tag("div", inside, class_="table")


def _columns(widths: tuple[float, ...]) -> Markup:
    whole = sum(widths) or 1
    return tag("colgroup", *(tag("col", style=f"width:{number(100 * share / whole)}%") for share in widths))


def _head_row(row: Row, blocks: Blocks) -> Markup:
    cells = (tag("th", blocks(cell.blocks), scope="col", role="columnheader") for cell in row.cells)
    return group("tr", cells, role="row")


def _row(row: Row, labels: list[str], row_headers: bool, blocks: Blocks) -> Markup:
    cells = []
    for number_, cell in enumerate(row.cells):
        if cell.header or (row_headers and number_ == 0):
            cells.append(tag("th", blocks(cell.blocks), scope="row", role="rowheader"))
        else:
            label = labels[number_] if number_ < len(labels) else None
            cells.append(tag("td", blocks(cell.blocks), role="cell", data_label=label or None))
    return group("tr", cells, role="row")
