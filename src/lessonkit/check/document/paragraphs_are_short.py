"""No paragraph is longer than its readers can take at once.

A wall of text turns away people who read slowly or with effort, before they have read its first word.

Passes: a paragraph of 50 words for parents.
Fails: one of 120.
Clause: WCAG 2.2 SC 3.1.5; the project's limits for each audience
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.readability import LIMITS, words
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Paragraph
from lessonkit.reading import plain


def check(subject: Designed) -> Iterator[Finding]:
    limits = LIMITS.get(subject.document.band or subject.document.audience)
    for paragraph in subject.blocks(Paragraph) if limits else ():
        text = plain(paragraph.content)
        count = len(words(text))
        if limits and count > limits.paragraph:
            begin = " ".join(text.split()[:6])
            most = f"for {subject.document.audience} at most {limits.paragraph} suit"
            what = f"The paragraph “{begin} …” has {count} words; {most}."
            yield RULE.review(what, "Make two of it, or a list.", paragraph.place, quote=text)


RULE = read_rule(__name__, __doc__, check)
