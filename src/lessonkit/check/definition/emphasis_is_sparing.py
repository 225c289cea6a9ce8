"""Only a few words of a text are strong.

When everything is in bold type nothing stands out, and long passages of it are tiring to read.

Passes: **Stay calm.** Listen to your child, and thank them.
Fails: a paragraph of thirty words, all of it strong.
Clause: British Dyslexia Association, Dyslexia friendly style guide; the project's own
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.readability import words
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, paragraphs, passages, spoken
from lessonkit.source.markdown import MdEmphasis, MdStrong, parse_markdown, walk_inlines

MOST = 20
"""Words in one stretch."""


def check(subject: Sources) -> Iterator[Finding]:
    for passage in passages(subject.definition):
        for paragraph in paragraphs(parse_markdown(passage.text)):
            for inline in walk_inlines(paragraph.inlines):
                count = len(words(spoken((inline,)))) if isinstance(inline, MdStrong | MdEmphasis) else 0
                if count > MOST:
                    what = f"{count} words in a row are set off; at most {MOST} stand out."
                    yield RULE.review(what, "Set off the few that matter, or use a `callout`.", paragraph.place)


RULE = read_rule(__name__, __doc__, check)
