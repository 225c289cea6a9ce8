"""Column headers point down their column, row headers along their row.

A header that points the wrong way is spoken with the wrong cells.

Passes: Scope Column in the first row, Scope Row in the first column.
Fails: a first row of TH in which a Scope is Row; a cell whose Headers name a cell that is not there.
Fix: In Acrobat, Fix reading order, Table Editor, Table Cell Properties, Scope.
Clause: PDF/UA-1 7.5; ISO 32000-1 14.8.5.7
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.cos import text
from lessonkit.check.anypdf.facts import Node
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.anypdf.tables import rows_of, span
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    for table in subject.facts.nodes:
        rows = rows_of(table) if table.role == "Table" else []
        yield from _named(subject, table, rows)
        if len(rows) < 2 or len(rows[0]) < 2:
            continue
        head = rows[0][1:]
        if all(cell.role == "TH" for cell in rows[0]) and (astray := [cell for cell in head if _scope(cell) == "Row"]):
            what = f"The column header {quoted(subject.words(astray[0]))} points along its row."
            yield RULE.fail(what, "Set its Scope to Column.", **subject.spot(table))
        if heads := _down(rows[1:]) or _down_alone(rows[1:]):
            what = f"The row header {quoted(subject.words(heads[0]))} points down its column."
            yield RULE.fail(what, "Set its Scope to Row.", **subject.spot(table))


def _down(rows: list[list[Node]]) -> list[Node]:
    """The first column of headers below the header row that all say they head a column, beside cells of data."""
    if not any(cell.role == "TD" for row in rows for cell in row):
        return []
    for column in zip(*rows, strict=False):
        if all(cell.role == "TH" and _scope(cell) == "Column" for cell in column):
            return list(column)
    return []


def _down_alone(rows: list[list[Node]]) -> list[Node]:
    """The only header of a first column that says it heads a column, where all others head their rows."""
    heads = [row[0] for row in rows if row and row[0].role == "TH"]
    odd = [cell for cell in heads if _scope(cell) == "Column"]
    along = [cell for cell in heads if _scope(cell) == "Row"]
    return odd if len(odd) == 1 and len(along) == len(rows) - 1 > 1 else []


def _scope(cell: Node) -> object:
    return cell.attributes.get("Scope")


def _named(subject: AnyPdf, table: Node, rows: list[list[Node]]) -> Iterator[Finding]:
    """The first cell that names a header which its table does not have, or has elsewhere."""
    places = {cell: (at, column) for at, row in enumerate(rows) for column, cell in enumerate(row)}
    known = {cell.id: place for cell, place in places.items() if cell.id}
    spans = any(span(cell, key) > 1 for cell in places for key in ("ColSpan", "RowSpan"))
    even = not spans and len({len(row) for row in rows}) == 1
    for cell, (at, column) in places.items():
        listed = cell.attributes.get("Headers")
        named = [text(each) or "" for each in listed] if isinstance(listed, list) else []
        lost = any(each not in known for each in named)
        if lost or (even and any(known[each][0] != at and known[each][1] != column for each in named)):
            what = f"The cell {quoted(subject.words(cell))} names a header "
            what += "that its table does not have." if lost else "of another row and column."
            yield RULE.fail(what, "Export the table again, or give its header cells a Scope.", **subject.spot(table))
            return


RULE = read_rule(__name__, __doc__, check)
