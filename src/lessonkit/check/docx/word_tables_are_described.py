"""Every table in the Word file has a title and says what its columns hold.

A screen reader says both before somebody decides to go into the table.

Passes: titled “People who help”, described as “Who; How; What for”.
Fails: nothing fails. For a person to look at: a table without one or the other, or titled “Table 1”.
Fix: In Word, right-click the table, Table Properties, Alt Text: a title, and what the columns hold.
Clause: EN 301 549 10.1.3.1; WCAG 2.2 SC 1.3.1; DX-W04
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

NUMBER = re.compile(r"\s*(table|tabelle|tableau|tabl)?\W*\d*\W*", re.IGNORECASE)
TODO = "In Word, choose Table Properties, Alt Text."


def check(file: WordFile) -> Iterator[Finding]:
    for number, table in enumerate(file.tables, start=1):
        words = next((cell for row in table.rows for cell in row.cells if cell), "")
        if not table.title:
            yield RULE.review(f"Table {number} has no title.", TODO, file.place(""), quote=words)
        elif NUMBER.fullmatch(table.title):
            what = f"The title “{table.title}” does not say what the table holds."
            yield RULE.review(what, TODO, file.place(table.title), quote=words)
        if not table.description:
            name = f"The table “{table.title}”" if table.title else f"Table {number}"
            yield RULE.review(f"{name} has no description.", TODO, file.place(table.title), quote=words)


RULE = read_rule(__name__, __doc__, check)
