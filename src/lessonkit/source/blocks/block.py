"""What all authored blocks share: a block is a mapping with exactly one key, the block's name."""

from __future__ import annotations

from typing import Any, ClassVar

from lessonkit.source.model import Model
from lessonkit.source.values import SourceMap, place_of


class Block(Model):
    """One authored block. Its `name` is also the name of its template in the layouts."""

    name: ClassVar[str]
    shorthand: ClassVar[str] = ""
    """The key that takes the value of a block that is not written out as keys and values."""

    @classmethod
    def expanded(cls, value: Any) -> Any:
        """What stands behind the block's name, in its full form."""
        inner = value[cls.name] if isinstance(value, dict) and list(value) == [cls.name] else value
        written_out = isinstance(inner, dict) and len(cls.keys()) > 1
        return inner if written_out or not cls.shorthand else one_key(cls.shorthand, inner, value)


def one_key(key: str, value: Any, whole: Any) -> SourceMap:
    """A mapping with one key, at the place of the whole."""
    source = SourceMap(place_of(value, place_of(whole)))
    source.add(key, value, source.place)
    return source
