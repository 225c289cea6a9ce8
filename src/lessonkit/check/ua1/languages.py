"""The language of all words can be told (PDF/UA-1 7.2)."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Content, Page, PdfFacts
from lessonkit.check.ua1.broken import Broken, rule
from lessonkit.check.ua1.content import element_of

UNTOLD = rule("TEXT-LANGUAGE")
RULES = frozenset({UNTOLD})


def broken(facts: PdfFacts) -> Iterator[Broken]:
    """Pages with words in no language. What is around a form on the page says nothing about the words in it."""
    if facts.language:
        return
    for page in facts.pages:
        if not all(_is_told(facts, page, holders) for holders in page.voices):
            yield Broken(UNTOLD, f"the language of words on page {page.number} cannot be told", page.number)


def _is_told(facts: PdfFacts, page: Page, holders: tuple[Content, ...]) -> bool:
    return any(element_of(facts, page, content) in facts.told for content in holders)
