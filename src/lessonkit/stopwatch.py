"""A stopwatch: how long the steps of a build took."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field
from time import perf_counter

from lessonkit.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Adds up the seconds of each step; steps do not nest."""

    spent: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Add what the block takes, imports at first use included."""
        start = perf_counter()
        try:
            yield
        finally:
            self.spent[name] = self.spent.get(name, 0.0) + perf_counter() - start
