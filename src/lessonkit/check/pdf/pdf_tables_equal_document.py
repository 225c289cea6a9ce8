"""The PDF's tables have the author's rows and columns, and headers that say what they head.

A screen reader speaks the header with each cell; it needs to know which cells are headers, and of what.

Passes: a TH with the scope Column over each column, one with the scope Row before each row.
Fails: a header row tagged as TD; a row with a cell too few.
Clause: PDF/UA-1 7.5; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.expected import tables
from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.structure import Element, find
from lessonkit.check.rule import Finding, read_rule
from lessonkit.document import Table

TODO = "Report this fault."


def check(subject: PdfOutput) -> Iterator[Finding]:
    ours, theirs = tables(subject.document), find(subject.pdf.root, "Table")
    if len(ours) != len(theirs):
        what = f"The PDF has {len(theirs)} tables; the author wrote {len(ours)}."
        yield RULE.fail(what, TODO, subject.document.place)
        return
    for table, element in zip(ours, theirs, strict=True):
        yield from _table(table, element)


def _table(table: Table, element: Element) -> Iterator[Finding]:
    rows = find(element, "TR")
    if len(rows) != len(table.head + table.body):
        what = f"The number of rows differs: {len(rows)} in the PDF, {len(table.head + table.body)} in the document."
        yield RULE.fail(what, TODO, table.place)
        return
    for number, (row, found) in enumerate(zip(table.head + table.body, rows, strict=True), 1):
        ours = [_header(cell.header, number <= len(table.head)) for cell in row.cells]
        theirs = [_kind(cell) for cell in found.kids if isinstance(cell, Element)]
        if ours != theirs:
            what = f"Row {number} of this table has {_named(theirs)} in the PDF, not {_named(ours)}."
            yield RULE.fail(what, TODO, row.place)


def _header(header: bool, in_head: bool) -> str:
    if in_head:
        return "column header"
    return "row header" if header else "cell"


def _kind(cell: Element) -> str:
    scopes = {"Column": "column header", "Row": "row header"}
    if cell.role == "TH":
        return scopes.get(str(cell.attributes.get("Scope")), "header without a scope")
    return "cell" if cell.role == "TD" else f"{cell.role} in place of a cell"


def _named(cells: list[str]) -> str:
    """`1 row header, 2 cells`."""
    counts = {kind: cells.count(kind) for kind in dict.fromkeys(cells)}
    named = (f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in counts.items())
    return ", ".join(named) or "no cells"


RULE = read_rule(__name__, __doc__, check)
