"""The labels of a list and the numbers of headings count on, and the list says how.

Screen readers announce the kind of a list, and listeners count along: 1, 2, 4 means that something was lost.

Passes: 1., 2., 3. in a list whose ListNumbering is Decimal.
Fails: 1., 3., 2.; numbers in a list without ListNumbering. For a person to look at: headings that count 1., 2., 4.
Fix: In Word, number the list with Word's own numbering and export again. In Acrobat, Tags panel, Properties of the
list.
Clause: ISO 32000-1 14.8.5.5; PDF/UA-1 7.6; PDF/UA-2 8.2.5.25
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Node
from lessonkit.check.anypdf.labels import NUMBERINGS, bullet_of, series
from lessonkit.check.anypdf.subject import AnyPdf, Block, quoted
from lessonkit.check.rule import Finding, read_rule

ORDERED = {*NUMBERINGS.values(), "Ordered"}

COUNTED = re.compile(
    r"((?:step|part|chapter|section|task|activity|question|exercise) |(?:\d{1,2}\.)*)"
    r"(\d{1,2})(?:[.):]\s|(?<=[a-z] \d)\b|(?<=[a-z] \d\d)\b|(?<=\.\d)\s|(?<=\.\d\d)\s)",
    re.IGNORECASE,
)
"""A heading with its number: “2. Ice”, “2.1 Ice”, “Step 2: Ice”."""
WIDEST_GAP = 3
"""From 2 to 5 something was lost; from 10.15 to 10.45 it is the time of day."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in subject.facts.nodes:
        if node.role == "L":
            labels = [subject.words(label) for item in node.nodes for label in item.nodes if label.role == "Lbl"]
            yield from _list(subject, node, [label for label in labels if label])
    yield from _headings(subject)


def _headings(subject: AnyPdf) -> Iterator[Finding]:
    """Numbers of headings that are left out: 1, 2, 4. Those that begin anew count from 1."""
    numbered = [(heading, found) for heading in subject.headings if (found := COUNTED.match(heading.text))]
    known = {(heading.node.role, found[1].casefold(), int(found[2])) for heading, found in numbered}
    last: dict[tuple[str, str], tuple[Block, int]] = {}
    for heading, found in numbered:
        kind, number = (heading.node.role, found[1].casefold()), int(found[2])
        before = last.get(kind)
        lost = before is not None and 1 < number - before[1] <= WIDEST_GAP and (*kind, number - 1) not in known
        if before and lost:
            what = f"The heading {quoted(before[0].text)} is followed by {quoted(heading.text)}."
            yield RULE.review(what, "Number them anew, or find what is missing.", **heading.spot)
        last[kind] = heading, number


def _list(subject: AnyPdf, node: Node, labels: list[str]) -> Iterator[Finding]:
    numbering, spot = str(node.attributes.get("ListNumbering", "None")), subject.spot(node)
    kind, numbers = series(labels)
    breaks = [at for at in range(1, len(numbers)) if numbers[at] != numbers[at - 1] + 1]
    if breaks:
        one, other = labels[breaks[0] - 1], labels[breaks[0]]
        what = f"In a list on page {spot['page'] or '?'}, {quoted(one)} is followed by {quoted(other)}."
        yield RULE.fail(what, "Put the items in order, or give each its number.", **spot)
    if kind and len(numbers) > 1 and numbering not in ORDERED:
        what = f"The list that begins with {quoted(labels[0])} does not say that it is numbered."
        yield RULE.fail(what, f"Set its ListNumbering to {NUMBERINGS[kind]}.", **spot)
    elif kind and numbering in ORDERED and numbering not in ("Ordered", NUMBERINGS[kind]) and len(numbers) > 2:
        what = f"The list that begins with {quoted(labels[0])} says that its numbers are {numbering}."
        yield RULE.fail(what, f"Set its ListNumbering to {NUMBERINGS[kind]}.", **spot)
    elif numbering in ORDERED and labels and all(bullet_of(label + " ") for label in labels):
        what = f"A list with {quoted(labels[0])} before its items says that it is numbered."
        yield RULE.fail(what, "Set its ListNumbering to that of its bullets.", **spot)


RULE = read_rule(__name__, __doc__, check)
