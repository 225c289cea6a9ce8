"""Different pictures have different alternative texts.

Two pictures that sound the same cannot be told apart; one of the texts was probably copied.

Passes: the same icon twice with the same text; two pictures with two texts.
Fails: two pictures, both with alt: A phone.
Clause: WCAG 2.2 SC 1.1.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Figure
from lessonkit.reading import fold, source_name


def check(subject: Designed) -> Iterator[Finding]:
    first: dict[str, Figure] = {}
    for figure in subject.figures():
        alt = fold(figure.alt).casefold() if isinstance(figure.alt, str) else ""
        other = first.setdefault(alt, figure)
        if alt and other.source != figure.source:
            what = f"{source_name(figure)} has the alternative text of {source_name(other)}: “{figure.alt}”."
            yield RULE.review(what, "Say what is different about each of them.", figure.place)


RULE = read_rule(__name__, __doc__, check)
