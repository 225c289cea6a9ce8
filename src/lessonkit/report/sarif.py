"""A report as SARIF 2.1.0, which code hosts and editors show beside the lines."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lessonkit import __version__
from lessonkit.check.rule import Finding, Rule
from lessonkit.report.clauses import clauses_of
from lessonkit.report.groups import line_of, told
from lessonkit.report.model import FileReport, Key, Report, key_of
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
    seen: Counter[Key] = Counter()
    results = [_result(report, file, finding, index, seen) for file, finding in report.findings()]
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


def _result(
    report: Report, file: FileReport, finding: Finding, index: dict[str, int], seen: Counter[Key]
) -> dict[str, Any]:
    # SARIF 2.1.0, 3.27.10: what is no failure has no level.
    kind, level = ("fail", "error") if finding.outcome == "fail" else ("review", "none")
    said = f"“{finding.quote}”: {finding.message}" if finding.quote else finding.message
    key = key_of(file, finding)
    seen[key] += 1
    known = hashlib.sha256("\n".join(key).encode()).hexdigest()
    result = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "kind": kind,
        "level": level,
        "message": {"text": f"{said} {told(file, finding)}".strip()},
        "locations": [_location(file, finding)],
        # The second is the one that GitHub reads; it takes two results with the same for one.
        "partialFingerprints": {"lessonkit/v1": known, "primaryLocationLineHash": f"{known[:16]}:{seen[key]}"},
    }
    if report.since is not None:
        result["baselineState"] = "new" if key in report.since.new else "unchanged"
    return result


def _location(file: FileReport, finding: Finding) -> dict[str, Any]:
    place = line_of(finding)
    # SARIF allows a place without a line; code hosts refuse it, and the whole report with it.
    line = place.line if place and place.line else 1
    uri = quote(_from_here(place.file if place else file.path))
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": uri}, "region": {"startLine": line}},
    }
    if finding.page:
        location["logicalLocations"] = [{"fullyQualifiedName": f"page {finding.page}", "kind": "page"}]
    return location


def _from_here(path: str) -> str:
    """The path from the current folder, if the file lies in it: code hosts know no other."""
    file = Path(path)
    here = Path.cwd()
    return file.relative_to(here).as_posix() if file.is_relative_to(here) else path
