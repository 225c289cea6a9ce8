"""What a report holds: files, what was found in each, and what nobody but a person can judge. Plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import TypeAlias

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


Key: TypeAlias = tuple[str, str, str, str]
"""What makes two findings the same: file, rule, message and the words it is about; neither line nor page."""


@dataclass(frozen=True, slots=True)
class Since:
    """What has changed since an earlier report on the same files."""

    new: frozenset[Key]
    fixed: tuple[Key, ...]
    remaining: frozenset[Key]


@dataclass(frozen=True, slots=True)
class Report:
    """All files of one run."""

    files: tuple[FileReport, ...]
    since: Since | None = None
    """Where an earlier report is at hand."""

    @property
    def ok(self) -> bool:
        """True if there is nothing to mend, or nothing that was not there before."""
        fails = [key_of(file, finding) for file, finding in self.findings() if finding.outcome == "fail"]
        return not fails if self.since is None else not self.since.new.intersection(fails)

    def state(self, file: FileReport, finding: Finding) -> str:
        """`new` or `remaining`, since the earlier report; empty without one."""
        if self.since is None:
            return ""
        return "new" if key_of(file, finding) in self.since.new else "remaining"

    def findings(self) -> Iterable[tuple[FileReport, Finding]]:
        """Every finding with its file."""
        return ((file, finding) for file in self.files for finding in file.findings)


def key_of(file: FileReport, finding: Finding) -> Key:
    """What a finding is known by in later reports."""
    return file.path, finding.rule, finding.message, finding.quote
