"""Letters are what they look like.

Bold letters borrowed from mathematics are read as “mathematical bold capital N …”; characters that were lost on the way
are not read at all.

Passes: letters of the alphabet, with a bold face for weight.
Fails: “isnâ€™t”; words in letters of mathematics; a word with a space of no width inside; “N o t h i n g”.
Fix: In the source, type the words anew, and use the styles of the program for their looks; then export again.
Clause: WCAG 2.2 SC 1.3.1, 3.1.5; our own
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.letters import strange
from lessonkit.check.pdf.characters import UNKNOWN
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    for block in subject.blocks:
        # What has no character at all is told by another rule.
        if what := strange(block.text.replace(UNKNOWN, "")):
            yield RULE.fail(f"{quoted(block.text)} {what}.", "Type it anew.", **block.spot)
    for node in subject.facts.nodes:
        if node.alt and (what := strange(node.alt)):
            yield RULE.fail(f"The alternative text {quoted(node.alt)} {what}.", "Type it anew.", **subject.spot(node))
    named = [("title", subject.facts.title), *(("bookmark", each.title) for each in subject.facts.outline)]
    for kind, text in named:
        if what := strange(text):
            yield RULE.fail(f"The {kind} {quoted(text)} {what}.", "Type it anew.")


RULE = read_rule(__name__, __doc__, check)
