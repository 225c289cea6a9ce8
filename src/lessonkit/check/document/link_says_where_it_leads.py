"""The words of a link say where it leads.

Many readers go through a page from link to link and hear nothing but the link's own words.

Passes: the Childline website; www.iwf.org.uk/report, which also helps on paper.
Fails: click here; more; https://www.childline.org.uk; a link without words. For a person to look at: “Click here to
find out” in a text that links to nothing.
Clause: WCAG 2.2 SC 2.4.4; PDF/UA-1 7.18.5
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Text
from lessonkit.reading import plain, walk_inline

EMPTY_WORDS = {
    "click", "click here", "click this", "details", "find out more", "follow this link", "go", "here", "info",
    "learn more", "link", "more", "more information", "more info", "page", "read more", "see here", "this", "this link",
    "this page", "this website", "visit", "website",
}  # fmt: skip
BARE_ADDRESS = re.compile(r"^(?:https?://|mailto:|tel:)|^\S+\.\S+[?&=%#]", re.I)
"""Short addresses such as www.iwf.org.uk/report are words to people who read on paper."""
ASKED = re.compile(r"\b(?:click|tap|press|follow)\s+(?:here|this\s+link|the\s+link\s+below)\b", re.I)
TODO = "Use the name of the page or organisation."


def check(subject: Designed) -> Iterator[Finding]:
    for link in subject.links():
        words = plain(link.children)
        if not words:
            yield RULE.fail(f"The link to {link.target} has no words.", TODO, link.place)
        elif words.casefold().strip(" .:…") in EMPTY_WORDS:
            yield RULE.fail(f"The link words “{words}” do not say where they lead ({link.target}).", TODO, link.place)
        elif BARE_ADDRESS.match(words):
            yield RULE.fail(f"The link words are a bare address: {words}.", TODO, link.place)
    for node, place in subject.inline_nodes():
        if isinstance(node, Text) and (found := ASKED.search(node.text)) and not _is_linked(node, subject):
            what = f"“{found[0]}” tells readers to use a link that is not there."
            yield RULE.review(what, "Make a link of the name of what is meant: `[its name](…)`.", place)


def _is_linked(node: Text, subject: Designed) -> bool:
    return any(child is node for link in subject.links() for child in walk_inline(link.children))


RULE = read_rule(__name__, __doc__, check)
