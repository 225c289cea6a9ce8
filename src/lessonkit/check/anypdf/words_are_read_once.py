"""Nothing is read twice.

A listener who hears a sentence again thinks that the page was turned back.

Passes: the same words in two sections; the same question twice in a form.
Fails: For a person to look at: a paragraph that is followed by its copy; two headings in a row with the same words.
Fix: In Acrobat, Tags panel, delete the second one and mark its content as artifact.
Clause: WCAG 2.2 SC 1.3.2
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule

FEWEST_WORDS = 5
PROMPTS = ("?", ":")
"""How words end that ask for something to be written; a form asks the same of each person."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    for one, other in pairwise(subject.blocks):
        if one.text == other.text and len(one.text.split()) >= FEWEST_WORDS and not one.text.endswith(PROMPTS):
            what = f"{quoted(one.text)} on page {one.page or '?'} is read twice."
            yield RULE.review(what, "Take one of them out of the structure.", **other.spot)
    for one, other in pairwise(subject.headings):
        same = one.text == other.text and one.node.role == other.node.role
        if same and 0 < len(one.text.split()) < FEWEST_WORDS:
            what = f"The heading {quoted(one.text)} comes twice in a row."
            yield RULE.review(what, "Join the two parts, or say what makes them differ.", **other.spot)


RULE = read_rule(__name__, __doc__, check)
