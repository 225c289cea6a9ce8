"""lessonkit without what it kept of earlier documents: each is laid out as the first one would be, fonts opened."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.content import Work
from bench.engines.kit import Kit

KEPT = "lessonkit.render.pdf."
"""Where the caches of words, lines and cut fonts are."""
ONCE = ("lessonkit.render.pdf.metadata", "lessonkit.render.pdf.paths")
"""What these keep is no part of any document: the colour profile and numbers of colours."""


class Forgetful(Kit):
    """Forgets before each document."""

    def build(self, school: str) -> bytes:
        """The reading edition."""
        for cache in caches():
            cache.cache_clear()
        return super().build(school)


def open_engine(work: Work, pictures: Path) -> Forgetful:
    """The same document, each time anew."""
    return Forgetful(work, pictures)


def caches() -> Iterator[Any]:
    """Every cache that holds parts of documents."""
    for name, module in list(sys.modules.items()):
        if name.startswith(KEPT) and name not in ONCE:
            values = (value for value in vars(module).values() if not isinstance(value, type))
            yield from (value for value in values if hasattr(value, "cache_clear"))
