"""One heading without a level opens a part (PDF/UA-1 7.4.4)."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import PdfFacts
from lessonkit.check.ua1.broken import Broken, rule
from lessonkit.check.ua1.significant import kids

CROWDED = rule("HEADING-CHILD-COUNT")
RULES = frozenset({CROWDED})


def broken(facts: PdfFacts) -> Iterator[Broken]:
    """Elements with more than one H, those in groups among them."""
    if any(node.role == "H" for node in facts.nodes):
        for node in facts.nodes:
            if sum(kid.role == "H" for kid in kids(node)) > 1:
                yield Broken(CROWDED, f"a {node.role} holds more than one H")
