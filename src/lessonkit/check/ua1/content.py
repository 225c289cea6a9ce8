"""What is drawn is tagged, or decoration (PDF/UA-1 7.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lessonkit.check.anypdf.facts import Content, Drawn, Page, PdfFacts, Run
from lessonkit.check.ua1.broken import Broken, rule

TAGGED, NESTED = rule("CONTENT-TAGGING"), rule("ARTIFACT-NESTED")
INSIDE, TWICE = rule("TAGGED-CONTENT-INSIDE-ARTIFACT"), rule("FORM-STRUCTURE")
RULES = frozenset({INSIDE, NESTED, TWICE})


def broken(facts: PdfFacts) -> Iterator[Broken]:
    """Content whose number leads nowhere, decoration that has a number, and forms that two elements would hold."""
    drawn_forms = [form for page in facts.pages for form in page.forms]
    if len(set(drawn_forms)) < len(drawn_forms):
        yield Broken(TWICE, "a form with its own place in the structure is drawn more than once")
    for page in facts.pages:
        if page.unclosed:
            yield Broken(TAGGED, f"marked content on page {page.number} never ends", page.number)
        if any(not is_tagged(facts, page, drawn.content) for drawn in _drawn(page)):
            yield Broken(TAGGED, f"the structure does not know some content on page {page.number}", page.number)
        if any(is_tagged(facts, page, content) for content in page.inside_artifacts):
            yield Broken(INSIDE, f"real content stands inside an artifact on page {page.number}", page.number)
        if any(is_tagged(facts, page, content) for content in page.numbered_artifacts):
            yield Broken(NESTED, f"an artifact on page {page.number} is tagged as real content", page.number)
        if any(is_tagged(facts, page, content) for content in page.around_artifacts):
            yield Broken(NESTED, f"an artifact on page {page.number} stands inside real content", page.number)


def _drawn(page: Page) -> Iterator[Drawn]:
    decoration = set(page.inside_artifacts)
    everything: tuple[Iterable[Drawn], ...] = (page.runs, page.fills, page.strokes, page.pictures)
    for each in everything:
        yield from (drawn for drawn in each if _is_real(drawn, page, decoration))


def _is_real(drawn: Drawn, page: Page, decoration: set[Content]) -> bool:
    """Whether it must be tagged: nothing is drawn for marked content without words whose ActualText speaks."""
    only_spoken = isinstance(drawn, Run) and not drawn.text and bool(drawn.spoken)
    decorates = decoration and any(content in decoration for content in _outwards(page, drawn.content))
    return drawn.artifact is None and not decorates and not only_spoken


def _outwards(page: Page, content: Content | None) -> Iterator[Content]:
    """Marked content and what is around it, innermost first."""
    seen: set[Content] = set()
    while content is not None and content not in seen:
        yield content
        seen.add(content)
        content = page.around.get(content)


def is_tagged(facts: PdfFacts, page: Page, content: Content | None) -> bool:
    """Whether the parent tree leads from marked content, or from what is around it, into the structure."""
    return any(element_of(facts, page, each) in facts.rooted for each in _outwards(page, content))


def element_of(facts: PdfFacts, page: Page, content: Content) -> int:
    """The object number of the element that the parent tree names; 0 for none."""
    key = page.form_parents.get(content.stream) if content.stream else page.parents
    listed = facts.parents.get(key, []) if key in facts.parent_lists else []
    return listed[content.number] if content.number < len(listed) else 0
