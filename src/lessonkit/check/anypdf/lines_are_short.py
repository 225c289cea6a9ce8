"""Lines are short enough to find the next one.

On the way back from a long line, many readers land on the wrong one.

Passes: 60 letters in a line.
Fails: 120 letters in each line of a paragraph.
Fix: In the source, use larger type, wider margins or two columns; then export again.
Clause: WCAG 2.2 SC 1.4.8 (80 characters, level AAA); our own limit
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf, Block, quoted
from lessonkit.check.rule import Finding, read_rule

LONGEST = 100
"""Letters in a line, on average; 80 is better."""
FEWEST_LINES = 3


def check(subject: AnyPdf) -> Iterator[Finding]:
    long = [block for block in subject.blocks if _average(block) > LONGEST]
    if long:
        first, more = long[0], f" (and {len(long) - 1} more)" if len(long) > 1 else ""
        what = f"The paragraph {quoted(first.text)}{more} has {_average(first):.0f} letters in a line."
        yield RULE.review(what, "Use larger type, wider margins or two columns.", **first.spot)


def _average(block: Block) -> float:
    lines = [len(line.text) for line in block.lines][:-1]
    return sum(lines) / len(lines) if len(lines) + 1 >= FEWEST_LINES else 0


RULE = read_rule(__name__, __doc__, check)
