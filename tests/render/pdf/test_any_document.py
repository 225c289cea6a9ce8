"""Any document at all: it conforms, and its words read back as they were written in every format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lessonkit.check import check_outputs
from lessonkit.document import Document
from lessonkit.render import render
from lessonkit.render.pdf import render_pdf
from referees import pdf_report
from render.every_node import ASSETS, THEME
from render.stress import every_pair, every_pair_in_panels, for_word, random_document


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(metafunc.config.getoption("--documents")))


def faults(source: Document) -> list[str]:
    """What the rules about finished files find in all three formats."""
    return [*_faults(source, "pdf", "html"), *_faults(for_word(source), "docx")]


def _faults(source: Document, *formats: str) -> list[str]:
    found = check_outputs(source, THEME, render(source, THEME, ASSETS, formats)).findings
    return [f"{each.rule}: {each.message}" for each in found if each.outcome == "fail"]


def test_any_document_reads_back_as_written(seed: int) -> None:
    assert faults(random_document(seed)) == []


@pytest.mark.parametrize("make", [every_pair, every_pair_in_panels])
def test_every_pair_of_nodes_reads_back_as_written(make: Callable[[], Document]) -> None:
    assert faults(make()) == []


def test_every_pair_of_nodes_reads_back_from_pdf_2() -> None:
    source = every_pair()
    (file,) = render_pdf(source, THEME, ASSETS, "ua-2").values()
    found = check_outputs(source, THEME, {"pairs.pdf": file}).findings
    assert [each.message for each in found if each.outcome == "fail"] == []


@pytest.mark.referee
@pytest.mark.parametrize(("standard", "flavours"), [("ua-1", ["ua1", "2a"]), ("ua-2", ["ua2"])])
def test_vera_finds_no_fault_in_any_of_them(
    standard: str, flavours: list[str], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    sources = [random_document(seed) for seed in range(request.config.getoption("--documents"))]
    files = []
    for source in (every_pair(), every_pair_in_panels(), *sources):
        for data in render_pdf(source, THEME, ASSETS, standard).values():
            files.append(tmp_path / f"{len(files)}.pdf")
            files[-1].write_bytes(data)
    assert [pdf_report(files, flavour) for flavour in flavours] == [""] * len(flavours)
