"""The document says its language, and so does every passage in another one.

A screen reader chooses its voice by the language; English read by a French voice cannot be understood.

Passes: language: en-GB
Fails: language: English; no language.
Clause: PDF/UA-1 7.2; WCAG 2.2 SC 3.1.1, 3.1.2
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Abbreviation, Text

TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-zA-Z0-9]{4,8})*")
TODO = "Use a tag such as `en-GB`, `cy` or `fr`."


def check(subject: Designed) -> Iterator[Finding]:
    document = subject.document
    if not document.language:
        yield RULE.fail("The document does not say its language.", TODO, document.place)
    elif not TAG.fullmatch(document.language):
        yield RULE.fail(f"“{document.language}” is not a language tag.", TODO, document.place)
    for node, place in subject.inline_nodes():
        if isinstance(node, Text | Abbreviation) and node.language is not None and not TAG.fullmatch(node.language):
            yield RULE.fail(f"“{node.language}” is not a language tag.", TODO, place)


RULE = read_rule(__name__, __doc__, check)
