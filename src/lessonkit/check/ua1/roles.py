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
        elif (remapped := _remapped(node.original, facts.role_map)) and node.role != remapped:
            yield Broken(REMAPPED, f"the standard role {remapped} is mapped to {node.role}")


def _remapped(role: str, roles: dict[str, str]) -> str:
    """The first standard role on the way of a role through the map that is led on; empty if there is none."""
    seen: set[str] = set()
    while role in roles and role not in seen:
        if role in STANDARD:
            return role
        seen.add(role)
        role = roles[role]
    return ""
