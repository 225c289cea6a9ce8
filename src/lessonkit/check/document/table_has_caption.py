"""Every table has a caption.

A reader who comes to a table wants to know what it is about before going into its cells.

Passes: caption: Whom to call.
Fails: a table without a caption.
Clause: WCAG 2.2 SC 1.3.1 (technique H39)
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Table
from lessonkit.reading import plain, walk


def check(subject: Designed) -> Iterator[Finding]:
    for table in (block for block in walk(subject.document.blocks) if isinstance(block, Table)):
        if not plain(table.caption):
            yield RULE.fail("This table has no caption.", "Say in `caption` what it is about.", table.place)


RULE = read_rule(__name__, __doc__, check)
