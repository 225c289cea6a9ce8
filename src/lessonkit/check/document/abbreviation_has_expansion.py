"""Every abbreviation says what it stands for.

A reader who does not know the letters can ask for their meaning, on a page or in a screen reader.

Passes: DSL, with the expansion “designated safeguarding lead”.
Fails: DSL, without one, or with “DSL” again.
Clause: WCAG 2.2 SC 3.1.4
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Abbreviation
from lessonkit.reading import fold

TODO = "Say in `title` what the letters stand for."


def check(subject: Designed) -> Iterator[Finding]:
    for node, place in subject.inline_nodes():
        if isinstance(node, Abbreviation):
            if not fold(node.text):
                yield RULE.fail(f"The abbreviation for “{node.expansion}” has no letters.", "Write them.", place)
            elif fold(node.expansion).casefold() in ("", fold(node.text).casefold()):
                yield RULE.fail(f"The abbreviation “{node.text}” does not say what it stands for.", TODO, place)


RULE = read_rule(__name__, __doc__, check)
