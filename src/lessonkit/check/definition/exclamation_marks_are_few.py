"""Exclamation marks are few.

To many readers they sound like shouting or alarm, and a child who is afraid needs a calm voice.

Passes: Well done!
Fails: Stop!! Think! Tell! Now!
Clause: the project's own; GOV.UK style
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, passages
from lessonkit.source.typed_contacts import without_targets

SEVERAL = re.compile(r"!(?:\s*[!?])+|\?!+")
ENOUGH = 5
"""In a whole document."""
TODO = "End the sentence with a full stop."


def check(subject: Sources) -> Iterator[Finding]:
    texts = [(passage.text, without_targets(passage.text)) for passage in passages(subject.definition)]
    for text, plain in texts:
        for match in SEVERAL.finditer(plain):
            what = f"“{match[0]}” shouts at the reader."
            yield RULE.review(what, "One full stop or question mark is enough.", text.place_of(match.start()))
    count = sum(plain.count("!") for _, plain in texts)
    if count > ENOUGH:
        first = next(text.place_of(plain.index("!")) for text, plain in texts if "!" in plain)
        what = f"The document has {count} exclamation marks; {ENOUGH} are enough. This is the first."
        yield RULE.review(what, TODO, first)


RULE = read_rule(__name__, __doc__, check)
