"""Every element has a role, and standard roles keep theirs (PDF/UA-1 7.1)."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import PdfFacts
from lessonkit.check.anypdf.roles_keep_their_meaning import STANDARD
from lessonkit.check.ua1.broken import Broken, rule

REMAPPED, CIRCLE = rule("STRUCT-TREE-ROLE-MAP-STANDARD"), rule("STRUCT-TREE-ROLE-MAP-CYCLE")
RULES = frozenset({REMAPPED, CIRCLE})


def broken(facts: PdfFacts) -> Iterator[Broken]:
    """Elements without a role, and standard roles in use that mean another."""
    for node in facts.nodes:
        if not node.original:
            yield Broken(rule("STRUCT-TREE-ROLE-MAP"), "a structure element has no role")
        elif node.original in facts.circles:
            yield Broken(CIRCLE, f"the role {node.original} is mapped to itself")
        elif node.original in STANDARD and node.role != node.original:
            yield Broken(REMAPPED, f"the standard role {node.original} is mapped to {node.role}")
