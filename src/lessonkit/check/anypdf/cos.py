"""Access to the objects of a file that may be damaged: what is not as it should be reads as nothing."""

from __future__ import annotations

import struct
import zlib
from typing import Any

from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NullObject, StreamObject

from lessonkit.check.anypdf.facts import Box

FAULTS = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    OSError,
    struct.error,
    zlib.error,
)
"""What pypdf raises over damaged files; it has no common class for that."""

LARGEST = 1e7
"""Of numbers that say where something is; beyond it nothing can be seen."""


def resolve(value: Any) -> Any:
    """What a reference leads to; None for null and for what cannot be read."""
    if type(value) is not IndirectObject:  # nearly always
        return None if isinstance(value, NullObject) else value
    try:
        for _ in range(10):  # references to references, perhaps in a circle
            if not isinstance(value, IndirectObject):
                break
            value = value.get_object()
    except FAULTS:
        return None
    return None if isinstance(value, NullObject | IndirectObject) else value


def dictionary(value: Any) -> DictionaryObject:
    """The dictionary a reference leads to; an empty one for anything else."""
    value = resolve(value)
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def get(value: Any, *keys: str) -> Any:
    """What stands under these keys, each in the dictionary under the one before."""
    for key in keys:
        value = resolve(value)
        if not isinstance(value, DictionaryObject):
            return None
        value = resolve(dict.get(value, key))
    return value


def array(value: Any) -> list[Any]:
    """The entries of an array, references unresolved; one thing is an array of one."""
    resolved = resolve(value)
    if resolved is None:
        return []
    return list.copy(resolved) if isinstance(resolved, ArrayObject) else [value]


def number(value: Any, otherwise: float = 0.0) -> float:
    """A number within bounds."""
    value = resolve(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return otherwise
    return float(value) if abs(value) <= LARGEST else otherwise


def whole(value: Any) -> int | None:
    """A whole number of at least 0; None for anything else."""
    value = resolve(value)
    return int(value) if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def text(value: Any) -> str | None:
    """A text string; None for anything else."""
    value = resolve(value)
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return str(value) if isinstance(value, str) and not isinstance(value, NameObject) else None


def name(value: Any) -> str:
    """A name without its slash; empty for anything else."""
    value = resolve(value)
    return str(value).lstrip("/") if isinstance(value, str) else ""


def object_number(reference: Any) -> int:
    """The object number of a reference; 0 for a direct object."""
    return reference.idnum if isinstance(reference, IndirectObject) else 0


def numbers(value: Any, count: int) -> list[float] | None:
    """So many numbers; None if there are not that many."""
    found = [number(each) for each in array(value)[: count + 1]]
    return found if len(found) == count else None


def box(value: Any) -> Box | None:
    """A rectangle, whichever corners it names."""
    found = numbers(value, 4)
    if found is None:
        return None
    left, bottom, right, top = found
    return Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))


def data(value: Any) -> bytes | None:
    """What a stream holds; None if it cannot be read."""
    value = resolve(value)
    if not isinstance(value, StreamObject):
        return None
    try:
        return bytes(value.get_data())
    except FAULTS:
        return None
