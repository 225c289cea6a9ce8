"""The report of a definition that was built in memory, and of the files that came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonkit.check.rule import Finding
from lessonkit.report.examine import STANDARDS
from lessonkit.report.model import READABLE, FileReport

if TYPE_CHECKING:
    from lessonkit.build import Built
    from lessonkit.source.project import Project


def of_definition(built: Built, project: Project) -> FileReport:
    """What was found in a definition and in its files."""
    told = {finding.problem() for finding in built.findings}
    others = [Finding(READABLE, "fail", p.what, p.todo, p.place) for p in built.problems if p not in told]
    path = project.relative(built.path)
    findings = (*others, *built.findings)
    return FileReport(path, "definition", findings, dict.fromkeys(STANDARDS), built.pages, built.name)
