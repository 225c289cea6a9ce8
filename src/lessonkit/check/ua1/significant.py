"""The structure as PDF/UA-1 speaks of it: elements that only group stand for what is in them."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Node

GROUPS = frozenset({"NonStruct", "Div", "Part"})
"""A row in a Div in a table is a row of the table."""


def kids(node: Node) -> Iterator[Node]:
    """The elements in an element, those in groups among them."""
    waiting = list(reversed(node.nodes))
    while waiting:
        kid = waiting.pop()
        if kid.role in GROUPS:
            waiting += reversed(kid.nodes)
        else:
            yield kid


def parent_role(node: Node, by_number: dict[int, Node]) -> str:
    """The role of what an element says is around it, groups left out."""
    around, left = _parent(node, by_number), 200
    while around is not None and around.role in GROUPS and left:
        around, left = _parent(around, by_number), left - 1
    return "" if around is None else around.role


def _parent(node: Node, by_number: dict[int, Node]) -> Node | None:
    return by_number.get(node.claims, node.parent)
