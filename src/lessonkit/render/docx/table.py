"""Tables: a header row that repeats, rows that stay whole, row headers, a title and a description."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.document import Cell, Heading, Row, Table
from lessonkit.problems import LessonkitError, Problem
from lessonkit.reading import plain, walk, words_in
from lessonkit.render.docx.element import twips, w
from lessonkit.render.docx.looks import shading
from lessonkit.render.docx.paragraphs import text_paragraph
from lessonkit.render.docx.piece import Piece, WordParagraph, WordTable, WriteBlocks, pieces_xml
from lessonkit.render.docx.story import CellKind, Story
from lessonkit.render.docx.tablestyle import TABLE_STYLE


def table(story: Story, node: Table, write: WriteBlocks) -> Iterator[Piece]:
    """A table under its caption. Raises LessonkitError for a table or heading inside a cell."""
    _refuse_structure_in_cells(node)
    if node.caption:
        yield text_paragraph(story, "caption", node.caption)
    widths = _widths(node, story.setting.width_pt)
    rows = (*node.head, *node.body)
    with story.within(box=None, list_level=-1, in_definition=False):
        written = [_row(story, node, row, number, widths, write) for number, row in enumerate(rows)]
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    yield WordTable(w("tbl", _properties(node, widths), grid, *written))


def _properties(node: Table, widths: list[int]) -> str:
    heads = [words_in(cell.blocks, "…") for row in node.head for cell in row.cells]
    look = {"firstRow": int(bool(node.head)), "firstColumn": int(node.row_headers)}
    return w(
        "tblPr",
        w("tblStyle", val=TABLE_STYLE),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val=_look_bits(node), **look, lastRow=0, lastColumn=0, noHBand=0, noVBand=1),
        w("tblCaption", val=plain(node.caption, field="…")) if node.caption else "",
        w("tblDescription", val="; ".join(head for head in heads if head)),
    )


def _look_bits(node: Table) -> str:
    """The same as the attributes beside it, for readers that know only this (ISO 29500-1, 17.7.6.1)."""
    return f"{0x0020 * bool(node.head) + 0x0080 * node.row_headers + 0x0400:04X}"


def _widths(node: Table, width_pt: float) -> list[int]:
    return [twips(width_pt * share / sum(node.widths)) for share in node.widths]


def _row(story: Story, node: Table, row: Row, number: int, widths: list[int], write: WriteBlocks) -> str:
    story.place = row.place
    is_head = number < len(node.head)
    # The header stays with the first row, and the last row is never alone on a page.
    keep = is_head or number == len(node.head) + len(node.body) - 2
    cells = []
    for column, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
        kind = _kind(node, is_head, column)
        with story.within(cell=kind, width_pt=width / 20 - 2 * story.theme.table.padding_pt):
            cells.append(_cell(story, kind, width, _kept(_pieces(story, cell, kind, write), keep)))
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if is_head else ""), *cells)


def _kind(node: Table, heads: bool, column: int) -> CellKind:
    if heads:
        return "table-head"
    return "table-row-head" if node.row_headers and column == 0 else "table-cell"


def _pieces(story: Story, cell: Cell, kind: CellKind, write: WriteBlocks) -> list[Piece]:
    pieces = write(story, cell.blocks)
    # A cell must end in a paragraph: Word repairs the file if it does not.
    return pieces or [WordParagraph(story.styles.paragraph(kind), "")]


def _kept(pieces: list[Piece], keep: bool) -> list[Piece]:
    """The pieces, kept on one page with the next row."""
    for piece in pieces:
        if isinstance(piece, WordParagraph):
            piece.keep_with_next = keep
    return pieces


def _cell(story: Story, kind: CellKind, width: int, pieces: list[Piece]) -> str:
    # The header's ground is also the cell's own: programs that ignore table styles would show white on white.
    ground = shading(story.theme, story.theme.table.head_background) if kind == "table-head" else ""
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), ground), pieces_xml(pieces))


def _refuse_structure_in_cells(node: Table) -> None:
    for row in (*node.head, *node.body):
        for block in walk(block for cell in row.cells for block in cell.blocks):
            if isinstance(block, Table | Heading):
                what = "A table" if isinstance(block, Table) else "A heading"
                raise LessonkitError(
                    Problem(block.place, f"{what} stands inside a table cell, where screen readers lose their way.",
                            "Put it before or after the table.")
                )  # fmt: skip
