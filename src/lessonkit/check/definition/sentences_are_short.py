"""No sentence is longer than its readers can hold in mind.

By the end of a long sentence, many readers have lost its beginning, and listeners cannot go back.

Passes: a sentence of 20 words for parents.
Fails: one of 40.
Clause: WCAG 2.2 SC 3.1.5; the project's limits for each audience
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.readability import LIMITS, words
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, sentences_of


def check(subject: Sources) -> Iterator[Finding]:
    limits = LIMITS.get(subject.band)
    for sentence, place in sentences_of(subject.definition) if limits else ():
        count = len(words(sentence))
        if limits and count > limits.longest:
            begin = " ".join(sentence.split()[:6])
            what = f"“{begin} …” has {count} words; for {subject.band} at most {limits.longest} suit."
            yield RULE.review(what, "Make two sentences of it.", place, quote=sentence)


RULE = read_rule(__name__, __doc__, check)
