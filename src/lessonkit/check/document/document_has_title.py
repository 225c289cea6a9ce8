"""The document has a title in words.

The title is what a reader hears first, and what a window or tab is called.

Passes: title: Maya's film: lesson plan
Fails: title: maya-film.pdf; title: Untitled
Clause: PDF/UA-1 7.1; WCAG 2.2 SC 2.4.2
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed

NOT_WORDS = re.compile(r"untitled.*|document\d*|new document|\S+\.(pdf|docx?|html?|yaml)", re.I)


def check(subject: Designed) -> Iterator[Finding]:
    title = subject.document.title.strip()
    if not title:
        yield RULE.fail("The document has no title.", "Give it a title.", subject.document.place)
    elif NOT_WORDS.fullmatch(title) or title == subject.document.name:
        yield RULE.fail(f"The title “{title}” does not say what this is.", "Use words.", subject.document.place)


RULE = read_rule(__name__, __doc__, check)
