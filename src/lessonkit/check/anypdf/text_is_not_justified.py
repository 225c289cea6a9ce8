"""Text is set ragged, with even gaps between its words.

Uneven gaps run through justified text like rivers, and make it hard for readers with dyslexia to keep the line.

Passes: lines that end where their last word ends.
Fails: a paragraph whose lines all end at the margin.
Fix: In Word, Home, Align Left, and export again.
Clause: WCAG 2.2 SC 1.4.8 (level AAA); British Dyslexia Association style guide
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf, Block, quoted
from lessonkit.check.rule import Finding, read_rule

FEWEST_LINES = 4
EVEN = 1.0
"""Points between the ends of the longest and the shortest line."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    justified = [block for block in subject.blocks if _is_justified(block)]
    if justified:
        first, more = justified[0], f" (and {len(justified) - 1} more)" if len(justified) > 1 else ""
        what = f"The paragraph {quoted(first.text)}{more} is justified."
        yield RULE.review(what, "Set it flush left.", **first.spot)


def _is_justified(block: Block) -> bool:
    lines = [line for line in block.lines if all(run.level for run in line.runs)]
    if len(lines) < FEWEST_LINES or len({line.page for line in lines}) > 1:
        return False
    boxes = [line.box for line in lines]
    ends = [_end(line.text, box.right, line.runs[-1].space) for line, box in zip(lines, boxes, strict=True)][:-1]
    starts = [box.left for box in boxes][1:]
    return max(ends) - min(ends) <= EVEN and max(starts) - min(starts) <= EVEN


def _end(text: str, right: float, space: float) -> float:
    """Where the last letter ends; a space after it is not seen."""
    return right - space if text.endswith(" ") else right


RULE = read_rule(__name__, __doc__, check)
