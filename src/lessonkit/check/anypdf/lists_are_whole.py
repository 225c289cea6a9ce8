"""A list is tagged as one list.

“List of three items” is only true if all three stand in it; a list in pieces is announced piece by piece.

Passes: one L with four LI.
Fails: an L with items 1 and 2, directly followed by an L with items 3 and 4.
Fix: In Word, right-click the number, Continue Numbering, and export again. In Acrobat, move the items into one L in
the Tags panel.
Clause: PDF/UA-1 7.6; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.anypdf.facts import Node
from lessonkit.check.anypdf.labels import series
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in subject.facts.nodes:
        for one, other in pairwise(node.nodes):
            if one.role == other.role == "L":
                before, after = _labels(subject, one), _labels(subject, other)
                kind, numbers = series([*before, *after])
                if kind and before and after and numbers[len(before)] == numbers[len(before) - 1] + 1:
                    what = f"The list goes on with {quoted(after[0])} but is tagged as a second list."
                    yield RULE.review(what, "Put all items into one list.", **subject.spot(other))


def _labels(subject: AnyPdf, node: Node) -> list[str]:
    return [subject.words(label) for item in node.nodes for label in item.nodes if label.role == "Lbl"]


RULE = read_rule(__name__, __doc__, check)
