"""Every element has a role, and standard roles keep theirs (PDF/UA-1 7.1)."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import PdfFacts
from lessonkit.check.anypdf.roles_keep_their_meaning import STANDARD
from lessonkit.check.ua1.broken import Broken, rule

ALL = frozenset({"Art", "Private", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", *STANDARD})
"""All of ISO 32000-1, 14.8.4."""
UNMAPPED = rule("STRUCT-TREE-ROLE-MAP")
REMAPPED, CIRCLE = rule("STRUCT-TREE-ROLE-MAP-STANDARD"), rule("STRUCT-TREE-ROLE-MAP-CYCLE")
RULES = frozenset({UNMAPPED, REMAPPED, CIRCLE})


def broken(facts: PdfFacts) -> Iterator[Broken]:
    """Elements without a role, and standard roles in use that mean another."""
    for node in facts.nodes:
        if not node.original:
            yield Broken(UNMAPPED, "a structure element has no role", node)
            continue
        if node.original not in ALL and not _is_mapped(node.original, facts.role_map):
            yield Broken(UNMAPPED, f"the role {node.original} is mapped to no standard role", node)
        if node.original in facts.circles:
            yield Broken(CIRCLE, f"the role {node.original} is mapped to itself", node)
        elif (remapped := _remapped(node.original, facts.role_map)) and node.role != remapped:
            yield Broken(REMAPPED, f"the standard role {remapped} is mapped to {node.role}", node)


def _is_mapped(role: str, roles: dict[str, str]) -> bool:
    """Whether a role of one's own is led to a standard one."""
    seen: set[str] = set()
    while role in roles and role not in seen:
        seen.add(role)
        role = roles[role]
        if role in ALL:
            return True
    return False


def _remapped(role: str, roles: dict[str, str]) -> str:
    """The first standard role on the way of a role through the map that is led on; empty if there is none."""
    seen: set[str] = set()
    while role in roles and role not in seen:
        if role in STANDARD:
            return role
        seen.add(role)
        role = roles[role]
    return ""
