"""What all authored blocks share: a block is a mapping with exactly one key, the block's name."""

from __future__ import annotations

from typing import Any, ClassVar

from lessonkit.source.model import Model
from lessonkit.source.values import SourceMap, place_of


class Block(Model):
    """One authored block. Its `name` is also the name of its template in the layouts."""

    name: ClassVar[str]

    @classmethod
    def expanded(cls, value: Any) -> Any:
        """What stands behind the block's name, in its full form."""
        inner = value[cls.name] if isinstance(value, dict) and list(value) == [cls.name] else value
        full = cls.full(inner)
        if isinstance(full, dict) or not cls.shorthand:
            return full
        return one_key(cls.shorthand, full, value)

    @classmethod
    def full(cls, value: Any) -> Any:
        """The full form of a special short form; blocks with one override this."""
        return value


def one_key(key: str, value: Any, whole: Any) -> SourceMap:
    """A mapping with one key, at the place of the whole."""
    source = SourceMap(place_of(value, place_of(whole)))
    source[key] = value
    source.key_places[key] = source.place
    return source
