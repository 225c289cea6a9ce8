"""Every table has a caption that says what it is about.

A reader who comes to a table wants to know what it is about before going into its cells.

Passes: caption: Whom to call.
Fails: a table without a caption. For a person to look at: “Table”; “Overview”.
Clause: WCAG 2.2 SC 1.3.1 (technique H39)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Table
from lessonkit.reading import plain, walk

NOTHING = re.compile(r"(?:the\s+|this\s+)?(?:table|caption|title|overview)[\s:.\d]*", re.I)
TODO = "Say in `caption` what it is about."


def check(subject: Designed) -> Iterator[Finding]:
    for table in (block for block in walk(subject.document.blocks) if isinstance(block, Table)):
        if not plain(table.caption):
            yield RULE.fail("This table has no caption.", TODO, table.place)
        elif NOTHING.fullmatch(words := plain(table.caption)):
            yield RULE.review(f"The caption “{words}” does not say what the table is about.", TODO, table.place)


RULE = read_rule(__name__, __doc__, check)
