"""A page says what the author wrote, word for word and in order.

Whoever listens to a page, or reads it on a telephone, must meet the same words as on paper.

Passes: every paragraph of the document, in its order; a field in the place of each field.
Fails: a sentence that is missing; two words that are joined.
Clause: WCAG 2.2 SC 1.3.2; the project's own promise that nothing is lost
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.equality import compare
from lessonkit.check.html.web_page import WebPage
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import reading_lines


def check(page: WebPage) -> Iterator[Finding]:
    if page.document:
        yield from compare(reading_lines(page.document), page.lines(), page.document, RULE.id)


RULE = read_rule(__name__, __doc__, check)
