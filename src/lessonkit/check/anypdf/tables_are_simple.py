"""A table holds no other table.

Few screen readers find their way in a table within a cell of another one.

Passes: two tables, one after the other.
Fails: a Table in a TD.
Fix: In Word, take the inner table out of its cell, or make its rows rows of the outer one; then export again.
Clause: WCAG 2.2 SC 1.3.1; Microsoft accessibility rules
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in subject.facts.nodes:
        if node.role == "Table" and node.inside("Table"):
            what = f"A table on page {(spot := subject.spot(node))['page'] or '?'} stands in a cell of another one."
            yield RULE.review(what, "Make them two tables, or one.", **spot)


RULE = read_rule(__name__, __doc__, check)
