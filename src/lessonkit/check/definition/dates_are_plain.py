"""A date is written with the name of its month.

Families who grew up elsewhere read 03/04 as the fourth of March, and miss the day.

Passes: 3 April 2026; 28 November.
Fails: 11/28/2026. For a person to look at: 03/04/2026; November 28, 2026.
Clause: GOV.UK style; Easy Read rules, “dates in full”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, passages
from lessonkit.source.typed_contacts import without_targets

DAY, MONTH, YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:20)?\d\d"
NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
FOREIGN = re.compile(rf"(?<![\d/]){MONTH}/(?:1[3-9]|2\d|3[01])/{YEAR}(?![\d/])")
UNCLEAR = re.compile(rf"(?<![\d/]){MONTH}/{MONTH}/{YEAR}(?![\d/])|\b(?:{NAMES}) {DAY}(?:st|nd|rd|th)?, ?20\d\d\b")
TODO = "Write the day, the name of the month and the year: `3 April 2026`."


def check(subject: Sources) -> Iterator[Finding]:
    for passage in passages(subject.definition):
        plain = without_targets(passage.text)
        for match in FOREIGN.finditer(plain):
            what = f"“{match[0]}” has no such month in British order."
            yield RULE.fail(what, TODO, passage.text.place_of(match.start()))
        for match in UNCLEAR.finditer(plain):
            what = f"“{match[0]}” is not a plain date to everybody."
            yield RULE.review(what, TODO, passage.text.place_of(match.start()))


RULE = read_rule(__name__, __doc__, check)
