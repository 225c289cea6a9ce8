"""Each row of Easy Read holds one idea in few words.

A reader takes the picture and the words together. A second idea in the row has no picture of its own.

Passes: a phone, and “You can call Childline. It is free.”
Fails: a row of more than 15 words.
Clause: Department of Health, Making written information easier to understand, 2010; the project's Easy Read limits
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.readability import words
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, models, paragraphs, spoken
from lessonkit.source.blocks.ideas import Idea
from lessonkit.source.markdown import parse_markdown

MOST_WORDS = 15


def check(subject: Sources) -> Iterator[Finding]:
    for idea in (model for model in models(subject.definition) if isinstance(model, Idea)):
        text = " ".join(spoken(paragraph.inlines) for paragraph in paragraphs(parse_markdown(idea.text)))
        count = len(words(text))
        if count > MOST_WORDS:
            begin = " ".join(text.split()[:6])
            what = f"The idea “{begin} …” has {count} words; {MOST_WORDS} are the most."
            yield RULE.fail(what, "Make two rows of it, each with a picture.", idea.text.place)


RULE = read_rule(__name__, __doc__, check)
