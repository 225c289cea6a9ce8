"""Every table has header cells, and says which way they point.

In a table of many columns a screen reader says the header with each cell; without one, a listener hears bare figures.

Passes: a first row of TH with the Scope Column.
Fails: a table of TD alone, or of TH alone; a bold first row tagged as TD; TH without Scope; one cell of data tagged as
TH. For a person to look at: a
column whose header says nothing; a header row that comes again in the middle.
Fix: In Word, Table Layout, Repeat Header Rows, and export again. In Acrobat, Fix reading order, Table Editor, Table
Cell Properties, Header Cell.
Clause: PDF/UA-1 7.5; WCAG 2.2 SC 1.3.1; Matterhorn 15-003
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Colour, Face, Node
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.anypdf.tables import rows_of, span
from lessonkit.check.rule import Finding, read_rule

TODO = "Mark the header row as such in the source, or tag its cells as TH with a Scope."
FEWEST_ROWS = 3
"""With fewer, the odd one cannot be told."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    for table in subject.facts.nodes:
        if table.role == "Table":
            yield from _table(subject, table, rows_of(table))


def _table(subject: AnyPdf, table: Node, rows: list[list[Node]]) -> Iterator[Finding]:
    cells = [cell for row in rows for cell in row]
    heads = [cell for cell in cells if cell.role == "TH"]
    where = f"The table on page {(spot := subject.spot(table))['page'] or '?'}"
    if not cells:
        return
    if len(rows) == 1 or all(len(row) == 1 for row in rows):
        if not heads:
            yield RULE.review(f"{where} has a single row or column; it may be no table.", TODO, **spot)
    elif not heads:
        yield RULE.fail(f"{where} has no header cells.", TODO, **spot)
    elif len(heads) == len(cells) and len({len(row) for row in rows}) == 1:
        yield RULE.fail(f"{where} has header cells alone, and no data.", "Tag the cells of data as TD.", **spot)
    elif _looks_like_headers(subject, rows):
        yield RULE.fail(f"{where} has a first row that looks like headers but is tagged as data.", TODO, **spot)
    elif odd := _odd_cell(rows[0]) or _odd_corner(subject, rows):
        what = f"{where} has a header row in which {quoted(subject.words(odd))} is tagged as data."
        if subject.words(odd):
            yield RULE.fail(what, TODO, **spot)
    elif odd := _odd_row(subject, rows):
        what = f"{where} has a header in each row, but {quoted(subject.words(odd))} is tagged as data."
        yield RULE.fail(what, TODO, **spot)
    elif odd := _odd_header(subject, rows):
        what = f"{where} has a cell of data, {quoted(subject.words(odd))}, that is tagged as a header."
        yield RULE.fail(what, "Tag it as TD.", **subject.spot(odd))
    elif _first_column_looks_like_headers(subject, rows):
        what = f"{where} has a first column that looks like headers but is tagged as data."
        yield RULE.fail(what, TODO, **spot)
    if heads and not any("Scope" in cell.attributes for cell in heads) and not _are_named(cells):
        yield RULE.fail(f"{where} has header cells that do not say which way they point.", TODO, **spot)
    if len(rows) > 1 and rows[0] and heads:
        yield from _first_row(subject, table, rows)


def _first_row(subject: AnyPdf, table: Node, rows: list[list[Node]]) -> Iterator[Finding]:
    """Column headers without words, and those that come again as if they were data."""
    words, spot = [subject.words(cell) for cell in rows[0]], subject.spot(table)
    again = [row for row in rows[1:] if len(row) == len(words) > 1 and [subject.words(cell) for cell in row] == words]
    if again and all(words) and any(cell.role == "TH" for cell in rows[0]):
        what = f"The header row {quoted(' | '.join(words))} comes again in the middle of its table."
        yield RULE.review(what, "Take it out, or mark it as decoration.", **subject.spot(again[0][0]))
    spans = any(span(cell, key) > 1 for row in rows for cell in row for key in ("ColSpan", "RowSpan"))
    for column, cell in enumerate(rows[0]):
        below = [row[column] for row in rows[1:] if len(row) > column]
        if column and not words[column] and not spans and not _shows(subject, cell) and any(map(subject.words, below)):
            what = f"Column {column + 1} of the table on page {spot['page'] or '?'} has a header without words."
            yield RULE.review(what, "Write what stands in the column.", **spot)


def _shows(subject: AnyPdf, cell: Node) -> bool:
    return any(content in subject.facts.shown for content in subject.contents(cell)) or any(
        each.alt for each in cell.walk()
    )


def _odd_cell(row: list[Node]) -> Node | None:
    """A cell of data among column headers."""
    columns = [cell for cell in row[1:] if cell.role == "TH" and cell.attributes.get("Scope") != "Row"]
    return next((cell for cell in row[1:] if cell.role == "TD"), None) if columns else None


def _odd_corner(subject: AnyPdf, rows: list[list[Node]]) -> Node | None:
    """A first cell of data with words that looks like the column headers beside it, and unlike the data."""
    corner, heads = rows[0][:1], rows[0][1:]
    data = [cell for row in rows[1:] for cell in row if cell.role == "TD"]
    if not corner or corner[0].role != "TD" or not heads or any(cell.role != "TH" for cell in heads):
        return None
    looks = _looks(subject, corner)
    return corner[0] if looks and looks <= _looks(subject, heads) and not looks & _looks(subject, data) else None


def _odd_row(subject: AnyPdf, rows: list[list[Node]]) -> Node | None:
    """The only first cell that is data below a header row, where nothing spans rows."""
    if any(span(cell, "RowSpan") > 1 for row in rows for cell in row):
        return None
    firsts = [row[0] for row in rows[1:] if len(row) > 1]
    odd = [cell for cell in firsts if cell.role == "TD" and subject.words(cell)]
    heads = [cell for cell in firsts if cell.role == "TH"]
    return odd[0] if len(odd) == 1 and len(heads) == len(firsts) - 1 > 1 else None


def _odd_header(subject: AnyPdf, rows: list[list[Node]]) -> Node | None:
    """The only header among data, both in its row and in its column, that looks like the data of its column."""
    spans = any(span(cell, key) > 1 for row in rows for cell in row for key in ("ColSpan", "RowSpan"))
    if spans or len({len(row) for row in rows}) != 1 or not any(cell.role == "TH" for cell in rows[0]):
        return None
    odd = [(row, at) for row in rows[1:] for at, cell in enumerate(row) if at and cell.role == "TH"]
    if len(odd) != 1 or len(rows) <= FEWEST_ROWS:
        return None
    row, at = odd[0]
    data = [each[at] for each in rows[1:] if each is not row]
    return row[at] if subject.words(row[at]) and _looks(subject, [row[at]]) <= _looks(subject, data) else None


def _looks(subject: AnyPdf, cells: list[Node]) -> set[tuple[Face, Colour | None]]:
    return {(run.face, run.colour) for cell in cells for run in subject.runs(cell) if run.text.strip()}


def _first_column_looks_like_headers(subject: AnyPdf, rows: list[list[Node]]) -> bool:
    """Its words are bold below the header row, and those beside it are not."""
    below = [row for row in rows[1:] if len(row) > 1]
    if len(below) < 2 or any(row[0].role == "TH" for row in below):
        return False
    first = [run for row in below for run in subject.runs(row[0]) if run.text.strip()]
    others = [run for row in below for cell in row[1:] for run in subject.runs(cell) if run.text.strip()]
    return bool(first and others) and all(run.face.bold for run in first) and not any(run.face.bold for run in others)


def _are_named(cells: list[Node]) -> bool:
    return any("Headers" in cell.attributes for cell in cells)


def _looks_like_headers(subject: AnyPdf, rows: list[list[Node]]) -> bool:
    """A first row without TH whose words are all bold, or all in a colour of their own, above rows that are not."""
    first, second = ([run for cell in row[1:] for run in subject.runs(cell)] for row in rows[:2])
    first, second = [run for run in first if run.text.strip()], [run for run in second if run.text.strip()]
    if any(cell.role == "TH" for cell in rows[0]) or not first or not second:
        return False
    bold = all(run.face.bold for run in first) and not any(run.face.bold for run in second)
    return bold or not {run.colour for run in first} & {run.colour for run in second}


RULE = read_rule(__name__, __doc__, check)
