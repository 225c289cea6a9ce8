"""A list is tagged as one list.

“List of three items” is only true if all three stand in it; a list in pieces is announced piece by piece.

Passes: one L with four LI.
Fails: an L with items 1 and 2, directly followed by an L with items 3 and 4; three L with one bullet each;
two L with bullets that stand as near to each other as their items.
Fix: In Word, right-click the number, Continue Numbering, and export again. In Acrobat, move the items into one L in
the Tags panel.
Clause: PDF/UA-1 7.6; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from lessonkit.check.anypdf.facts import Node
from lessonkit.check.anypdf.labels import bullet_of, number_of, series
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule

TODO = "Put all items into one list."
FEWEST_ITEMS = 3
"""Of both lists: with two there is no other step to compare with."""
SLACK = 0.5
"""Points that the step between two lists may be larger than the others."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in subject.facts.nodes:
        for one, other in pairwise(node.nodes):
            if one.role == other.role == "L":
                before, after = _labels(subject, one), _labels(subject, other)
                kind, numbers = series([*before, *after])
                if kind and before and after and numbers[len(before)] == numbers[len(before) - 1] + 1:
                    what = f"The list goes on with {quoted(after[0])} but is tagged as a second list."
                    yield RULE.review(what, TODO, **subject.spot(other))
                elif _goes_on(subject, one, other):
                    first = quoted(subject.words(other.nodes[0]))
                    what = f"{first} goes on with the list above it but begins a second one."
                    yield RULE.review(what, TODO, **subject.spot(other))
        if single := _singles(subject, node):
            what = f"{len(single)} lists in a row have one item each, from {quoted(subject.words(single[0]))}."
            yield RULE.review(what, TODO, **subject.spot(single[0]))


def _goes_on(subject: AnyPdf, one: Node, other: Node) -> bool:
    """Whether all items of two lists have one bullet, stand at one edge, and no further apart than in each list."""
    lists = [node.nodes for node in (one, other)]
    labels = {label for node in (one, other) for label in _labels(subject, node)}
    if not all(lists) or sum(map(len, lists)) < FEWEST_ITEMS or len(labels) != 1:
        return False
    if labels == {""} or number_of(f"{next(iter(labels))}."):
        return False
    drawn = [subject.runs(item) for item in (*one.nodes, *other.nodes)]
    if not all(drawn) or len({(runs[0].page, round(runs[0].box.left)) for runs in drawn}) > 1:
        return False
    steps = [above[-1].baseline - below[0].baseline for above, below in pairwise(drawn)]
    between = steps.pop(len(one.nodes) - 1)
    return 0 < between <= max(steps) + SLACK


def _singles(subject: AnyPdf, node: Node) -> list[Node]:
    """Lists of one item with the same bullet, one directly below the other; fewer than two are none."""
    for (bullet, _), group in groupby(node.nodes, lambda each: _only_item(subject, each)):
        lists = list(group)
        if bullet and len(lists) > 1:
            return lists
    return []


def _only_item(subject: AnyPdf, node: Node) -> tuple[str, int]:
    """The bullet of a list of one item, and the point across the page where it begins."""
    items = node.nodes if node.role == "L" else []
    runs = subject.runs(items[0]) if len(items) == 1 else []
    return (bullet_of(subject.words(items[0])), round(runs[0].box.left)) if runs else ("", 0)


def _labels(subject: AnyPdf, node: Node) -> list[str]:
    return [subject.words(label) for item in node.nodes for label in item.nodes if label.role == "Lbl"]


RULE = read_rule(__name__, __doc__, check)
