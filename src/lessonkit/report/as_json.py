"""A report as JSON, for programs: the same keys in every version of format 1 (docs/how-to/check-a-file.md)."""

from __future__ import annotations

import json
from typing import Any

from lessonkit import __version__
from lessonkit.check import FOR_A_PERSON
from lessonkit.check.rule import Finding
from lessonkit.report.clauses import URGENCY, clauses_of, urgency
from lessonkit.report.groups import how, line_of
from lessonkit.report.model import FileReport, Report
from lessonkit.report.rulebook import rule_of

FORMAT = 1
"""Raised when a key is renamed or left out; new keys do not raise it."""


def as_json(report: Report) -> str:
    """The report, with a line end."""
    return json.dumps(as_data(report), indent=2, ensure_ascii=False) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """The report as dictionaries and lists."""
    return {
        "format": FORMAT,
        "tool": {"name": "lessonkit", "version": __version__},
        "summary": {
            "files": len(report.files),
            "fails": sum(len(file.fails) for file in report.files),
            "reviews": sum(len(file.reviews) for file in report.files),
        },
        "baseline": _since(report),
        "files": [_file(report, file) for file in report.files],
        "for_a_person": list(FOR_A_PERSON),
    }


def _file(report: Report, file: FileReport) -> dict[str, Any]:
    return {
        "path": file.path,
        "name": file.name or None,
        "kind": file.kind,
        "verdict": file.verdict,
        "pages": file.pages or None,
        "conforms": dict(file.conforms),
        "fails": len(file.fails),
        "reviews": len(file.reviews),
        "findings": [_finding(report, file, finding) for finding in file.findings],
    }


def _finding(report: Report, file: FileReport, finding: Finding) -> dict[str, Any]:
    rule, place = rule_of(finding.rule), line_of(finding)
    return {
        "rule": finding.rule,
        "outcome": finding.outcome,
        "urgency": urgency(rule, finding) + 1 if finding.outcome == "fail" else len(URGENCY) + 1,
        "message": finding.message,
        "fix": how(file, finding) or None,
        "why": rule.why,
        "clauses": list(clauses_of(rule, file.kind)),
        "place": {"file": place.file, "line": place.line or None} if place else None,
        "page": finding.page or None,
        "snippet": finding.quote or None,
        "status": report.state(file, finding) or None,
        "box": list(finding.box) if finding.box else None,
    }


def _since(report: Report) -> dict[str, Any] | None:
    """What has changed since the earlier report; None without one."""
    if report.since is None:
        return None
    names = ("path", "rule", "message", "snippet")
    fixed = [dict(zip(names, key, strict=True)) for key in report.since.fixed]
    return {"new": len(report.since.new), "remaining": len(report.since.remaining), "fixed": fixed}
