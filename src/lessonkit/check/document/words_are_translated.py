"""The words around a text are in its language, and a translator has checked them.

A heading or a spoken “blank” in English, in the middle of a Welsh page, is read aloud as if it were Welsh.

Passes: a document in English; one in Welsh whose words stand in layouts/strings/cy.yaml, with `reviewed`.
Fails: a document in Welsh whose `layouts/strings/cy.yaml` has no `skip`.
Clause: the project's own; WCAG 2.2 SC 3.1.2
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.problems import Place

SHOWN = 8
"""How many names a message lists."""


def check(subject: Designed) -> Iterator[Finding]:
    document = subject.document
    place = Place(document.words_file)
    if document.untranslated:
        names = ", ".join(document.untranslated[:SHOWN])
        more = f" and {len(document.untranslated) - SHOWN} more" if len(document.untranslated) > SHOWN else ""
        what = f"Words without a translation stand in English: {names}{more}."
        yield RULE.review(what, "Translate them in this file.", place)
    if document.unchecked:
        todo = "Have one check it and write who it was under `reviewed`."
        yield RULE.review("No translator has checked these words.", todo, place)


RULE = read_rule(__name__, __doc__, check)
