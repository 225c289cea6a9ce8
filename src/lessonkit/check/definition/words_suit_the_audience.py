"""No word blames, frightens or misleads.

Words such as “should have” put the harm on the child, and a child who feels blamed does not tell.

Passes: Someone took advantage of them.
Fails: They made a mistake.
Clause: Luxembourg Guidelines, 2nd edition; UKCIS on victim blaming; the word list in sources/library/words.yaml
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Passage, Sources, passages, records
from lessonkit.source.records import WordRule
from lessonkit.source.typed_contacts import without_targets

STRAIGHT = str.maketrans("‘’“”\u2011\u00a0", "''\"\"- ")
"""Typed and typographic marks compare as equal; no length changes."""
QUOTED = re.compile(r"\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
DUTY = r"(?!(?<=have)\s+to\b)"
"""What follows “have” in “no child should have to”, which blames nobody."""


def check(subject: Sources) -> Iterator[Finding]:
    rules = [rule for rule in subject.library.words if subject.audience in rule.audiences]
    any_of_them = _pattern(tuple(str(phrase) for rule in rules for phrase in rule.avoid))
    for printed in (subject.definition, *records(subject)):
        for passage in passages(printed):
            text = _plain(passage.text)
            for rule in rules if any_of_them.search(text) else ():
                yield from _found(passage, text, rule, subject.audience)


def _plain(text: str) -> str:
    """As long as the text, with plain marks and without the addresses of links."""
    return without_targets(text).translate(STRAIGHT)


def _found(passage: Passage, text: str, rule: WordRule, audience: str) -> Iterator[Finding]:
    for match in _pattern(tuple(map(str, rule.avoid))).finditer(text):
        what = f"“{' '.join(match[0].split())}” is to be avoided for {audience}. {rule.why}"
        todo, place = f"Say instead: {rule.prefer}.", passage.text.place_of(match.start())
        if audience not in rule.allow_in:
            yield RULE.fail(what, todo, place)
        elif not any(quoted.start() < match.start() < quoted.end() for quoted in QUOTED.finditer(text)):
            yield RULE.review(what, f"{todo} Or quote and explain it.", place)


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases as whole words, the longest first, over line ends and in any case; nothing without phrases."""
    ordered = sorted(phrases, key=len, reverse=True)
    spaced = (r"\s+".join(map(re.escape, phrase.translate(STRAIGHT).split())) for phrase in ordered)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spaced) or '(?!)'})(?![\w-]){DUTY}", re.IGNORECASE)


RULE = read_rule(__name__, __doc__, check)
