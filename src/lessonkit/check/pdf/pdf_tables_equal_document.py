"""The PDF's tables have the author's rows and columns, and headers that say what they head.

A screen reader speaks the header with each cell; it needs to know which cells are headers, and of what.

Passes: a TH with the scope Column over each column, one with the scope Row before each row;
in a table with spans, the headers of each cell.
Fails: a header row tagged as TD; a row with a cell too few.
Clause: PDF/UA-1 7.5; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.expected import tables
from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.structure import Element, find, lines
from lessonkit.check.rule import Finding, read_rule
from lessonkit.document import Table
from lessonkit.headers import Headers
from lessonkit.reading import fold, words_in

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
    rows = list(_rows(element))
    if len(rows) != len(table.head + table.body):
        what = f"The number of rows differs: {len(rows)} in the PDF, {len(table.head + table.body)} in the document."
        yield RULE.fail(what, TODO, table.place)
        return
    for number, (row, found) in enumerate(zip(table.head + table.body, rows, strict=True), 1):
        ours = [
            _spanning(_header(cell.header, number <= len(table.head)), cell.columns, cell.rows) for cell in row.cells
        ]
        theirs = [_spanning(_kind(cell), _span(cell, "ColSpan"), _span(cell, "RowSpan")) for cell in _cells(found)]
        if ours != theirs:
            what = f"Row {number} of this table has {_named(theirs)} in the PDF, not {_named(ours)}."
            yield RULE.fail(what, TODO, row.place)
    yield from _headers(table, [cell for row in rows for cell in _cells(row)])


def _headers(table: Table, found: list[Element]) -> Iterator[Finding]:
    """In a table with spans, the first cell that is not spoken with the headers that the author's has."""
    headers = Headers(table, "")
    cells = [cell for row in table.head + table.body for cell in row.cells]
    ours = {headers.own(cell): words_in(cell.blocks) for cell in cells}
    theirs = {cell.id: _words(cell) for cell in found}
    for cell, element in zip(cells, found, strict=False):
        expected = [ours[own] for own in (headers.of(cell) or "").split()]
        spoken = [theirs.get(name, "?") for name in _names(element)]
        if expected != spoken and headers.ids:
            both = f"{', '.join(spoken) or 'nothing'}, not {', '.join(expected) or 'nothing'}"
            what = f"The headers of the cell “{words_in(cell.blocks)}” are {both}."
            yield RULE.fail(what, TODO, cell.place or table.place)
            return


def _names(cell: Element) -> list[str]:
    """The ids of the headers of a cell."""
    named = cell.attributes.get("Headers", ())
    return [str(name) for name in named] if isinstance(named, list | tuple) else str(named).split()


def _words(cell: Element) -> str:
    """The words of a cell, without those of notes."""
    return fold(" ".join(line for line in lines(cell, notes=False)))


def _rows(element: Element) -> Iterator[Element]:
    """The rows of a table itself, not those of tables in its cells."""
    for kid in _cells(element):
        if kid.role == "TR":
            yield kid
        elif kid.role in ("THead", "TBody", "TFoot"):
            yield from _rows(kid)


def _cells(row: Element) -> list[Element]:
    return [kid for kid in row.kids if isinstance(kid, Element)]


def _header(header: bool, in_head: bool) -> str:
    if in_head:
        return "column header"
    return "row header" if header else "cell"


def _kind(cell: Element) -> str:
    scopes = {"Column": "column header", "Row": "row header"}
    if cell.role == "TH":
        return scopes.get(str(cell.attributes.get("Scope")), "header without a scope")
    return "cell" if cell.role == "TD" else f"{cell.role} in place of a cell"


def _span(cell: Element, name: str) -> int:
    return int(str(cell.attributes.get(name, 1)))


def _spanning(kind: str, columns: int, rows: int) -> str:
    """`cell`, or `cell over 2 columns`."""
    over = [f"{count} {what}" for count, what in ((columns, "columns"), (rows, "rows")) if count > 1]
    return f"{kind} over {' and '.join(over)}" if over else kind


def _named(cells: list[str]) -> str:
    """`1 row header, 2 cells`."""
    counts = {kind: cells.count(kind) for kind in dict.fromkeys(cells)}
    named = (f"{count} {_plural(kind) if count > 1 else kind}" for kind, count in counts.items())
    return ", ".join(named) or "no cells"


def _plural(kind: str) -> str:
    noun, over, span = kind.partition(" over ")
    return f"{noun}s{over}{span}"


RULE = read_rule(__name__, __doc__, check)
