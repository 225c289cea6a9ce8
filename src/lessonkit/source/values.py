"""Plain values that know their place: what a YAML file holds before any model looks at it.

Every scalar stays text, also `yes`, `101` and `2026-11-22`: what it is depends on where it stands, so the models
decide, and a table cell that says `No` prints `No`.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from lessonkit.dataclass import dataclass
from lessonkit.problems import NOWHERE, Place


class SourceText(str):
    """A text as its author wrote it, which knows the line of each of its characters.

    Methods of `str` such as `strip` return plain strings, without a place.
    """

    __slots__ = ("_origin", "place", "tree")

    place: Place
    _origin: str
    tree: Any

    def __new__(cls, text: str, place: Place = NOWHERE, origin: str = "") -> SourceText:
        """origin: the text as it stands in the file, when it covers more than one line; it begins at `place`."""
        self = super().__new__(cls, text)
        self.place = place
        self._origin = origin
        self.tree = None
        return self

    def line_of(self, offset: int) -> int:
        """The line of the file on which the character at this offset stands."""
        if not self._origin:
            return self.place.line
        # Folding changes line ends and indents but no words, so the same word is counted in both.
        words = len(self[: offset + 1].split())
        for line, row in enumerate(self._origin.split("\n"), self.place.line):
            words -= len(row.split())
            if words <= 0:
                return line
        return self.place.line + self._origin.count("\n")

    def place_of(self, offset: int) -> Place:
        """The place of the character at this offset."""
        return Place(self.place.file, self.line_of(offset))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_text)


class SourceList(list[Any]):
    """A list that knows the line on which it begins, and the line of each item."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.item_places: list[Place] = []
        """Also of items that are empty and know no place themselves."""

    def add(self, item: Any, place: Place) -> None:
        """Add an item that begins at this place."""
        self.append(item)
        self.item_places.append(place)


class SourceMap(dict[str, Any]):
    """A mapping that knows the line on which it begins, and the line of each key."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.key_places: dict[str, Place] = {}

    def add(self, key: str, value: Any, place: Place) -> None:
        """Add a key that stands at this place."""
        self[key] = value
        self.key_places[key] = place

    def rename(self, key: str, new: str) -> None:
        """Take a misspelt key for the one that was meant; it keeps its place."""
        self[new] = self.pop(key)
        self.key_places[new] = self.key_places.pop(key)


Value: TypeAlias = SourceText | SourceList | SourceMap | None


def place_of(value: Any, default: Place = NOWHERE) -> Place:
    """Where a value stands; values that do not know have the default."""
    place = getattr(value, "place", default)
    return place if isinstance(place, Place) else default


@dataclass(frozen=True, slots=True)
class Found:
    """Where a path of keys and indexes leads."""

    value: Any
    place: Place
    parents: tuple[str, ...]
    """The keys on the way, the last one first."""
    items: tuple[int, ...]
    """The numbers of the items below the last key, counted from 1."""


def follow(value: Any, path: tuple[int | str, ...], default: Place = NOWHERE) -> Found:
    """What a path leads to; what is missing has the place of its holder.

    Steps below a text, or into a list by name, are those of a long form that the author wrote short: they are skipped.
    """
    found = Found(value, place_of(value, default), (), ())
    for step in path:
        held = found.value
        if isinstance(held, SourceMap):
            key = str(step)
            if key not in held:
                break
            found = Found(held[key], held.key_places[key], (key, *found.parents), ())
        elif isinstance(held, SourceList) and isinstance(step, int) and step < len(held):
            place = place_of(held[step], held.item_places[step])
            found = Found(held[step], place, found.parents, (*found.items, step + 1))
    return found


def place_at(value: Any, path: tuple[int | str, ...], default: Place = NOWHERE) -> Place:
    """The place that a path leads to."""
    return follow(value, path, default).place


def items_of(value: Any) -> list[Any]:
    """The items of a list; none if it is something else."""
    return value if isinstance(value, list) else []


def _text(value: Any) -> SourceText:
    """The text itself, or a plain string as one; what pydantic calls for a field of this type."""
    if isinstance(value, SourceText):
        return value
    if isinstance(value, str):
        return SourceText(value)
    raise PydanticCustomError("text_type", "not a text")
