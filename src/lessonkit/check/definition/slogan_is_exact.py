"""The three steps of the campaign stand in their exact words, with credit; pupils with SEND are told to tell first.

A slogan helps because it is the same everywhere. And a child who cannot block and report alone needs the third step
first: tell someone you trust.

Passes: a poster with the message slogan and the credit slogan-credit; a poster for SEND with send-tell-first.
Fails: “Block, report and tell” typed into a text; the slogan without its credit, or in a document for SEND.
Clause: Internet Watch Foundation campaign; its message for pupils with SEND
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, messages, passages
from lessonkit.source.texts import CHILDREN

SLOGAN, CREDIT, FIRST = "slogan", "slogan-credit", "send-tell-first"
TYPED = re.compile(r"\bblock(?: it| them)?\W+(?:and\W+)?report(?: it| them)?\W+(?:and\W+)?tell\b", re.I)


def check(subject: Sources) -> Iterator[Finding]:
    printed, place = messages(subject), subject.definition.place
    if SLOGAN in printed and CREDIT not in printed:
        what = "Nothing says that the three steps are the Internet Watch Foundation's."
        yield RULE.fail(what, f"Add `{CREDIT}` to `credits`.", place)
    if SLOGAN in printed and subject.audience == "send":
        what = "Pupils with SEND are told to block and report first, which some cannot do alone."
        yield RULE.fail(what, f"Use the message `{FIRST}` instead.", place)
    for passage in passages(subject.definition) if subject.audience in CHILDREN else ():
        if found := TYPED.search(passage.text):
            what = f"The slogan is typed by hand: “{found[0]}”."
            yield RULE.fail(what, f"Use `- message: {SLOGAN}`.", passage.text.place_of(found.start()))


RULE = read_rule(__name__, __doc__, check)
