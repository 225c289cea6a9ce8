"""Every percentage follows from the counts beside it.

The campaign page that this project began with prints a rise of 6% where the counts give 9%. Whoever works it out
again stops believing the rest.

Passes: 199,363 after 182,281, printed as 9%.
Fails: the same counts, printed as 6%.
Clause: the project's own
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, facts
from lessonkit.source.records import Compute


def check(subject: Sources) -> Iterator[Finding]:
    for fact in facts(subject):
        if fact.compute is None:
            continue
        exact, printed = percentage(fact.compute), f"{fact.compute.printed:g}"
        if f"{_rounded(exact):g}" != printed:
            what = f"The fact {fact.id} says {printed}%, but its counts give {exact:.1f}%."
            yield RULE.fail(what, f"Print {_rounded(exact):g}%, or correct the counts.", fact.compute.place)
        if f"{printed}%" not in fact.text:
            what = f"The fact {fact.id} does not print the {printed}% that it computes."
            yield RULE.fail(what, "Make the sentence and `printed` agree.", fact.text.place)


def percentage(compute: Compute) -> float:
    """The exact percentage of a change or a share."""
    if compute.change_percent:
        first, last = compute.change_percent
        return (last - first) / first * 100
    part, whole = compute.share_percent or (0.0, 1.0)
    return part / whole * 100


def _rounded(exact: float) -> Decimal:
    """To the nearest whole number, a half upwards as people do it."""
    return Decimal(str(exact)).quantize(Decimal(1), ROUND_HALF_UP)


RULE = read_rule(__name__, __doc__, check)
