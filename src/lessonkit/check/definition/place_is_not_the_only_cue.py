"""Nothing is told apart by the side or corner it stands in, or by its shape, alone.

In Word and on a telephone the picture on the right stands below; and whoever listens hears no sides.

Passes: the table “Who can help”; the box above; on the right track; sit on the left.
Fails: the table on the right; the picture at the bottom left; the round button.
Clause: WCAG 2.2 SC 1.3.3
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.cues import PLACE
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, passages
from lessonkit.source.typed_contacts import without_targets

TODO = "Name it by its heading, caption or words; its place may be said as well."


def check(subject: Sources) -> Iterator[Finding]:
    for passage in passages(subject.definition):
        for match in PLACE.finditer(without_targets(passage.text)):
            what = f"“{' '.join(match[0].split())}” is told by its place or shape alone."
            yield RULE.review(what, TODO, passage.text.place_of(match.start()))


RULE = read_rule(__name__, __doc__, check)
