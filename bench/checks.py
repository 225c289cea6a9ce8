"""The checks: ours, page-validation alone and the veraPDF engine on the same PDFs, and the check of Word files."""

from __future__ import annotations

import gc
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.cold import ROOT
from bench.content import Work, school_names
from bench.engines import docx_kit, kit
from bench.report import target

FILES, FEW_FILES = 100, 20
WARM_UP = 5
"""Files that are not counted: modules are imported in them, and schemas read."""
ENGINE_WARM_UP = 20
"""The same for an engine that has to be compiled while it runs."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How long the checks of the same files took, in milliseconds for each file."""

    alone: tuple[float, ...]
    """page-validation."""
    ours: tuple[float, ...]
    """Its two verdicts, and our rules."""
    engine: tuple[float, float] | None
    """veraPDF, once it is warm and with its start; None where it is missing."""
    command: float
    """`lessonkit check` with its start, on as many cores as there are."""
    word: tuple[float, ...]


def measure(work: Work, pictures: Path, quick: bool) -> Checked:
    """Checks the two-page document for as many schools; ours and the validator take turns."""
    count = FEW_FILES if quick else FILES
    names = school_names(count + max(WARM_UP, ENGINE_WARM_UP))
    pdf, word = kit.Kit(work, pictures), docx_kit.WordKit(work, pictures)
    pdfs = [pdf.build(name) for name in names]
    words = [word.build(name) for name in names[: count + WARM_UP]]
    alone, ours = _turns((_validate, _check_pdf), pdfs[: count + WARM_UP])
    (in_word,) = _turns((_check_word,), words)
    with tempfile.TemporaryDirectory() as folder:
        files = _written(pdfs[: count + ENGINE_WARM_UP], Path(folder))
        return Checked(alone, ours, _engine(files, count), _command(files), in_word)


def _written(pdfs: Sequence[bytes], folder: Path) -> list[Path]:
    files = [folder / f"{number}.pdf" for number in range(len(pdfs))]
    for file, data in zip(files, pdfs, strict=True):
        file.write_bytes(data)
    return files


def _command(files: Sequence[Path]) -> float:
    """What the whole command takes for a file."""
    command = [sys.executable, "-m", "lessonkit", "check", *map(str, files)]
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return 1000 * (time.perf_counter() - start) / len(files)


def _turns(checks: Sequence[Callable[[bytes], None]], files: Sequence[bytes]) -> list[tuple[float, ...]]:
    """The times of each check, file by file."""
    times: list[list[float]] = [[] for _ in checks]
    for number, file in enumerate(files):
        for check, taken in zip(checks, times, strict=True):
            gc.collect()
            start = time.perf_counter()
            check(file)
            if number >= WARM_UP:
                taken.append(1000 * (time.perf_counter() - start))
    return [tuple(taken) for taken in times]


def _validate(data: bytes) -> None:
    from page import validate_pdf_bytes

    validate_pdf_bytes(data, profile="ua1")


def _check_pdf(data: bytes) -> None:
    """What `lessonkit check` does with a PDF: the verdicts, and all findings."""
    from lessonkit.check.alone import check_alone
    from lessonkit.check.conformance import conformance

    conformance(data)
    check_alone("pdf", data)


def _check_word(data: bytes) -> None:
    from lessonkit.check.alone import check_alone

    check_alone("docx", data)


def _engine(files: Sequence[Path], count: int) -> tuple[float, float] | None:
    """What veraPDF takes for a file: a run over many files less one over a few, and the run over many as a whole."""
    program = _verapdf()
    if program is None:
        return None
    few, many = (_seconds(program, part) for part in (files[:ENGINE_WARM_UP], files))
    return 1000 * (many - few) / count, 1000 * many / len(files)


def _seconds(program: str, files: Sequence[Path]) -> float:
    own = subprocess.run([program, "--version"], capture_output=True, check=False).returncode == 0
    command = [program, *(("--flavour", "ua1", "--format", "text") if own else ("ua1",)), *map(str, files)]
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - start


def _verapdf() -> str | None:
    """The program named by VERAPDF, else the one on PATH, else the one shared between checkouts."""
    shared = ROOT.parent / "shared" / "tools" / "verapdf" / "verapdf"
    named = os.environ.get("VERAPDF") or shutil.which("verapdf") or str(shared)
    return named if os.access(named, os.X_OK) else None


def table(checked: Checked) -> Iterator[str]:
    """One line a check."""
    yield f"checks of {len(checked.ours)} files of two pages, warm"
    yield f"  {'':<34} {'ms (p10-p90)':<24} {'to page-validation':>18}"
    for name, times in (("page-validation alone", checked.alone), ("lessonkit, PDF", checked.ours)):
        yield f"  {name:<34} {_spread(times):<24} {_ratio(checked, times):>18.1f}"
    others = [("lessonkit check, with its start", checked.command)]
    if checked.engine is None:
        yield f"  {'veraPDF engine':<34} missing: put veraPDF on PATH, or name it in VERAPDF"
    others += zip(("veraPDF engine", "veraPDF engine, with its start"), checked.engine or (), strict=False)
    for name, taken in others:
        yield f"  {name:<34} {taken:<24.1f} {taken / statistics.median(checked.alone):>18.1f}"
    yield f"  {'lessonkit, Word':<34} {_spread(checked.word)}"


def targets(checked: Checked) -> Iterator[str]:
    """Each target, what was reached, and whether that meets it."""
    warm, with_start = checked.engine or (float("nan"), float("nan"))
    yield target("check of a two-page PDF, in times of page-validation's own", _ratio(checked, checked.ours), 10)
    yield target("check of a two-page PDF, as a share of veraPDF's time", statistics.median(checked.ours) / warm, 0.2)
    yield target("  the command for many of them, as a share of veraPDF's command", checked.command / with_start, 0.2)
    yield target("check of a two-page Word file, ms", statistics.median(checked.word), 50)


def _ratio(checked: Checked, times: Sequence[float]) -> float:
    """The middle of the ratios to the validator, file by file."""
    return statistics.median(mine / its for mine, its in zip(times, checked.alone, strict=True))


def _spread(times: Sequence[float]) -> str:
    ordered = sorted(times)
    low, high = ordered[len(ordered) // 10], ordered[-1 - len(ordered) // 10]
    return f"{statistics.median(ordered):.1f} ({low:.1f}-{high:.1f})"
