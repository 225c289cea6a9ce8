"""The badge of a heading is one or two characters, which its words say too.

A badge is decoration: people who do not see it must not miss anything, and a long one does not fit in its disc.

Passes: badge: 3 beside “Step 3: report it”.
Fails: badge: Part one; badge: 3 beside “Report it”.
Clause: the project's own; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Heading
from lessonkit.reading import plain

LONGEST = 2


def check(subject: Designed) -> Iterator[Finding]:
    for heading in subject.blocks(Heading):
        words = plain(heading.content)
        if len(heading.badge) > LONGEST:
            what = f"The badge “{heading.badge}” has {len(heading.badge)} characters; {LONGEST} fit."
            yield RULE.fail(what, "Use a number or a letter.", heading.place)
        elif heading.badge and heading.badge not in words and heading.badge not in _capitals(words):
            what = f"The badge “{heading.badge}” is not in the words of its heading, “{words}”."
            yield RULE.review(what, "Say it in the words too, if it means anything.", heading.place)


def _capitals(words: str) -> str:
    """The first letters of its great words: `AL` of “Agree and Learn”."""
    return "".join(word[0] for word in words.split() if word[0].isupper())


RULE = read_rule(__name__, __doc__, check)
