"""Small files that break one clause of PDF/UA-1, or come close to it: our verdict is right, and veraPDF agrees."""

import json
import subprocess
from functools import cache
from pathlib import Path

import pytest

from check.ua1 import annotations, content, document, structure
from check.ua1.clause import CASES, Case
from check.ua1.rich import Annotated, rich
from lessonkit.check.conformance import conformance
from referees import verapdf

KINDS = (annotations, content, document, structure)
"""Modules whose functions are cases."""


@cache
def made(case: Case) -> bytes:
    pdf = Annotated(rich())
    case.change(pdf)
    return pdf.data()


def test_the_file_that_all_start_from_conforms() -> None:
    assert conformance(rich())["pdf/ua-1"] is True
    assert conformance(Annotated(rich()).data())["pdf/ua-1"] is True


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_verdict_is_right(case: Case) -> None:
    assert conformance(made(case))["pdf/ua-1"] is case.conforms


def test_the_corpus_is_large_and_has_each_case_once() -> None:
    assert len(CASES) >= 100
    assert len({case.name for case in CASES}) == len(CASES)
    assert len({case.clause for case in CASES}) >= 60


@pytest.mark.referee
def test_verapdf_judges_each_file_alike(tmp_path: Path) -> None:
    files = {str(tmp_path / f"{number}.pdf"): case for number, case in enumerate(CASES)}
    for path, case in files.items():
        Path(path).write_bytes(made(case))
    result = subprocess.run([verapdf(), "ua1", *files], capture_output=True, text=True, check=False, timeout=600)
    said = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(said) == len(files), result.stderr
    differ = [(files[one["file"]].name, one) for one in said if one["compliant"] is not files[one["file"]].conforms]
    assert differ == []
    broken = {files[one["file"]].name: {rule["rule"] for rule in one["failures"]} for one in said}
    given_up = {files[one["file"]].name for one in said if one.get("error")}
    named = [case for case in CASES if not case.conforms and case.name not in given_up]
    missed = [case.name for case in named if case.clause not in broken[case.name]]
    assert missed == []
