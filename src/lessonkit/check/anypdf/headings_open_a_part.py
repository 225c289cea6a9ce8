"""Below each heading stands what it announces.

Whoever jumps to a heading wants to read on there. One with nothing below it is a part that was lost, or the first line
of a heading that was cut in two.

Passes: a heading, then text; a heading, then one a level lower.
Fails: For a person to look at: H2 directly followed by H2; a heading that ends the file.
Fix: In Word, delete the heading, or join its two lines with Shift+Enter; then export again.
Clause: WCAG 2.2 SC 1.3.1, 2.4.6; Matterhorn 14
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.anypdf.facts import Node
from lessonkit.check.anypdf.outline_matches_headings import opens_contents
from lessonkit.check.anypdf.subject import HEADINGS, AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule

CARDS = 3
"""Headings: so many without a word may be a pack of cards."""
TODO = "Write what belongs there, take the heading out, or join it with the next."


def check(subject: AnyPdf) -> Iterator[Finding]:
    found = list(_empty(subject))
    if 2 * len(found) > len(subject.headings) > CARDS:
        return  # cards: their words are their headings
    for heading, following in found:
        what = f"Nothing stands below the heading {quoted(subject.words(heading))}"
        how = f"; {quoted(subject.words(following))} follows at once." if following else ", which ends the file."
        yield RULE.review(what + how, TODO, **subject.spot(heading))


def _empty(subject: AnyPdf) -> Iterator[tuple[Node, Node | None]]:
    """Headings with nothing below them, each with the heading that follows."""
    last: Node | None = None
    titles = set(_titles(subject))
    for node in subject.facts.nodes:
        if node.role in HEADINGS:
            if not subject.words(node):
                continue
            if last is not None and "H" != node.role <= last.role and last not in titles:
                yield last, node
            last = node
        elif last is not None and not node.inside(*HEADINGS) and any(not isinstance(kid, Node) for kid in node.kids):
            last = None
    if last is not None and len(subject.headings) > 1:
        yield last, None


def _titles(subject: AnyPdf) -> Iterator[Node]:
    """The title of the file, above its contents or on a page of its own."""
    for title, following in pairwise(subject.headings[:2]):
        if following.page != title.page or opens_contents(following):
            yield title.node


RULE = read_rule(__name__, __doc__, check)
