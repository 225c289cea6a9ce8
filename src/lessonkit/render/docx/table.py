"""Tables: a header row that repeats, rows that stay whole, row headers, a title and a description."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.document import Cell, Heading, Row, Table
from lessonkit.problems import LessonkitError, Problem
from lessonkit.reading import plain, walk
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
    with story.within(box=None, list_level=-1):
        rows = [_row(story, row, node, widths, write) for row in node.head + node.body]
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    yield WordTable(w("tbl", _properties(node, widths), grid, *rows))


def _properties(node: Table, widths: list[int]) -> str:
    heads = [fold_cell(cell) for row in node.head for cell in row.cells]
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


def fold_cell(cell: Cell) -> str:
    """The words of a cell."""
    contents = [getattr(block, "content", ()) for block in walk(cell.blocks)]
    return " ".join(plain(content, field="…") for content in contents if content)


def _look_bits(node: Table) -> str:
    """The same as the attributes beside it, for readers that know only this (ISO 29500-1, 17.7.6.1)."""
    return f"{0x0020 * bool(node.head) + 0x0080 * node.row_headers + 0x0400:04X}"


def _widths(node: Table, width_pt: float) -> list[int]:
    return [twips(width_pt * share / sum(node.widths)) for share in node.widths]


def _row(story: Story, row: Row, node: Table, widths: list[int], write: WriteBlocks) -> str:
    story.place = row.place
    heads = any(row is head for head in node.head)
    properties = w("trPr", w("cantSplit"), w("tblHeader") if heads else "")
    cells = (
        _cell(story, cell, _kind(node, heads, column), width, write)
        for column, (cell, width) in enumerate(zip(row.cells, widths, strict=True))
    )
    return w("tr", properties, *cells)


def _kind(node: Table, heads: bool, column: int) -> CellKind:
    if heads:
        return "table-head"
    return "table-row-head" if node.row_headers and column == 0 else "table-cell"


def _cell(story: Story, cell: Cell, kind: CellKind, width: int, write: WriteBlocks) -> str:
    padding = 2 * story.theme.table.padding_pt
    with story.within(cell=kind, width_pt=width / 20 - padding):
        pieces = write(story, cell.blocks)
        if not pieces or not isinstance(pieces[-1], WordParagraph):
            # A cell must end in a paragraph: Word repairs the file if it does not.
            pieces.append(WordParagraph(story.styles.paragraph(kind), ""))
    # The header's ground is also the cell's own: programs that ignore table styles would show white on white.
    ground = shading(story.theme, story.theme.table.head_background) if kind == "table-head" else ""
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), ground), pieces_xml(pieces))


def _refuse_structure_in_cells(node: Table) -> None:
    for row in node.head + node.body:
        for block in walk(block for cell in row.cells for block in cell.blocks):
            if isinstance(block, Table | Heading):
                what = "A table" if isinstance(block, Table) else "A heading"
                raise LessonkitError(
                    Problem(block.place, f"{what} stands inside a table cell, where screen readers lose their way.",
                            "Put it before or after the table.")
                )  # fmt: skip
