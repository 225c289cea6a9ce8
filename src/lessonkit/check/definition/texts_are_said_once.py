"""No text stands twice in a row, nor twice in one list.

What was pasted once too often makes a listener wonder what was missed in between.

Passes: the same message on the first and the last page.
Fails: nothing fails. For a person to look at: a paragraph that the next one repeats; two points of a list in the same
words.
Clause: the project's own
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.readability import words
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, models
from lessonkit.source.blocks.checklist import Checklist
from lessonkit.source.blocks.points import Points
from lessonkit.source.blocks.steps import Steps
from lessonkit.source.blocks.text import Text
from lessonkit.source.values import SourceText

FEWEST = 3
"""Words; shorter ones, such as “Yes.”, are said again on purpose."""


def check(subject: Sources) -> Iterator[Finding]:
    found = list(models(subject.definition))
    for one, other in pairwise(found):
        if isinstance(one, Text) and isinstance(other, Text):
            yield from _twice((one.text, other.text))
    for model in found:
        match model:
            case Points():
                yield from _twice(model.points)
            case Steps():
                yield from _twice(model.steps)
            case Checklist():
                yield from _twice(model.checklist)


def _twice(texts: tuple[SourceText, ...]) -> Iterator[Finding]:
    seen: set[str] = set()
    for text in texts:
        plain = " ".join(text.split())
        if plain in seen and len(words(plain)) >= FEWEST:
            what = f"“{plain[:60]}” stands here twice."
            yield RULE.review(what, "Delete one, or say what is different.", text.place)
        seen.add(plain)


RULE = read_rule(__name__, __doc__, check)
