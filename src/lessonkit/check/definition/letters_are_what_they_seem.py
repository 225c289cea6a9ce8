"""Letters are what they look like.

A letter of another alphabet, or one that was lost on the way from a web page, looks right and is read as something
else; nobody who searches for the word finds it.

Passes: Talk to someone you trust; café; 10 000 people.
Fails: “isnâ€™t”; a word with a Cyrillic a; a word with a space of no width inside; signs that turn the text round.
For a person to look at: “today.Then”.
Clause: WCAG 2.2 SC 1.3.1, 3.1.5; the project's own
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.letters import BORROWED, TURNED, strange
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, alts, passages
from lessonkit.source.typed_contacts import without_targets

CLOSE = re.compile(r"\b[^\W\d_]*[a-zß-ÿ]{2}[.!?][A-ZÀ-Þ][a-zß-ÿ]+(?![\w@/]|\.\w)")
"""A sentence that begins without a space before it."""


def check(subject: Sources) -> Iterator[Finding]:
    texts = [passage.text for passage in passages(subject.definition)]
    for text in (*texts, *alts(subject.definition)):
        plain = without_targets(text)
        if found := BORROWED.search(plain) or TURNED.search(plain):
            what = f"“{found[0]}” holds {_named(found[0])}, which looks right and is read wrong."
            yield RULE.fail(what, "Type it anew.", text.place_of(found.start()))
        elif what := strange(plain):
            yield RULE.fail(f"“{' '.join(plain.split())[:40]}” {what}.", "Type it anew.", text.place)
        if found := CLOSE.search(plain):
            what = f"“{found[0]}” has no space between two sentences."
            yield RULE.review(what, "Type one.", text.place_of(found.start()))


def _named(word: str) -> str:
    """What is foreign in a word."""
    return "a sign that turns the text round" if TURNED.search(word) else "letters of two alphabets"


RULE = read_rule(__name__, __doc__, check)
