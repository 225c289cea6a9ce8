"""The language of all words can be told (PDF/UA-1 7.2)."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Content, Node, Page, PdfFacts
from lessonkit.check.ua1.broken import Broken, rule
from lessonkit.check.ua1.content import element_of

UNTOLD = rule("TEXT-LANGUAGE")
RULES = frozenset({UNTOLD})


def broken(facts: PdfFacts) -> Iterator[Broken]:
    """Pages with words in no language. What is around a form on the page says nothing about the words in it."""
    if facts.language:
        return
    nodes = {node.number: node for node in facts.nodes if node.number}
    for page in facts.pages:
        if not all(_is_told(facts, page, content, nodes) for content in page.voices):
            yield Broken(UNTOLD, f"the language of words on page {page.number} cannot be told")


def _is_told(facts: PdfFacts, page: Page, content: Content | None, nodes: dict[int, Node]) -> bool:
    while content is not None:
        node = nodes.get(element_of(facts, page, content))
        if node is not None and any(each.language is not None for each in (node, *node.above())):
            return True
        around = page.around.get(content)
        content = around if around is not None and around.stream == content.stream else None
    return False
