"""Tables as HTML: real header cells, and labels for narrow screens, where page.css makes each row a card."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from lessonkit.document import Align, Block, Cell, Inlines, Table
from lessonkit.headers import Headers, has_spans
from lessonkit.reading import grid, plain, words_in
from lessonkit.render.html.tag import group, number, tag

Blocks = Callable[[Iterable[Block]], Markup]
Inline = Callable[[Inlines], Markup]
Attributes = dict[str, str | int | None]


def table(node: Table, count: int, blocks: Blocks, inline: Inline, unnamed: str) -> Markup:
    """The table, the document's `count`th, in a container by whose width it decides whether rows are lines or cards.

    Cells that reach over several rows or columns fit on no card: such a table is moved sideways in its container.
    unnamed: what that is called if the table has no caption.
    """
    caption = tag("caption", inline(node.caption), class_="caption") if node.caption else ""
    cells = _Cells(node, count, blocks)
    inside = group("table", [caption, _columns(node.widths), *cells.parts()], role="table", class_=cells.kind)
    if not has_spans(node):
        return tag("div", inside, class_="table cards")
    name = plain(node.caption, "…") or unnamed
    return tag("div", inside, class_="table scrolls", tabindex=0, role="region", aria_label=name)


def _columns(widths: tuple[float, ...]) -> Markup:
    if not widths:
        return Markup("")
    whole = sum(widths) or 1
    return tag("colgroup", *(tag("col", style=f"width:{number(100 * share / whole)}%") for share in widths))


class _Cells:
    """Writes the rows of one table.

    Roles are spelled out because browsers drop a table's own when CSS lays its rows out as cards.
    """

    def __init__(self, node: Table, count: int, blocks: Blocks) -> None:
        self.node = node
        self.blocks = blocks
        self.headers = Headers(node, f"cell.{count}.")
        self.head = grid(node.head)
        last = self.head[-1] if self.head else []
        self.kind = "two-columns" if node.row_headers and len(last) == 2 else None
        named = {} if self.kind else {column: words_in(cell.blocks, "…") for column, cell in last}
        self.labels: dict[int, str] = named

    def parts(self) -> list[str]:
        """The head, if there is one, and the body."""
        head = [self.row([self.head_cell(*placed) for placed in row]) for row in self.head]
        body = [self.row([self.body_cell(*placed) for placed in row]) for row in grid(self.node.body)]
        return [group("thead", head, role="rowgroup") if head else "", group("tbody", body, role="rowgroup")]

    def row(self, cells: list[Markup]) -> Markup:
        return group("tr", cells, role="row")

    def head_cell(self, column: int, cell: Cell) -> Markup:
        return tag("th", self.blocks(cell.blocks), scope="col", role="columnheader", **self.attributes(column, cell))

    def body_cell(self, column: int, cell: Cell) -> Markup:
        attributes = self.attributes(column, cell)
        if cell.header:
            return tag("th", self.blocks(cell.blocks), scope="row", role="rowheader", **attributes)
        return tag(
            "td", self.blocks(cell.blocks), role="cell", data_label=self.labels.get(column) or None, **attributes
        )

    def attributes(self, column: int, cell: Cell) -> Attributes:
        spans: Attributes = {"colspan": cell.columns, "rowspan": cell.rows}
        align: Align = self.node.aligns[column] if self.node.aligns else "left"
        return {
            "class_": None if align == "left" else align,
            "id": self.headers.own(cell),
            "headers": self.headers.of(cell),
        } | {name: count for name, count in spans.items() if count != 1}
