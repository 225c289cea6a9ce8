"""A page fetches nothing and runs nothing.

It must open from a memory stick or in an email, without a network; and a family that reads about abuse is nobody's
business: no other computer may learn that it did.

Passes: <img src="data:…">; <a href="https://www.childline.org.uk">
Fails: <img src="https://…">; <script>; <link rel="stylesheet">; @import; url(fonts.css)
Clause: the project's own promise: one self-contained file
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from lessonkit.check.html.web_page import WebPage
from lessonkit.check.rule import Finding, read_rule

FETCHING_ELEMENTS = ("script", "link", "iframe", "object", "embed", "base", "frame", "form", "portal")
FETCHING_ATTRIBUTES = ("src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest")
FETCHING_CSS = re.compile(r"""@import\b|url\((?!\s*["']?(data:|#))""", re.IGNORECASE)

TODO = "Put the content into the page itself."


def check(page: WebPage) -> Iterator[Finding]:
    for element in page.elements():
        if element.tag in FETCHING_ELEMENTS:
            yield RULE.fail(f"The page has a <{element.tag}>, which fetches or runs something.", TODO)
        for name in _fetching(element):
            yield RULE.fail(f"<{element.tag} {name}> of the page fetches or runs something.", TODO)
        css = (element.text or "") if element.tag == "style" else element.get("style", "")
        if FETCHING_CSS.search(css):
            yield RULE.fail(f"The CSS of <{element.tag}> fetches something.", TODO)


def _fetching(element: HtmlElement) -> Iterator[str]:
    """Attributes that fetch or run something when the page opens, or send word of a click."""
    for name, value in element.attrib.items():
        target = value.strip().lower()
        fetches = name in FETCHING_ATTRIBUTES and not target.startswith("data:")
        fetches_for_svg = name.endswith("href") and element.tag != "a" and not target.startswith("#")
        runs = name.startswith("on") or target.startswith("javascript:")
        reloads = name == "http-equiv" and target == "refresh"
        if fetches or fetches_for_svg or runs or reloads:
            yield name


RULE = read_rule(__name__, __doc__, check)
