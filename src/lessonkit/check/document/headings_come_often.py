"""Readers come to a heading before the text grows too long.

Headings let people find their place again, skip what they know, and rest.

Passes: a heading after 150 words for parents.
Fails: 600 words without one.
Clause: WCAG 2.2 SC 2.4.10; the project's limits for each audience
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.readability import LIMITS, words
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Block, Callout, Document, Heading, Paragraph, Table
from lessonkit.problems import Place
from lessonkit.reading import children, plain


def check(subject: Designed) -> Iterator[Finding]:
    document = subject.document
    limits = LIMITS.get(document.band or document.audience)
    for heading, place, count in _stretches(document) if limits else ():
        if limits and count > limits.stretch:
            after = f"“{heading}” is followed by" if heading else "The document begins with"
            what = f"{after} {count} words without a heading; for {document.audience} at most {limits.stretch} suit."
            yield RULE.review(what, "Divide it: `- heading: …`.", place)


def _stretches(document: Document) -> Iterator[tuple[str, Place, int]]:
    """Each heading with the words up to the next one; those of tables, which have headers, do not count."""
    heading, place, count = "", document.place, 0
    for block in _walk(document.blocks):
        if isinstance(block, Heading) or (isinstance(block, Callout) and block.title):
            yield heading, place, count
            title = block.content if isinstance(block, Heading) else block.title
            heading, place, count = plain(title, "…"), block.place, 0
        elif isinstance(block, Paragraph):
            count += len(words(plain(block.content)))
    yield heading, place, count


def _walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if not isinstance(block, Table):
            yield from _walk(tuple(children(block)))


RULE = read_rule(__name__, __doc__, check)
