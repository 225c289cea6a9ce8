"""PDF/UA-1: what the validator says, put right where its reading of the standard differs from that of veraPDF.

For the rules that a module here lists, the module decides, in place of the validator; what it finds of other rules is
added to the validator's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from page import PageError, ValidationFailure, ValidationReport, validate_pdf_bytes

from lessonkit.check.anypdf.facts import PdfFacts
from lessonkit.check.ua1 import (
    annotated,
    containment,
    content,
    forms,
    headings,
    languages,
    metadata,
    roles,
    tables,
    words,
)
from lessonkit.check.ua1.broken import Broken, each_once, rule
from lessonkit.check.ua1.kinds import with_kinds

MODULES = (annotated, containment, content, forms, headings, languages, metadata, roles, tables, words)
CHECKS: tuple[Callable[[PdfFacts], Iterator[Broken]], ...] = tuple(module.broken for module in MODULES)
DECIDED = frozenset().union(*(module.RULES for module in MODULES)) - metadata.RULES
"""The rules for which the modules here decide, and the validator does not."""
ROOT, TABS = rule("STRUCT-TREE-ROOT"), rule("PAGE-TABS")
PAGE = re.compile(r"page (\d+)")
"""How the validator names a page."""
VOID, UNSPOKEN = rule("FONT-UNICODE-VALUE"), rule("FONT-UNICODE-MAPPING")
ENCODED, PRESENT = rule("TRUETYPE-NONSYMBOLIC-ENCODING"), rule("FONT-GLYPH-PRESENCE")
FONT = re.compile(r"font object (\d+)")
"""How the validator names a font."""
CATALOG = frozenset(map(rule, ("METADATA-STRUCTURE", "ID-SCHEMA", "ID-PART")))


def broken_rules(report: ValidationReport, facts: PdfFacts | None) -> tuple[Broken, ...]:
    """The rules of PDF/UA-1 that a file breaks, each fault once; without facts, what the validator alone found."""
    if not report.document.page_count:
        return (Broken(rule("TAGGED-DOCUMENT"), "the file has no pages"),)
    failures = report.failures if facts is None else [one for one in report.failures if _counts(one, facts)]
    theirs = _theirs(failures, facts or PdfFacts())
    if facts is None:
        return each_once(theirs)
    kept = [fault for fault in theirs if fault.rule not in DECIDED]
    told = metadata.RULES.intersection(fault.rule for fault in kept)
    return each_once((*kept, *(fault for fault in _ours(facts) if fault.rule not in told)))


def _theirs(failures: Iterable[ValidationFailure], facts: PdfFacts) -> list[Broken]:
    """In the validator's own words, without object numbers, so that the same fault is told once."""
    nodes = {node.number: node for node in facts.nodes if node.number}
    made = []
    for failure in failures:
        number = failure.object_id.object_number if failure.object_id else 0
        page = PAGE.search(failure.message)
        where = nodes.get(number) or facts.annotation_at.get(number) or (int(page[1]) if page else 0)
        made.append(Broken(failure.rule_id, failure.message.strip().rstrip("."), where))
    return made


def _counts(failure: ValidationFailure, facts: PdfFacts) -> bool:
    """False for what the validator minds in letters that no page shows, and in fonts and annotations without fault."""
    page = PAGE.match(failure.message) if failure.rule_id == TABS else None
    if page is not None:
        return any(annotation.page == int(page[1]) for annotation in facts.annotations)
    named = FONT.match(failure.message)
    use = facts.fonts.get(int(named[1])) if named else None
    if use is None:
        return True
    match failure.rule_id:
        case one if one == VOID:
            return use.void
        case one if one == UNSPOKEN:
            return not use.spoken
        case one if one == ENCODED:
            return not use.plain
        case one if one == PRESENT:
            return not use.whole
    return True


def _ours(facts: PdfFacts) -> Iterator[Broken]:
    if facts.root is None:
        yield Broken(ROOT, "the file has no structure tree")
        return
    for check in CHECKS:
        yield from check(facts)
    if any(use.void for use in facts.fonts.values()):
        yield Broken(VOID, "letters of a font stand for what is no character")
    if any(use.spoken is False for use in facts.fonts.values()):
        yield Broken(UNSPOKEN, "letters of a font stand for no characters")
    for use in facts.fonts.values():
        yield from (Broken(rule("FONT-EMBEDDING"), fault.rstrip(".")) for fault in use.faults)


def second_report(data: bytes, report: ValidationReport) -> ValidationReport:
    """The validator's report on a file whose catalog does not say what it is, which readers do not mind."""
    named = {failure.rule_id for failure in report.failures}
    mended = with_kinds(data) if named >= CATALOG else None
    try:
        return validate_pdf_bytes(mended, profile="ua1") if mended else report
    except PageError:
        return report


__all__ = ["Broken", "broken_rules", "second_report", "with_kinds"]
