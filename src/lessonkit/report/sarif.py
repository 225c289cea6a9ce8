"""A report as SARIF 2.1.0, which code hosts and editors show beside the lines."""

from __future__ import annotations

import hashlib
import json
from typing import Any
from urllib.parse import quote

from lessonkit import __version__
from lessonkit.check.rule import Finding, Rule
from lessonkit.report.clauses import clauses_of
from lessonkit.report.groups import line_of, told
from lessonkit.report.model import FileReport, Report, key_of
from lessonkit.report.rulebook import rule_of

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(report: Report) -> str:
    """The report, with a line end."""
    return json.dumps(as_data(report), indent=2, ensure_ascii=False) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """The report as dictionaries and lists."""
    kinds = {finding.rule: file.kind for file, finding in report.findings()}
    driver = {
        "name": "lessonkit",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(name, rule_of(name), kind) for name, kind in kinds.items()],
    }
    index = {name: number for number, name in enumerate(kinds)}
    results = [_result(report, file, finding, index) for file, finding in report.findings()]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(name: str, rule: Rule[Any], kind: str) -> dict[str, Any]:
    told = {
        "id": name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "properties": {"tags": ["accessibility", *clauses_of(rule, kind)]},
    }
    return told | ({"help": {"text": rule.fix}} if rule.fix else {})


def _result(report: Report, file: FileReport, finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    # SARIF 2.1.0, 3.27.10: what is no failure has no level.
    kind, level = ("fail", "error") if finding.outcome == "fail" else ("review", "none")
    said = f"“{finding.quote}”: {finding.message}" if finding.quote else finding.message
    key = key_of(file, finding)
    result = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "kind": kind,
        "level": level,
        "message": {"text": f"{said} {told(file, finding)}".strip()},
        "locations": [_location(file, finding)],
        "partialFingerprints": {"lessonkit/v1": hashlib.sha256("\n".join(key).encode()).hexdigest()},
    }
    if report.since is not None:
        result["baselineState"] = "new" if key in report.since.new else "unchanged"
    return result


def _location(file: FileReport, finding: Finding) -> dict[str, Any]:
    place = line_of(finding)
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file if place else file.path)}}
    if place and place.line:
        physical["region"] = {"startLine": place.line}
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.page:
        location["logicalLocations"] = [{"fullyQualifiedName": f"page {finding.page}", "kind": "page"}]
    return location
