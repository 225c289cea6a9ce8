"""A blank to write on is a line, not a row of characters.

A row of underscores or dots is read out one by one: “underscore underscore underscore”.

Passes: a line below the words; a form field; dots in a list of contents, marked as decoration.
Fails: “Name: ____________”.
Fix: In Word, use a tab with a leader, a table cell with a border, or a content control; then export again.
Clause: WCAG 2.2 SC 1.3.1; our own
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule

ROW = re.compile(r"_{4,}|(?:\. ?){6,}|…{3,}")


def check(subject: AnyPdf) -> Iterator[Finding]:
    found = [block for block in subject.blocks if ROW.search(block.text)]
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        what = f"{quoted(found[0].text)}{more} holds a row of characters to write on, which is read one by one."
        yield RULE.review(what, "Draw a line, or use a form field.", **found[0].spot)


RULE = read_rule(__name__, __doc__, check)
