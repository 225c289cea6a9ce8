"""A heading says in a few words what stands below it.

Readers look through headings to find their place, by eye or by ear; a long one has to be read like a paragraph.

Passes: What to do if something has happened.
Fails: a heading of twenty words; one that ends in a colon or a full stop, like part of a sentence.
Clause: WCAG 2.2 SC 2.4.6; the project's own limit
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.reading import headings, plain

LIMIT = 80
"""Characters: a line of text."""
ENDED = re.compile(r"[^\W\d_]{2}\.$|\d\.$")
"""A full stop that ends no abbreviation such as T.A.L.K."""


def check(subject: Designed) -> Iterator[Finding]:
    for heading in headings(subject.document):
        words = plain(heading.content, "…")
        if len(words) > LIMIT:
            what = f"The heading “{words[:40].rpartition(' ')[0]} …” has {len(words)} characters; {LIMIT} are enough."
            yield RULE.review(what, "Keep the point; put the rest into the text below it.", heading.place, quote=words)
        elif words.endswith((":", ";", ",")) or (words.endswith(".") and ENDED.search(words)):
            what = f"The heading “{words}” ends in “{words[-1]}”."
            yield RULE.review(what, "Delete it: a heading stands by itself.", heading.place, quote=words)


RULE = read_rule(__name__, __doc__, check)
