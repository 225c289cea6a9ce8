"""Each id stands once in a page.

A link to an id that stands twice leads to the first one, whichever was meant.

Passes: <h2 id="talk">, <h2 id="talk-2">
Fails: <h2 id="talk">, <h2 id="talk">
Clause: HTML Living Standard 3.2.6; WCAG 2.2 SC 4.1.2
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lessonkit.check.html.web_page import WebPage
from lessonkit.check.rule import Finding, read_rule


def check(page: WebPage) -> Iterator[Finding]:
    counts = Counter(element.get("id") for element in page.elements() if element.get("id") is not None)
    for name, count in counts.items():
        if count > 1:
            yield RULE.fail(f"The id “{name}” stands {count} times in the page.", "Give each heading its own id.")


RULE = read_rule(__name__, __doc__, check)
