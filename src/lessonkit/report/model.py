"""What a report holds: files, what was found in each, and what nobody but a person can judge. Plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from lessonkit.check.rule import Finding
from lessonkit.dataclass import dataclass

READABLE = "file-can-be-read"
"""The rule that a file breaks which cannot be opened, or whose reading had to be stopped."""

KINDS = {"definition": "Definition", "pdf": "PDF", "docx": "Word", "html": "HTML", "other": "File"}
"""What a file is, and what a reader calls it."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file, or one definition with the files made from it, and what was found there."""

    path: str
    """As it was named; of a definition, where it lies in its project."""
    kind: str
    """One of KINDS."""
    findings: tuple[Finding, ...] = ()
    conforms: Mapping[str, bool | None] = field(default_factory=dict)
    """The validator's verdict by standard; None where it has none."""
    pages: int = 0
    """Of a PDF, or of what a definition is built into; 0 where nothing has pages."""
    name: str = ""
    """Of a definition."""

    @property
    def fails(self) -> tuple[Finding, ...]:
        """What somebody must mend."""
        return tuple(finding for finding in self.findings if finding.outcome == "fail")

    @property
    def reviews(self) -> tuple[Finding, ...]:
        """What a person must look at."""
        return tuple(finding for finding in self.findings if finding.outcome == "review")

    @property
    def was_read(self) -> bool:
        """False if nothing, or not all, of it could be checked."""
        return all(finding.rule != READABLE for finding in self.findings)

    @property
    def verdict(self) -> str:
        """`unread`, `fails` or `passed`; the last says no more than that no machine check failed."""
        if not self.was_read:
            return "unread"
        return "fails" if self.fails else "passed"


VERDICTS = {"unread": "could not be read", "fails": "fails", "passed": "machine checks passed"}
"""A verdict in words."""


@dataclass(frozen=True, slots=True)
class Report:
    """All files of one run."""

    files: tuple[FileReport, ...]

    def findings(self) -> Iterable[tuple[FileReport, Finding]]:
        """Every finding with its file."""
        return ((file, finding) for file in self.files for finding in file.findings)
