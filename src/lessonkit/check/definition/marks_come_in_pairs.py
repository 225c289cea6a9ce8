"""Brackets and quotation marks that open are closed.

Whoever hears the text does not know where what somebody said ends, and what is the document's own.

Passes: “I need help” (in words or signs).
Fails: “I need help and wait; an adult (at home.
Clause: the project's own
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, passages, spoken
from lessonkit.source.markdown import MdParagraph, parse_markdown

PAIRS = {"“": "”", "(": ")", "[": "]"}
LOW = "„"
"""Opens quotations in languages that close them with other marks."""
NOT_ONE = re.compile(r"(?<!\S)(?:\(?\w{1,2}\)|[:;]-?[()])(?!\w)")
"""The label of a point, `a)`, and a face made of signs."""


def check(subject: Sources) -> Iterator[Finding]:
    for passage in passages(subject.definition):
        blocks = parse_markdown(passage.text)
        if any(not isinstance(block, MdParagraph) for block in blocks):
            continue
        # What somebody says may go on in the next paragraph, and opens again there.
        words = " ".join(spoken(block.inlines) for block in blocks if isinstance(block, MdParagraph))
        if LOW not in words and (fault := _fault(words)):
            mark, around = fault
            what = f"The mark {mark} has no partner in: {around} …"
            yield RULE.review(what, "Type the other one, or delete it.", passage.text.place)


def _fault(words: str) -> tuple[str, str] | None:
    """The first mark without a partner, and the words around it."""
    plain = NOT_ONE.sub(lambda match: " " * len(match[0]), words)
    waiting: list[tuple[str, int]] = []
    for at, sign in enumerate(plain):
        if sign in PAIRS and not (sign == "“" and waiting and waiting[-1][0] == "“"):
            waiting.append((sign, at))
        elif sign in PAIRS.values():
            if not waiting or PAIRS[waiting[-1][0]] != sign:
                return sign, _around(words, at)
            waiting.pop()
    return (waiting[0][0], _around(words, waiting[0][1])) if waiting else None


def _around(words: str, at: int) -> str:
    """The words about a mark, none of them cut."""
    before, after = words[:at].split()[-2:], words[at:].split()[:4]
    space = "" if at and not words[at - 1].isspace() else " "
    return (" ".join(before) + space + " ".join(after)).strip()


RULE = read_rule(__name__, __doc__, check)
