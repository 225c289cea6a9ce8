"""Quotation marks around a value in the file are the straight ones of the keyboard.

YAML takes off straight marks and leaves curly ones, so a title pasted from Word is printed with its marks everywhere.

Passes: title: "Maya's story: lesson plan".
Fails: title: “Maya’s story”.
Clause: the project's own
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, alts, passages

AROUND = re.compile(r"“[^“”]*”|‘[^‘’]*’(?!\w)")


def check(subject: Sources) -> Iterator[Finding]:
    labels = [passage.text for passage in passages(subject.definition) if passage.label]
    for text in (*labels, *alts(subject.definition)):
        if AROUND.fullmatch(text.strip()):
            what = f"{text.strip()} is printed with its quotation marks, because they are curly."
            yield RULE.review(what, 'Leave them out, or use straight ones: `"…"`. A quotation may stay.', text.place)


RULE = read_rule(__name__, __doc__, check)
