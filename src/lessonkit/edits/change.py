"""What a person changed in a Word file, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lessonkit.snapshot import Kept, Run, words_of

Kind = Literal["changed", "added", "deleted", "moved", "split", "joined"]


@dataclass(frozen=True, slots=True)
class Change:
    """One edit of one paragraph."""

    kind: Kind
    block: Kept | None = None
    """The paragraph as it was written; of an added one that which it follows, if there is one."""
    parts: tuple[tuple[Run, ...], ...] = ()
    """The words there are now: one part, none for a deleted paragraph, several for a split one."""
    form: str = "paragraph"
    """What an added paragraph is: `paragraph`, `item`, `heading` or `cell`."""
    sure: float = 1.0
    """How sure it is that these two belong together: 1 by our bookmark, less by similar words."""

    @property
    def new(self) -> str:
        """The words there are now."""
        return " / ".join(words_of(part) for part in self.parts)
