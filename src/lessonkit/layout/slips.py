"""Names in a theme that are one letter away from what was meant: a colour that nothing uses changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lessonkit.problems import Problem
from lessonkit.source.values import SourceMap, SourceText

KINDS = {"palette": "colour", "styles": "style", "boxes": "box"}
"""What a theme gives names, and what each is called."""


def slips(own: SourceMap, base: SourceMap) -> Iterator[Problem]:
    """Names that a theme adds to the one it is based on, uses nowhere, and has probably mistyped."""
    used = set(_words(own))
    for key, kind in KINDS.items():
        held, known = own.get(key), base.get(key)
        if isinstance(held, SourceMap) and isinstance(known, SourceMap):
            for name in set(held) - set(known) - used:
                for meant in _meant(name, known):
                    what = f"Nothing uses the {kind} `{name}`, and the theme this one is based on has none."
                    yield Problem(held.key_places[name], what, f"Did you mean `{meant}`?")


def _meant(name: str, known: Iterable[str]) -> list[str]:
    return [each for each in known if _one_slip(name, each)][:1]


def _words(value: Any) -> Iterator[str]:
    """All that the file says, but for its keys."""
    if isinstance(value, SourceText):
        yield str(value)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _words(each)


def _one_slip(word: str, known: str) -> bool:
    """Whether one letter was left out, added, mistaken or exchanged with the next; numbers are written on purpose."""
    one, other = _unlike(word, known)
    exchanged = len(one) == 2 and one == other[::-1]
    return (max(len(one), len(other)) == 1 or exchanged) and not any(map(str.isdigit, one + other))


def _unlike(one: str, other: str) -> tuple[str, str]:
    """What is left of two words without their common beginning and end."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return one, other
