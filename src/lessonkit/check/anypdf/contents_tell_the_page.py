"""The list of contents tells the page that each entry leads to.

Readers on paper go by the number, readers on a screen by the link: both must find the same page.

Passes: “Who can help 2”, linked to page 2; Roman numbers before page 1.
Fails: entries whose numbers are right but one; “Who can help”, linked to another part.
Fix: In Word, right-click the table of contents, Update Field, Update entire table, and export again.
Clause: WCAG 2.2 SC 2.4.4; Matterhorn 18
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Node, Pointer
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule

NUMBER = re.compile(r"(\d{1,4})\s*$")


def check(subject: AnyPdf) -> Iterator[Finding]:
    entries = [(node, page, told) for node in subject.facts.nodes if node.role == "TOCI"
               for page, told in _numbers(subject, node)]  # fmt: skip
    steps = Counter(page - told for _, page, told in entries)
    if len(steps) > 1:
        usual = steps.most_common(1)[0][0]
        for node, page, told in entries:
            if page - told != usual:
                what = (
                    f"The contents say page {told} for {quoted(subject.words(node))} but lead to page {page - usual}."
                )
                yield RULE.fail(what, "Update the list of contents.", **subject.spot(node))


def _numbers(subject: AnyPdf, node: Node) -> Iterator[tuple[int, int]]:
    """The page that an entry leads to, and the one that it tells."""
    nested = [each for kid in node.nodes if kid.role == "TOC" for each in kid.walk()]
    own = [each for each in node.walk() if each not in nested]
    pointers = [kid.object for each in own for kid in each.kids if isinstance(kid, Pointer)]
    targets = [found.target for number in pointers if (found := subject.facts.annotation_at.get(number))]
    said = NUMBER.search("".join(run.said for each in own for run in subject.own_runs(each)))
    if said and targets and targets[0]:
        yield targets[0], int(said[1])


RULE = read_rule(__name__, __doc__, check)
