"""T.A.L.K. has its four words in order, each explained, with credit to where they come from.

The letters only help to remember when their words stand in their order; and readers have a right to know whose
guidance it is.

Passes: panels for Talk, Agree, Learn and Know, each with text, and the message talk-credit.
Fails: Talk, Learn, Agree, Know; no credit.
Clause: Internet Watch Foundation, T.A.L.K. guidance for parents
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, messages
from lessonkit.source.leaflet import Leaflet

WORDS = ("Talk", "Agree", "Learn", "Know")
CREDIT = "talk-credit"


def check(subject: Sources) -> Iterator[Finding]:
    leaflet = subject.definition
    if not isinstance(leaflet, Leaflet) or not any(panel.letter for panel in leaflet.panels):
        return
    lettered = [panel for panel in leaflet.panels if panel.letter]
    letters = "".join(str(panel.letter) for panel in lettered)
    if letters != "TALK":
        what = f"The letters of the panels read “{letters}”, not “TALK”."
        yield RULE.fail(what, "Put the panels in order: T, A, L, K.", lettered[0].place)
    headings = " ".join(str(panel.heading) for panel in lettered)
    found = re.findall(r"\b(Talk|Agree|Learn|Know)\b", headings)
    if letters == "TALK" and found != list(WORDS):
        what = f"The headings of these panels say {', '.join(found) or 'none of the words'}, not {', '.join(WORDS)}."
        yield RULE.fail(what, "Name each word once, in order.", lettered[0].place)
    if CREDIT not in messages(subject):
        what = "The leaflet does not say that T.A.L.K. is the Internet Watch Foundation's guidance."
        yield RULE.fail(what, f"Add `{CREDIT}` to `credits`.", leaflet.place_of("credits"))


RULE = read_rule(__name__, __doc__, check)
