"""Statistics come from the fact records.

A figure typed into a text has no source, no year and no unit, and nobody sees when it has aged or who may be told it.

Passes: a block `facts: [reports_2022]`; “two of the three pupils”; “print at 100%”.
Fails: “65% of children have seen this”; “one in five young people”; “12,000 pupils were asked”. For a person to look
at: “thousands of children”; “every three minutes a child …”.
Clause: the project's own: no document prints a figure without a record
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, passages

NUMBER = "two|three|four|five|six|seven|eight|nine|ten|a hundred|a thousand|[0-9][0-9,]*"
COUNTED = (
    "children|child|pupils?|young people|people|person|parents?|carers?|boys?|girls?|teenagers?|students?|learners?|"
    "users?|victims?|offenders?|adults?|families|reports?|cases|images?|pictures|videos?|webpages?|websites?|"
    r"[0-9]+[- ]year[- ]olds?|[0-9]+s|of (?:them|us|all)"
)
SOON = rf"(?=(?:of )?(?:[a-z]+[ -]){{0,2}}?(?:{COUNTED})\b)"
"""What is counted follows, after at most two other words: “in five British children”."""
STATISTIC = re.compile(
    rf"\b(?:one|1) in (?:every )?(?:{NUMBER}) {SOON}"
    rf"|\b(?:{NUMBER}) (?:out of|in|of) (?:every )?[0-9]+ {SOON}"
    rf"|\b[0-9]{{1,3}}(?:,[0-9]{{3}})+ {SOON}"
    rf"|\b[0-9]+(?:\.[0-9]+)? ?(?:%|per ?cent\b) {SOON}",
    re.IGNORECASE,
)
YOUNG = "(?:children|young people|girls|boys|teenagers|pupils|students|parents)"
TENS = "ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SHARE = re.compile(
    r"\b(?!100\b)[0-9]+(?:\.[0-9]+)? ?(?:%|per ?cent\b)"
    rf"|\bevery (?:(?:{NUMBER}|few) )?(?:seconds?|minutes?),? (?:a|an|one|another) (?:{COUNTED})\b"
    rf"|\b(?:{TENS})(?:-[a-z]+)? per ?cent\b|\b(?:hundreds|thousands|millions) of {YOUNG}\b"
    rf"|\b(?:(?:a|one|two|three)[ -])?(?:half|thirds?|quarters?|fifths?) of (?:all )?{YOUNG}\b",
    re.IGNORECASE,
)
RECORD = "Make a fact record of it, with its source and year, and print that: `facts: [its_id]`. Or leave it out."
LOOK = "If it is a statistic, make a fact record of it and print that: `facts: [its_id]`."


def check(subject: Sources) -> Iterator[Finding]:
    for passage in passages(subject.definition):
        found = list(STATISTIC.finditer(passage.text))
        for match in found:
            what = f"“{match[0].strip()} …” is a statistic typed by hand: nobody can see where it is from."
            yield RULE.fail(what, RECORD, passage.text.place_of(match.start()))
        for match in SHARE.finditer(passage.text):
            if not any(each.start() <= match.start() < each.end() for each in found):
                what = f"“{match[0]}” is typed by hand."
                yield RULE.review(what, LOOK, passage.text.place_of(match.start()))


RULE = read_rule(__name__, __doc__, check)
