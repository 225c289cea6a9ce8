"""A hyphen that only the line needed is not read.

A hard hyphen cuts the word in two for a screen reader and for searching: “experi-mental”.

Passes: a soft hyphen (U+00AD) at the line's end; a hyphen that belongs to its word.
Fails: “experi-” and “mental” on two lines, where the file has “experimental” elsewhere.
Fix: In Word, Layout, Hyphenation, None, or type Ctrl+Hyphen where a word may break; then export again.
Clause: ISO 32000-1 14.8.2.2.3; PDF/UA-1 7.2
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.anypdf.subject import AnyPdf, Block, quoted
from lessonkit.check.rule import Finding, read_rule

BROKEN = re.compile(r"([^\W\d_]{2,})[-\u2010]\s*$")
REST = re.compile(r"\s*([^\W\d_]{2,})")
WORD = re.compile(r"[^\W\d_]+")


def check(subject: AnyPdf) -> Iterator[Finding]:
    known: set[str] | None = None
    found: list[tuple[Block, str]] = []
    for block in subject.blocks:
        for one, other in pairwise(block.lines):
            start, rest = BROKEN.search(one.text), REST.match(other.text)
            if start is None or rest is None or not rest[1][0].islower():
                continue
            if known is None:
                known = {word for each in subject.blocks for word in WORD.findall(each.text.casefold())}
            if (start[1] + rest[1]).casefold() in known:
                found.append((block, f"{start[1]}-{rest[1]}"))
    if found:
        block, word = found[0]
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        what = f"{quoted(word)}{more} is cut by a hyphen that is part of the text."
        yield RULE.fail(what, "Use a soft hyphen, or switch hyphenation off.", **block.spot)


RULE = read_rule(__name__, __doc__, check)
