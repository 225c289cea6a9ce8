"""Every link in a page has words and leads somewhere.

A link without words cannot be heard or clicked; one to a missing id does nothing.

Passes: <a href="#talk">Talk first</a> with <h2 id="talk">
Fails: <a href="#tlak">Talk first</a>; <a href="#talk"></a>; <a>Talk first</a>
Clause: WCAG 2.2 SC 2.4.4
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.html.web_page import WebPage, words
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold


def check(page: WebPage) -> Iterator[Finding]:
    ids = {element.get("id") for element in page.elements()}
    for link in page.elements("a"):
        target, said = link.get("href", ""), words(link) or fold(link.get("aria-label", ""))
        if not said:
            yield RULE.fail(f"A link to “{target}” has no words.", "Say where it leads.")
        if target in ("", "#"):
            yield RULE.fail(f"The link “{said}” leads nowhere.", "Give it an address, or `#` and the id of a heading.")
        elif target.startswith("#") and target[1:] not in ids:
            todo = "Write the id of a heading in this document."
            yield RULE.fail(f"The link “{said}” leads to “{target}”, which the page does not have.", todo)


RULE = read_rule(__name__, __doc__, check)
