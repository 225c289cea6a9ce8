"""All rows of a table have as many cells as it has columns.

A screen reader counts columns; with a cell too few, every later cell is read under the wrong header.

Passes: three cells in each row; one of two columns and one more.
Fails: three cells in the first row, two in the second.
Fix: In Word, split merged cells and export again. In Acrobat, Fix reading order, Table Editor, Table Cell Properties,
Column Span and Row Span.
Clause: PDF/UA-1 7.5; Matterhorn 15
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.check.anypdf.tables import rows_of, widths
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    for table in subject.facts.nodes:
        found = widths(rows_of(table)) if table.role == "Table" else []
        if len(set(found)) > 1:
            odd = next(at for at, width in enumerate(found) if width != found[0])
            where = f"The table on page {(spot := subject.spot(table))['page'] or '?'}"
            what = f"{where} has {found[0]} columns in row 1 and {found[odd]} in row {odd + 1}."
            yield RULE.fail(what, "Give each row the same number of cells, or say what they span.", **spot)


RULE = read_rule(__name__, __doc__, check)
