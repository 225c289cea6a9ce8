"""Tables of a Word file: their rows, cells, titles and header rows."""

from __future__ import annotations

from lxml import etree

from lessonkit.check.docx.names import OFF, W, ancestor, attribute, child_value, inside, is_on, whole
from lessonkit.check.docx.text import paragraph_text
from lessonkit.check.docx.wordfile import WordRow, WordTable
from lessonkit.reading import fold

FIRST_ROW, LAST_ROW, FIRST_COLUMN, LAST_COLUMN = 0x0020, 0x0040, 0x0080, 0x0100
"""Bits of `w:tblLook` (ISO 29500-4, 17.4.55), which old programs write instead of its attributes."""
MERGES = ("gridSpan", "vMerge", "hMerge")


def read_table(node: etree._Element) -> WordTable:
    """What a `w:tbl` says."""
    properties = node.find(f"{W}tblPr")
    look = None if properties is None else properties.find(f"{W}tblLook")
    return WordTable(
        rows=tuple(_row(row) for row in inside(node, "tr")),
        columns=len(node.findall(f"{W}tblGrid/{W}gridCol")),
        first_row=shows(look, "firstRow", FIRST_ROW),
        first_column=shows(look, "firstColumn", FIRST_COLUMN),
        title="" if properties is None else child_value(properties, "tblCaption"),
        description="" if properties is None else child_value(properties, "tblDescription"),
        nested=ancestor(node, "tc") is not None,
        floats=properties is not None and properties.find(f"{W}tblpPr") is not None,
    )


def shows(look: etree._Element | None, name: str, bit: int) -> bool:
    """True if a table asks its style for a part such as `firstRow`."""
    if look is None:
        return False
    stated = look.get(f"{W}{name}")
    if stated is not None:
        return stated not in OFF
    digits = attribute(look, "val")
    return bool(digits and all(sign in "0123456789abcdefABCDEF" for sign in digits) and int(digits, 16) & bit)


def _row(node: etree._Element) -> WordRow:
    cells = list(inside(node, "tc"))
    merged = any(cell.find(f"{W}tcPr/{W}{name}") is not None for cell in cells for name in MERGES)
    left_out = sum(_number(node, f"{W}trPr/{W}{name}", 0) for name in ("gridBefore", "gridAfter"))
    return WordRow(
        is_header=is_on(node, "trPr", "tblHeader"),
        cannot_split=is_on(node, "trPr", "cantSplit"),
        cells=tuple(fold(" ".join(paragraph_text(line) for line in cell.iter(f"{W}p"))) for cell in cells),
        merged=merged,
        columns=left_out + sum(_number(cell, f"{W}tcPr/{W}gridSpan", 1) for cell in cells),
        holds=tuple(next(cell.iter(f"{W}drawing", f"{W}object", f"{W}sdt"), None) is not None for cell in cells),
    )


def _number(node: etree._Element, path: str, other: int) -> int:
    found = node.find(path)
    return other if found is None else whole(attribute(found, "val"), other)
