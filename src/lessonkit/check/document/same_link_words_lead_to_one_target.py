"""Links with the same words lead to the same place.

In a list of links, two that sound alike cannot be told apart.

Passes: “report to CEOP” twice, both to the same address.
Fails: “the report form” once to CEOP and once to the Internet Watch Foundation.
Clause: WCAG 2.2 SC 2.4.9, 3.2.4
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Link
from lessonkit.reading import plain


def check(subject: Designed) -> Iterator[Finding]:
    first: dict[str, Link] = {}
    for link in subject.links():
        words = plain(link.children)
        other = first.setdefault(words.casefold(), link)
        if words and other.target != link.target:
            what = f"“{words}” leads to {link.target} here, but to {other.target} at {other.place}."
            yield RULE.review(what, "Use different words for the two.", link.place)


RULE = read_rule(__name__, __doc__, check)
