"""A rule of PDF/UA-1 that a file breaks, by the name that the validator has for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lessonkit.check.anypdf.facts import Annotation, Node


class Broken(NamedTuple):
    """One fault."""

    rule: str
    """The validator's name: `PDFUA1-CONTENT-TAGGING-001`."""
    cause: str
    """What in the file breaks it, without its full stop."""
    where: Node | Annotation | int = 0
    """What it is about, or the page, counted from 1; 0 for the file as a whole."""
    times: int = 1


def rule(name: str) -> str:
    """The whole name of a rule."""
    return f"PDFUA1-{name}-001"


def each_once(faults: Iterable[Broken]) -> tuple[Broken, ...]:
    """Faults with the same words once, at the first place, with how often they are there."""
    found: dict[tuple[str, str], Broken] = {}
    for fault in faults:
        first = found.get(fault[:2])
        found[fault[:2]] = fault if first is None else first._replace(times=first.times + 1)
    return tuple(found.values())
