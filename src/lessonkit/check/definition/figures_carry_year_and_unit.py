"""A figure says its year and what it counts, in its own sentence.

A number that is quoted loses the small print below it. Webpages become children, and an old count becomes today's.

Passes: In 2022 the IWF confirmed 199,363 webpages.
Fails: The IWF confirmed 199,363 cases; a count of webpages that says “children”.
Clause: the project's own: fact records (unit, year)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, facts


def check(subject: Sources) -> Iterator[Finding]:
    for fact in facts(subject):
        unit = re.split(r" (?:who|surveyed)\b| \(", str(fact.unit))[0]
        if not re.search(rf"\b{fact.year}\b", fact.text):
            what = f"The sentence of the fact {fact.id} does not say its year, {fact.year}."
            yield RULE.fail(what, "Write the year into the sentence.", fact.text.place)
        if not re.search(rf"\b{re.escape(unit)}\b", fact.text, re.I):
            what = f"The sentence of the fact {fact.id} does not say that it counts {unit}."
            yield RULE.fail(what, f"Write “{unit}” into the sentence.", fact.text.place)


RULE = read_rule(__name__, __doc__, check)
