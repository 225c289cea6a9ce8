"""A page says which language it is in.

Without it a screen reader reads English with whatever voice it last used, and nobody understands a word.

Passes: <html lang="en-GB">
Fails: <html>
Clause: WCAG 2.2 SC 3.1.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.html.web_page import WebPage
from lessonkit.check.rule import Finding, read_rule

TODO = "Set `language` in the definition."


def check(page: WebPage) -> Iterator[Finding]:
    language = page.root.get("lang", "")
    if not language:
        yield RULE.fail("The page does not say its language.", TODO)
    elif page.document and language != page.document.language:
        yield RULE.fail(f"The page says it is in {language}; the document is in {page.document.language}.", TODO)


RULE = read_rule(__name__, __doc__, check)
