"""What of a definition is for staff alone, so that each of the pupils' files can be searched for it.

It looks at what the author wrote, not at what was chosen of it: a fault in choosing cannot hide itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.dataclass import dataclass
from lessonkit.source.editions import EDITIONS
from lessonkit.source.values import SourceList, SourceMap, SourceText, Value
from lessonkit.source.variants import NOT, OF_EDITIONS, ONLY, names_in, spelling

STAFF = frozenset(
    ("staff", *(name for found in EDITIONS.values() for name, each in found.items() if each.audience == "staff"))
)
"""The variants that no pupil gets."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """The texts of a definition, by who may read them."""

    for_staff: tuple[SourceText, ...] = ()
    for_pupils: tuple[SourceText, ...] = ()
    """Those of every variant that pupils may get."""


def withheld(source: SourceMap) -> Withheld:
    """The texts of a definition as its author wrote it."""
    texts = list(_texts(source, secret=False))
    return Withheld(
        tuple(text for text, secret in texts if secret), tuple(text for text, secret in texts if not secret)
    )


def _texts(value: Value, secret: bool) -> Iterator[tuple[SourceText, bool]]:
    """Every text, and whether it is for staff alone."""
    if isinstance(value, SourceText):
        yield value, secret
    elif isinstance(value, SourceList):
        for item in value:
            yield from _texts(item, secret)
    elif isinstance(value, SourceMap):
        whole = secret or _staff_only(names_in(value.get(ONLY)))
        for written in value:
            if written not in (ONLY, NOT):
                said = spelling(written)
                yield from _texts(value[written], whole or said.key in OF_EDITIONS or _staff_only(said.names))


def _staff_only(names: tuple[str, ...]) -> bool:
    return bool(names) and STAFF.issuperset(names)
