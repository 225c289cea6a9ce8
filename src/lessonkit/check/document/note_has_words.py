"""Every footnote has words.

Whoever follows a number to the foot of the page wants to find something there.

Passes: a note with a source.
Fails: a note with only a space.
Clause: the project's own; WCAG 2.2 SC 2.4.4
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Footnote
from lessonkit.reading import plain


def check(subject: Designed) -> Iterator[Finding]:
    number = 0
    for node, place in subject.inline_nodes():
        if isinstance(node, Footnote):
            number += 1
            if not plain(node.content):
                yield RULE.fail(f"Note {number} has no words.", "Write them, or leave the note out.", place)


RULE = read_rule(__name__, __doc__, check)
