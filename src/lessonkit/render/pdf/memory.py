"""What is worked out once in a process, because the documents of a series have most of it in common."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeVar

V = TypeVar("V")


class Memory(dict[Hashable, V]):
    """Values by all that they depend on; when there are too many, all are forgotten."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def keep(self, key: Hashable, value: V) -> V:
        """Remember a value, and give it back."""
        if len(self) >= self.most:
            self.clear()
        self[key] = value
        return value

    def cache_clear(self) -> None:
        """Forget everything; called as the caches of functools are."""
        self.clear()
