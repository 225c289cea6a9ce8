"""A proposed edit of a definition, and what could not be proposed, as plain data."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from lessonkit.edits.change import Change
from lessonkit.snapshot import Kept


@dataclass(frozen=True, slots=True)
class Refused:
    """An edit that stays with the person: why, and what to do instead."""

    change: Change
    why: str
    """A sentence or two."""
    loud: bool = False
    """It may be a wrong number: somebody must look."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A paragraph that was changed in the Word file and in the YAML."""

    change: Change
    now: Kept | None
    """The paragraph as the YAML has it now; None if it is gone."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What to do to the definition."""

    file: str
    """As the author knows it."""
    before: str
    after: str
    adopted: tuple[Change, ...] = ()
    refused: tuple[Refused, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    already: tuple[Change, ...] = ()
    """Edits that the YAML has, too."""

    def patch(self) -> str:
        """The edit as a unified diff; empty if there is none."""
        before, after = self.before.splitlines(), self.after.splitlines()
        lines = difflib.unified_diff(before, after, f"a/{self.file}", f"b/{self.file}", lineterm="")
        return "".join(f"{line}\n" for line in lines)
