"""Headings step down one level at a time, and those without levels open one part each (PDF/UA-1 7.4)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.anypdf.facts import PdfFacts
from lessonkit.check.ua1.broken import Broken, rule
from lessonkit.check.ua1.significant import kids

CROWDED, DEEP = rule("HEADING-CHILD-COUNT"), rule("HEADING-NESTING")
RULES = frozenset({CROWDED, DEEP})
LEVELS = {f"H{level}": level for level in range(1, 7)}


def broken(facts: PdfFacts) -> Iterator[Broken]:
    """Levels left out, and elements with more than one H, those in groups among them."""
    levels = [LEVELS[node.role] for node in facts.nodes if node.role in LEVELS]
    if any(level > before + 1 for before, level in pairwise((0, *levels))):
        yield Broken(DEEP, "a level of headings is left out")
    if any(node.role == "H" for node in facts.nodes):
        for node in facts.nodes:
            if sum(kid.role == "H" for kid in kids(node)) > 1:
                yield Broken(CROWDED, f"a {node.role} holds more than one H", node)
