"""Sentences are not typed in capitals.

Words in capitals have no shape, so they are slow to read, and some voices spell them out.

Passes: a heading of two words in capitals; “BBC”.
Fails: a sentence in capitals.
Fix: In Word, Home, Change Case, Sentence case; use bold for weight; then export again.
Clause: our own; British Dyslexia Association, style guide
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule

FEWEST_WORDS = 6
WORD = re.compile(r"[^\W\d_]{2,}")


def check(subject: AnyPdf) -> Iterator[Finding]:
    found = [block for block in subject.blocks if _shouts(block.text)]
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        what = f"{quoted(found[0].text)}{more} is typed in capitals."
        yield RULE.review(what, "Write it in small letters, and use bold for weight.", **found[0].spot)
    for node in subject.facts.nodes:
        if node.alt and _shouts(node.alt):
            what = f"The alternative text {quoted(node.alt)} is typed in capitals."
            yield RULE.review(what, "Write it in small letters.", **subject.spot(node))


def _shouts(text: str) -> bool:
    words = WORD.findall(text)
    return len(words) >= FEWEST_WORDS and text.upper() == text and text.lower() != text


RULE = read_rule(__name__, __doc__, check)
