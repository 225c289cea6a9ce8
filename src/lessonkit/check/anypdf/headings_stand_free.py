"""Headings stand in the text, not in tables and lists.

Whoever moves by headings lands in the middle of a table, and its cell loses its place.

Passes: a heading above a table; TH for the head of a column.
Fails: H3 in a TD.
Fix: In Word, give the words in the cell the style of a table, not of a heading; then export again. In Acrobat, Tags
panel, Properties of the heading, Type: Paragraph.
Clause: PDF/UA-1 7.4; Matterhorn 14; our own
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    found = [block for block in subject.headings if block.node.inside("Table", "Caption", "Figure", "Note")]
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        what = f"The heading {quoted(found[0].text)}{more} stands in a table, a caption or a picture."
        yield RULE.review(what, "Tag it as what it is there: a header cell, or a paragraph.", **found[0].spot)


RULE = read_rule(__name__, __doc__, check)
