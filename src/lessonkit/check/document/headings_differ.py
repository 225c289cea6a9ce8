"""Headings side by side have different words.

In a list of headings, in the contents and in the bookmarks of a PDF, two that sound alike cannot be told apart.

Passes: “Words you can use” in two different chapters.
Fails: two chapters called “Who can help”.
Clause: WCAG 2.2 SC 2.4.6
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Heading
from lessonkit.reading import headings, plain


def check(subject: Designed) -> Iterator[Finding]:
    siblings: dict[int, dict[str, Heading]] = {}
    for heading in headings(subject.document):
        siblings = {level: known for level, known in siblings.items() if level <= heading.level}
        words = plain(heading.content)
        other = siblings.setdefault(heading.level, {}).setdefault(words.casefold(), heading)
        if words and other is not heading:
            what = f"“{words}” is the heading of another part too, at {other.place}."
            yield RULE.review(what, "Say in each what is different.", heading.place)


RULE = read_rule(__name__, __doc__, check)
