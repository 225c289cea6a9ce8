"""Nothing is told apart by its colour alone.

Some readers do not see red from green, others hear the page, and most schools copy it in grey.

Passes: the box “Never”; a button that says Report.
Fails: the red box; the words in green.
Clause: WCAG 2.2 SC 1.4.1, 1.3.3
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.cues import CUE
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, passages
from lessonkit.source.typed_contacts import without_targets


def check(subject: Sources) -> Iterator[Finding]:
    for passage in passages(subject.definition):
        for match in CUE.finditer(without_targets(passage.text)):
            what = f"“{' '.join(match[0].split())}” tells something by its colour alone."
            todo = "Name it by its words or its place in the text; the colour may be said as well."
            yield RULE.review(what, todo, passage.text.place_of(match.start()))


RULE = read_rule(__name__, __doc__, check)
