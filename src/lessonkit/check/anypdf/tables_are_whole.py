"""A table is tagged as one table, also where it goes on on the next page.

Its second part is announced as a new table without headers, so nobody hears what its columns are.

Passes: one Table over two pages.
Fails: a Table with headers, directly followed by a Table of as many columns without.
Fix: In Acrobat, Tags panel, drag the rows of the second Table into the first.
Clause: PDF/UA-1 7.5; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.anypdf.facts import Node
from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.check.anypdf.tables import rows_of, widths
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in (subject.facts.root, *subject.facts.nodes):
        for one, other in pairwise(node.nodes if node else ()):
            if one.role == other.role == "Table" and _goes_on(rows_of(one), rows_of(other)):
                where = f"The table on page {(spot := subject.spot(other))['page'] or '?'}"
                what = f"{where} goes on with the one before it but is tagged as a second table."
                yield RULE.review(what, "Put all rows into one table.", **spot)


def _goes_on(one: list[list[Node]], other: list[list[Node]]) -> bool:
    if not one or not other:
        return False
    headed, bare = ([cell.role for row in rows[:1] for cell in row] for rows in (one, other))
    return widths(one)[-1] == widths(other)[0] and set(headed) == {"TH"} and "TD" in bare


RULE = read_rule(__name__, __doc__, check)
