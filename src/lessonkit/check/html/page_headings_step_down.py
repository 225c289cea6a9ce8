"""A page begins with its one heading of level 1, and no heading skips a level.

Screen reader users move through a page by its headings; a missing level sounds like a missing part.

Passes: h1, h2, h3, h2
Fails: h1, h3; h2, h1; h1, h1
Clause: WCAG 2.2 SC 1.3.1 and 2.4.6 (technique G141)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.html.web_page import WebPage, words
from lessonkit.check.rule import Finding, read_rule

TODO = "Use the level below the heading around it, or make it a paragraph."


def check(page: WebPage) -> Iterator[Finding]:
    headings = [(int(element.tag[1]), words(element)) for element in page.elements("h1", "h2", "h3", "h4", "h5", "h6")]
    if [level for level, _ in headings[:1]] != [1]:
        yield RULE.fail("The first heading of the page is not of level 1.", "Let the layout print the title first.")
    for _, said in [heading for heading in headings if heading[0] == 1][1:]:
        yield RULE.fail(f"“{said}” is a second heading of level 1.", TODO)
    for (above, _), (level, said) in pairwise(headings):
        if level > above + 1:
            yield RULE.fail(f"The heading “{said}” jumps from level {above} to {level}.", TODO)
    for level, said in headings:
        if not said:
            yield RULE.fail(f"A heading of level {level} has no words.", "Give it words or leave it out.")


RULE = read_rule(__name__, __doc__, check)
