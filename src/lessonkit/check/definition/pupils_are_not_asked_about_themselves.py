"""No text asks pupils what has happened to them, or to play somebody who harms.

In front of others a child cannot take back what was said; and whoever plays such a part, or meets it, may be hurt
again.

Passes: What could help Alex?; Do not ask what has happened to a pupil; Practise a telling sentence.
Fails: nothing fails. For a person to look at: Ask each pupil to tell the class what has happened to them; Write about a
time when you felt unsafe; One pupil plays the groomer.
Clause: PSHE Association, safe learning environments (distancing)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, sentences_of

PUPILS = r"(?:pupils?|children|child|students?|everyone|everybody|volunteers?|them)"
TELL = r"(?:tell|share|describe|write|draw|talk|say|explain)"
OWN = (
    r"(?:what\s+(?:has\s+|had\s+)?happened\s+to\s+(?:them|you|him|her)|(?:their|your)\s+own\s+(?:experiences?|story|stories)"
    r"|(?:a|the)\s+time\s+(?:when\s+)?(?:they|you|something|someone|somebody)|something\s+that\s+happened\s+to\s+(?:them|you))"
)
PERSON = r"(?:groomer|abuser|offender|perpetrator|attacker|person\s+who\s+harms|adult\s+who\s+harms)"
ASKED = re.compile(
    rf"\b(?:ask|invite|encourage|get|let|have|want)\s+(?:\w+\s+){{0,3}}?{PUPILS}\s+(?:[\w-]+\s+){{0,6}}?{OWN}"
    rf"|(?:^|[.:;]\s*){TELL}\s+(?:[\w-]+\s+){{0,4}}?{OWN}|\b(?:plays?|playing|acts?)\s+(?:as\s+)?the\s+{PERSON}\b",
    re.I,
)
REFUSED = re.compile(r"\b(?:not|never|no|nobody|none|without|cannot|instead)\b|n[’']t\b", re.I)
TODO = "Ask about somebody made up, and offer an adult to talk to alone."


def check(subject: Sources) -> Iterator[Finding]:
    if subject.audience == "parents":  # At home a child is asked by somebody who stays.
        return
    for sentence, place in sentences_of(subject.definition):
        if (found := ASKED.search(sentence)) and not REFUSED.search(sentence):
            what = f"“{found[0].strip()}” asks pupils about themselves, or to play somebody who harms."
            yield RULE.review(what, TODO, place, quote=sentence)


RULE = read_rule(__name__, __doc__, check)
