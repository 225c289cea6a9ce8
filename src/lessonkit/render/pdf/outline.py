"""The outline: what a reader's window lists beside the pages (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lessonkit.render.pdf.structure import text_string


class Entry(NamedTuple):
    """A line of the outline."""

    level: int
    """From 1; levels may be skipped, but the outline skips none."""
    title: str
    action: str
    """Where it leads, as an entry of a dictionary."""


def outline_objects(entries: Sequence[Entry], reserve: Callable[[], int]) -> tuple[int, dict[int, bytes]]:
    """The number of the outline, and its objects by number.

    reserve: the number of a new object.
    """
    root, numbers = reserve(), [reserve() for _ in entries]
    kids: dict[int, list[int]] = {number: [] for number in (root, *numbers)}
    above: list[tuple[int, int]] = [(0, root)]
    """The entries around the current one, with their levels."""
    parents = {}
    for entry, number in zip(entries, numbers, strict=True):
        while above[-1][0] >= entry.level:
            above.pop()
        parents[number] = above[-1][1]
        kids[parents[number]].append(number)
        above.append((entry.level, number))
    objects = {root: f"<</Type/Outlines{_inside(root, kids)}>>".encode()}
    for entry, number in zip(entries, numbers, strict=True):
        beside = _beside(number, kids[parents[number]])
        text = f"/Title{text_string(entry.title)}/Parent {parents[number]} 0 R{beside}{_inside(number, kids)}"
        objects[number] = f"<<{text}{entry.action}>>".encode("latin-1")
    return root, objects


def _inside(number: int, kids: dict[int, list[int]]) -> str:
    own = kids[number]
    return f"/First {own[0]} 0 R/Last {own[-1]} 0 R/Count {_count(number, kids)}" if own else ""


def _count(number: int, kids: dict[int, list[int]]) -> int:
    """How many lines show below one, all of them open."""
    return sum(1 + _count(kid, kids) for kid in kids[number])


def _beside(number: int, siblings: list[int]) -> str:
    at = siblings.index(number)
    before = f"/Prev {siblings[at - 1]} 0 R" if at else ""
    return before + (f"/Next {siblings[at + 1]} 0 R" if at + 1 < len(siblings) else "")
