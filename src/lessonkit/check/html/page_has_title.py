"""A page has the document's title.

It names the tab, the bookmark and the window: the first thing that a screen reader says about a page.

Passes: <title>Talk with your child</title>
Fails: <title></title>
Clause: WCAG 2.2 SC 2.4.2
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.html.web_page import WebPage, words
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

TODO = "Set `title` in the definition."


def check(page: WebPage) -> Iterator[Finding]:
    title = next((words(element) for element in page.elements("title")), "")
    if not title:
        yield RULE.fail("The page has no title.", TODO)
    elif page.document and title != fold(page.document.title):
        yield RULE.fail(f"The page is called “{title}”; the document is called “{page.document.title}”.", TODO)


RULE = read_rule(__name__, __doc__, check)
