"""The Word file says what the author wrote, word for word and in order.

A control can swallow a word, and a section break can move a passage: the page still looks right.

Passes: every paragraph of the document, in its order; a field in the place of each field.
Fails: a sentence that is missing; two words that are joined.
Clause: WCAG 2.2 SC 1.3.2; the project's own promise that nothing is lost
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.equality import compare
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import reading_lines


def check(file: WordFile) -> Iterator[Finding]:
    if file.source:
        yield from compare(reading_lines(file.source), file.lines(), file.source, RULE.id)


RULE = read_rule(__name__, __doc__, check)
