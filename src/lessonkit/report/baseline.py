"""Holds a report against an earlier one: what is new, what remains, what has been mended."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from lessonkit.problems import LessonkitError, Place, Problem
from lessonkit.report.model import Key, Report, Since, key_of


def since(report: Report, earlier: Sequence[Key]) -> Report:
    """The report with what has changed since the findings of an earlier one."""
    found = {key_of(file, finding) for file, finding in report.findings()}
    checked = {file.path for file in report.files}
    fixed = tuple(dict.fromkeys(key for key in earlier if key[0] in checked and key not in found))
    return replace(
        report, since=Since(frozenset(found.difference(earlier)), fixed, frozenset(found.intersection(earlier)))
    )


def read_baseline(path: Path) -> list[Key]:
    """The findings of an earlier report. Raises LessonkitError for what is no such report."""
    try:
        data = json.loads(path.read_text("utf-8"))
        return [_key(file, finding) for file in data["files"] for finding in file["findings"]]
    except OSError as error:
        raise _unusable(path, f"It cannot be opened: {error.strerror}.") from None
    except (ValueError, KeyError, TypeError):
        raise _unusable(path, "This is no report of lessonkit’s in JSON.") from None


def _key(file: Any, finding: Any) -> Key:
    return str(file["path"]), str(finding["rule"]), str(finding["message"]), str(finding["snippet"] or "")


def _unusable(path: Path, what: str) -> LessonkitError:
    todo = "Make one with `lessonkit check … --format json --output FILE`."
    return LessonkitError(Problem(Place(str(path)), what, todo))
