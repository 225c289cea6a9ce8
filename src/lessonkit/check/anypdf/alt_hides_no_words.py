"""An alternative text does not take the place of words.

Where an element has one, many screen readers speak it and skip all that is inside: a paragraph's words are lost. The
expansion of an abbreviation does the same, where it stands on more than that.

Passes: Alt on a Figure or a Formula.
Fails: Alt on a paragraph, on a link, or on a section full of words; an expansion on a paragraph, or with another
telephone number; a sentence that is tagged as a Figure.
Fix: In Acrobat, open the Tags panel, Properties of the element, and delete its Alternate Text.
Clause: ISO 32000-1 14.9.3; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.contacts import differ
from lessonkit.check.anypdf.facts import Node, Run
from lessonkit.check.anypdf.pictures import drawn_of
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

PICTURES = ("Figure", "Formula", "Form", "Annot")
MOST_WORDS = 25
"""Labels of a chart are few; more words are a text."""

FEW_WORDS = 5
"""Of words alone: a word in fancy letters is a picture."""

LONGEST_ABBREVIATION = 4
"""Words."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in subject.facts.nodes:
        if node.expansion and _replaces(node.expansion, subject.words(node)):
            what = f"The expansion {quoted(node.expansion)} replaces the words {quoted(subject.words(node))}."
            yield RULE.fail(what, "Put it on the abbreviation alone.", **subject.spot(node))
        if not node.alt or node.inside("Figure", "Formula"):
            continue
        words = subject.words(node)
        most = FEW_WORDS if node.role == "Figure" and not _is_drawn(subject, node) else MOST_WORDS
        lost = len(words.split()) > len(node.alt.split()) + most if node.role in PICTURES else bool(words)
        if lost and fold(node.alt).casefold() != words.casefold():
            what = f"The alternative text {quoted(node.alt)} of a {node.role} replaces its words, {quoted(words)}."
            yield RULE.fail(what, "Take the alternative text away.", **subject.spot(node))


def _replaces(expansion: str, words: str) -> bool:
    return len(words.split()) > LONGEST_ABBREVIATION or differ(words, expansion)


def _is_drawn(subject: AnyPdf, node: Node) -> bool:
    """Whether there is more in an element than words."""
    return any(not isinstance(each, Run) for each in drawn_of(subject, node))


RULE = read_rule(__name__, __doc__, check)
