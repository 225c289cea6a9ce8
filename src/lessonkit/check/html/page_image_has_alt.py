"""Every picture in a page has an alternative text or is hidden from listeners.

A picture with neither is read out as a file name or as “image”.

Passes: <img alt="A girl shows her phone">; <img alt="">; <svg aria-hidden="true">
Fails: <img>; <svg>
Clause: WCAG 2.2 SC 1.1.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from lessonkit.check.html.web_page import WebPage
from lessonkit.check.rule import Finding, read_rule

TODO = "Write `alt`, or set `decorative: true`."


def check(page: WebPage) -> Iterator[Finding]:
    for image in page.elements("img", "svg"):
        if not _has_alt(image):
            yield RULE.fail("A picture of the page has no alternative text and is not marked decorative.", TODO)


def _has_alt(image: HtmlElement) -> bool:
    if image.get("aria-hidden") == "true":
        return True
    if image.tag == "img":
        return "alt" in image.attrib
    return image.get("role") == "img" and bool(image.get("aria-label", "").strip())


RULE = read_rule(__name__, __doc__, check)
