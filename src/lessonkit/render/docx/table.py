"""Tables: a header row that repeats, rows that stay whole, row headers, a title and a description."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.dataclass import dataclass
from lessonkit.document import Heading, Row, Table
from lessonkit.problems import LessonkitError, Problem
from lessonkit.reading import plain, walk, words_in
from lessonkit.render.docx.columnwidths import column_widths
from lessonkit.render.docx.element import twips, w
from lessonkit.render.docx.looks import shading
from lessonkit.render.docx.paragraphs import text_paragraph
from lessonkit.render.docx.piece import Piece, WordParagraph, WordTable, WriteBlocks, pieces_xml
from lessonkit.render.docx.spans import Slot, slots
from lessonkit.render.docx.story import CellKind, Story
from lessonkit.render.docx.tablestyle import TABLE_STYLE


def table(story: Story, node: Table, write: WriteBlocks) -> Iterator[Piece]:
    """A table under its caption. Raises LessonkitError for a table or heading inside a cell."""
    _refuse_structure_in_cells(node)
    if node.caption:
        yield text_paragraph(story, "caption", node.caption)
    widths = [twips(width) for width in column_widths(node, story.theme, story.setting.width_pt)]
    rows = _rows(node)
    with story.within(box=None, list_level=-1, in_definition=False):
        written = [_row(story, node, row, widths, write) for row in rows]
    columns = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    made = WordTable(w("tbl", _properties(node, widths), columns, *written))
    story.latest = made
    yield made


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with all that stands in it."""

    row: Row
    slots: list[Slot]
    is_head: bool
    keep: bool
    """It stays on one page with the next."""


def _rows(node: Table) -> list[_Row]:
    rows = [*zip(node.head, slots(node.head), strict=True), *zip(node.body, slots(node.body), strict=True)]
    found = []
    for number, (row, placed) in enumerate(rows):
        is_head = number < len(node.head)
        # The header stays with the first row, joined rows with each other, and the last row is never alone on a page.
        keep = is_head or number == len(rows) - 2 or any(slot.goes_on for slot in placed)
        found.append(_Row(row, placed, is_head, keep))
    return found


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


def _row(story: Story, node: Table, row: _Row, widths: list[int], write: WriteBlocks) -> str:
    story.place = row.row.place
    cells = []
    for slot in row.slots:
        kind = _kind(node, row.is_head, slot.column)
        width = sum(widths[slot.column : slot.column + slot.cell.columns])
        with story.within(cell=kind, width_pt=width / 20 - 2 * story.theme.table.padding_pt):
            pieces = _pieces(story, slot, kind, write)
            for piece in pieces:
                if isinstance(piece, WordParagraph):
                    piece.keep_with_next = row.keep
                    piece.align = _align(node, slot.column)
        cells.append(_cell(story, kind, slot, width, pieces))
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if row.is_head else ""), *cells)


def _align(node: Table, column: int) -> str:
    """Where the text of a column stands. Numbers stand at the right: not every program knows decimal tabs in cells."""
    match node.aligns[column] if node.aligns else "left":
        case "left":
            return ""
        case "centre":
            return "center"
        case "right" | "number":
            return "right"


def _kind(node: Table, heads: bool, column: int) -> CellKind:
    if heads:
        return "table-head"
    return "table-row-head" if node.row_headers and column == 0 else "table-cell"


def _pieces(story: Story, slot: Slot, kind: CellKind, write: WriteBlocks) -> list[Piece]:
    pieces = write(story, slot.cell.blocks) if slot.begins else []
    # A cell must end in a paragraph: Word repairs the file if it does not.
    return pieces or [WordParagraph(story.styles.paragraph(kind), "")]


def _cell(story: Story, kind: CellKind, slot: Slot, width: int, pieces: list[Piece]) -> str:
    # The header's ground is also the cell's own: programs that ignore table styles would show white on white.
    ground = shading(story.theme, story.theme.table.head_background) if kind == "table-head" else ""
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=slot.cell.columns) if slot.cell.columns > 1 else "",
        w("vMerge", val="restart" if slot.begins else "continue") if slot.cell.rows > 1 else "",
        ground,
    )
    return w("tc", properties, pieces_xml(pieces))


def _refuse_structure_in_cells(node: Table) -> None:
    for row in (*node.head, *node.body):
        for block in walk(block for cell in row.cells for block in cell.blocks):
            if isinstance(block, Table | Heading):
                what = "A table" if isinstance(block, Table) else "A heading"
                raise LessonkitError(
                    Problem(block.place, f"{what} stands inside a table cell, where screen readers lose their way.",
                            "Put it before or after the table.")
                )  # fmt: skip
