"""A paragraph is one element, over lines, columns and pages.

One that is cut in two is announced as two, and whoever moves from paragraph to paragraph stops in mid-sentence.

Passes: a paragraph that goes on on the next page, in one P.
Fails: a P that ends without a full stop, followed by a P that begins with a small letter.
Fix: In Acrobat, Tags panel, drag the content of the second element into the first, and delete the empty one.
Clause: PDF/UA-1 7.1; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.anypdf.labels import bullet_of
from lessonkit.check.anypdf.subject import AnyPdf, Block, quoted
from lessonkit.check.rule import Finding, read_rule

ENDS = tuple(".:;!?…)”’\"'")


def check(subject: AnyPdf) -> Iterator[Finding]:
    found = [(one, other) for one, other in pairwise(subject.blocks) if _is_cut(one, other)]
    if found:
        one, other = found[0]
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        what = f"The paragraph {quoted(one.text)}{more} ends in mid-sentence; {quoted(other.text)} goes on with it."
        yield RULE.review(what, "Make it one paragraph.", **other.spot)


def _is_cut(one: Block, other: Block) -> bool:
    """Both look alike, the first has no end, and the second begins in the middle."""
    if one.node.role != "P" or other.node.role != "P" or one.node.parent is not other.node.parent:
        return False
    if not (one.runs and other.runs) or len(one.lines) + len(other.lines) < 3 or one.text.endswith(ENDS):
        return False
    alike = abs(one.size - other.size) < 0.1 and one.bold == other.bold
    return alike and len(one.text.split()) > 3 and other.text[:1].islower() and not bullet_of(other.text)


RULE = read_rule(__name__, __doc__, check)
