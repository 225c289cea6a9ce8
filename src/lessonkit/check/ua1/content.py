"""What is drawn is tagged, or decoration (PDF/UA-1 7.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lessonkit.check.anypdf.facts import Content, Drawn, Page, PdfFacts, Run
from lessonkit.check.ua1.broken import Broken, rule

TAGGED, NESTED = rule("CONTENT-TAGGING"), rule("ARTIFACT-NESTED")
INSIDE = rule("TAGGED-CONTENT-INSIDE-ARTIFACT")
RULES = frozenset({INSIDE})


def broken(facts: PdfFacts) -> Iterator[Broken]:
    """Content whose number leads nowhere, and decoration that has a number."""
    for page in facts.pages:
        if page.unclosed:
            yield Broken(TAGGED, f"marked content on page {page.number} never ends")
        if any(not is_tagged(facts, page, drawn.content) for drawn in _drawn(page)):
            yield Broken(TAGGED, f"the structure does not know some content on page {page.number}")
        if any(is_tagged(facts, page, content) for content in page.inside_artifacts):
            yield Broken(INSIDE, f"real content stands inside an artifact on page {page.number}")
        if any(is_tagged(facts, page, content) for content in page.numbered_artifacts):
            yield Broken(NESTED, f"an artifact on page {page.number} is tagged as real content")


def _drawn(page: Page) -> Iterator[Drawn]:
    everything: tuple[Iterable[Drawn], ...] = (page.runs, page.fills, page.strokes, page.pictures)
    for each in everything:
        yield from (drawn for drawn in each if drawn.artifact is None and not _is_only_spoken(drawn))


def _is_only_spoken(drawn: Drawn) -> bool:
    """Marked content without words whose ActualText speaks: nothing is drawn there."""
    return isinstance(drawn, Run) and not drawn.text and bool(drawn.spoken)


def is_tagged(facts: PdfFacts, page: Page, content: Content | None) -> bool:
    """Whether the parent tree leads from marked content, or from what is around it, into the structure."""
    seen: set[Content] = set()
    while content is not None and content not in seen:
        seen.add(content)
        key = page.form_parents.get(content.stream) if content.stream else page.parents
        listed = facts.parents.get(-1 if key is None else key, [])
        if content.number < len(listed) and listed[content.number] in facts.rooted:
            return True
        content = page.around.get(content)
    return False
