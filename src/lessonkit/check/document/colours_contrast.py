"""Words stand out from their ground: 4.5 to 1, large ones 3 to 1.

Pale text is lost on people with low sight, on old screens and on a school's photocopier.

Passes: dark grey #1f2937 on white, 14.7 to 1.
Fails: light grey #9ca3af on white, 2.5 to 1.
Clause: WCAG 2.2 SC 1.4.3
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.colours import Pair, pairs
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed


def check(subject: Designed) -> Iterator[Finding]:
    first: dict[tuple[object, ...], Pair] = {}
    for pair in pairs(subject.document, subject.theme):
        first.setdefault(pair[:-1], pair)
    for pair in first.values():
        if pair.ratio < pair.least:
            both = f"the style {pair.style} ({pair.colour}) on {pair.ground} ({pair.background})"
            what = (
                f"Theme {subject.theme.name}: {both} has a contrast of {pair.ratio:.1f} to 1; it needs {pair.least:g}."
            )
            yield RULE.fail(what, pair.way_out, pair.place)


RULE = read_rule(__name__, __doc__, check)
