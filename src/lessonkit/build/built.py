"""What became of a definition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.check.rule import Finding
from lessonkit.dataclass import dataclass
from lessonkit.problems import Problem
from lessonkit.tailor.asked import Remark

# What reads and composes is imported where it is used: a build that needs neither starts in half the time.
if TYPE_CHECKING:
    pass


@dataclass(frozen=True, slots=True)
class Built:
    """What became of one definition."""

    name: str
    title: str = ""
    audience: str = ""
    reviewed: str = ""
    pages: int = 0
    files: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    """Word files that a person has edited and that were left alone."""
    problems: tuple[Problem, ...] = ()
    """What the author must act on; nothing was written, unless this is a draft."""
    reviews: tuple[Finding, ...] = ()
    """What a person should look at."""
    findings: tuple[Finding, ...] = ()
    """All that the rules found: the reviews, and the failures among the problems."""
    checks: int = 0
    """How many rules ran."""
    draft: bool = False
    notes: tuple[str, ...] = ()
    """What its Word file could not take over from the school's template, one sentence each."""
    remarks: tuple[Remark, ...] = ()
    """What of the tailoring it has no words for."""
    fitted: tuple[str, ...] = ()
    """What was done so that it fits its panels, one sentence each."""
    unchanged: bool = False
    """True if nothing had to be done; the rest is what it was at its last build."""
    why: tuple[str, ...] = ()
    """Why it was built."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """How long each step took; the first document's `reading` includes the records that all of them share."""
    path: Path = Path()
    """The file of its definition."""
    credits: tuple[str, ...] = ()
    """The ids of the messages that credit others."""

    @property
    def ok(self) -> bool:
        """True if the outputs were written as they should be."""
        return not self.problems
