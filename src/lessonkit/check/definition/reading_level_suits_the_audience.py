"""The text is no harder to read than its readers need.

Many adults read at the level of a child of nine to eleven; nobody reads well when worried.

Passes: a parents' guide of grade 5, with 13 words in a sentence on average.
Fails: one of grade 9; one sentence with four words such as “communication”.
Clause: WCAG 2.2 SC 3.1.5; the project's limits for each audience
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lessonkit.check.readability import ENOUGH_WORDS, LIMITS, measure, syllables, words
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, names, sentences_of
from lessonkit.problems import Place

NAME = "NAME"
"""Stands for the name of a helper: one word, whose syllables do not count, because it cannot be said more simply."""
HARD = 4
"""Syllables of a word that many readers stop at."""
SHOWN = 5
MANY = 4
"""Such words in one sentence."""


def check(subject: Sources) -> Iterator[Finding]:
    limits = LIMITS.get(subject.band)
    found = list(_sentences(subject))
    level = measure(sentence for sentence, _ in found)
    if limits is None or level.words < ENOUGH_WORDS:
        return
    if level.grade > limits.grade:
        what = f"The text has reading grade {level.grade:.1f}; for {subject.band} at most {limits.grade:g} suits."
        hardest, place = max(found, key=lambda each: measure([each[0]]).grade)
        todo = (
            f"Use shorter sentences and everyday words, then read it aloud. This sentence is the hardest.{_hard(found)}"
        )
        yield RULE.review(what, todo, place, quote=hardest)
    elif subject.audience != "staff":
        yield from _stumbling(found)
    if level.average > limits.average:
        what = f"Sentences have {level.average:.1f} words on average; for {subject.band} {limits.average:g} suit."
        longest, place = max(found, key=lambda each: len(words(each[0])))
        yield RULE.review(what, "Make two of each long one. This sentence is the longest.", place, quote=longest)


def _stumbling(found: Iterable[tuple[str, Place]]) -> Iterator[Finding]:
    """Sentences that are hard alone, in a text that is easy on average."""
    for sentence, place in found:
        hard = [word for word in words(sentence) if syllables(word) >= HARD]
        if len(hard) >= MANY:
            what = f"One sentence has {len(hard)} hard words: {', '.join(hard[:SHOWN])}."
            yield RULE.review(what, "Say it in everyday words, then read it aloud.", place, quote=sentence)


def _sentences(subject: Sources) -> Iterator[tuple[str, Place]]:
    """Its sentences, with a short word for the name of each helper."""
    known = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names(subject.library.contacts.values())) or "$^")
    for sentence, place in sentences_of(subject.definition):
        yield known.sub(NAME, sentence), place


def _hard(found: Iterable[tuple[str, Place]]) -> str:
    """The hardest words, as a sentence; nothing without any."""
    every = {word.lower() for sentence, _ in found for word in words(sentence) if syllables(word) >= HARD}
    hardest = sorted(every, key=lambda word: (-syllables(word), word))[:SHOWN]
    return f" Hard words: {', '.join(hardest)}." if hardest else ""


RULE = read_rule(__name__, __doc__, check)
