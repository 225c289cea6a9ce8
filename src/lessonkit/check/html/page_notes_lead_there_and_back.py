"""Every note of a page is called in its words, and leads back to there.

A note that cannot be reached is lost; one without a way back leaves a listener at the end of the page.

Passes: <a role="doc-noteref" href="#note.1" id="call.1">1</a> and a note with <a role="doc-backlink" href="#call.1">
Fails: a number that leads to no note; a note that nothing calls; a note without a link back.
Clause: WCAG 2.2 SC 2.4.3; DPUB-ARIA 1.1, doc-noteref and doc-backlink
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from lessonkit.check.html.web_page import BACK, CALL, WebPage, notes, words
from lessonkit.check.rule import Finding, read_rule

TODO = "Report this fault."


def check(page: WebPage) -> Iterator[Finding]:
    calls = {link.get("href", ""): f"#{link.get('id')}" for link in page.elements("a") if link.get("role") == CALL}
    found = notes(page.root)
    for target in calls:
        if target not in found:
            yield RULE.fail(f"The page has no note “{target}”, which a number in the text leads to.", TODO)
    for target, note in found.items():
        if target not in calls:
            yield RULE.fail(f"Nothing in the text leads to the note “{words(note)}”.", TODO)
        elif calls[target] not in _ways_back(note):
            yield RULE.fail(f"The note “{words(note)}” does not lead back to where it is called.", TODO)


def _ways_back(note: HtmlElement) -> list[str]:
    return [str(link.get("href")) for link in note.iter("a") if link.get("role") == BACK]


RULE = read_rule(__name__, __doc__, check)
