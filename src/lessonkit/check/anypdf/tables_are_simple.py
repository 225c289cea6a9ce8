"""A table holds no other table, and no empty row or column.

Few screen readers find their way in a table within a cell of another one. Rows and columns that only make space are
read out all the same: “blank, blank, blank”.

Passes: two tables, one after the other.
Fails: For a person to look at: a Table in a TD; an empty row between full ones; a column without a word.
Fix: In Word, take the inner table out of its cell, or make its rows rows of the outer one; delete empty rows, and use
the spacing of the style; then export again.
Clause: WCAG 2.2 SC 1.3.1; Microsoft accessibility rules
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Node, Pointer
from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.check.anypdf.tables import rows_of, span
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in subject.facts.nodes:
        if node.role == "Table" and node.inside("Table"):
            what = f"A table on page {(spot := subject.spot(node))['page'] or '?'} stands in a cell of another one."
            yield RULE.review(what, "Make them two tables, or one.", **spot)
        if node.role == "Table" and (gap := _gap(subject, rows_of(node))):
            what = f"The table on page {(spot := subject.spot(node))['page'] or '?'} has an empty {gap} to make space."
            yield RULE.review(what, "Take it out: space comes from a style.", **spot)


def _gap(subject: AnyPdf, rows: list[list[Node]]) -> str:
    """A row without a word between rows with words, or a column without one; a form has blanks at its end."""
    if any(span(cell, key) > 1 for row in rows for cell in row for key in ("ColSpan", "RowSpan")):
        return ""
    filled = [[_holds(subject, cell) for cell in row] for row in rows]
    full = [at for at, row in enumerate(filled) if len(row) > 1 and any(row)]
    if any(row and not any(row) and full[0] < at < full[-1] for at, row in enumerate(filled) if full):
        return "row"
    even = len(filled) > 1 and len({len(row) for row in filled}) == 1
    return "column" if even and any(not any(column) for column in list(zip(*filled, strict=True))[:-1]) else ""


def _holds(subject: AnyPdf, cell: Node) -> bool:
    """Whether a cell says or shows something, or is filled in."""
    shows = any(each.alt or any(isinstance(kid, Pointer) for kid in each.kids) for each in cell.walk())
    return shows or bool(subject.words(cell)) or any(each in subject.facts.shown for each in subject.contents(cell))


RULE = read_rule(__name__, __doc__, check)
