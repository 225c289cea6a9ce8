"""The text is no harder to read than its readers need.

Many adults read at the level of a child of nine to eleven; nobody reads well when worried.

Passes: a parents' guide of grade 5, with 13 words in a sentence on average.
Fails: one of grade 9.
Clause: WCAG 2.2 SC 3.1.5; the project's limits for each audience
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.readability import ENOUGH_WORDS, LIMITS, measure
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, sentences_of

TODO = "Use shorter sentences and everyday words, then read it aloud."


def check(subject: Sources) -> Iterator[Finding]:
    limits = LIMITS.get(subject.audience)
    found = measure(sentence for sentence, _ in sentences_of(subject.definition))
    if limits is None or found.words < ENOUGH_WORDS:
        return
    place = subject.definition.place
    if found.grade > limits.grade:
        what = f"The text has reading grade {found.grade:.1f}; for {subject.audience} at most {limits.grade:g} suits."
        yield RULE.review(what, TODO, place)
    if found.average > limits.average:
        what = f"Sentences have {found.average:.1f} words on average; for {subject.audience} {limits.average:g} suit."
        yield RULE.review(what, TODO, place)


RULE = read_rule(__name__, __doc__, check)
