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
SINGLES = 5
"""Files that are checked by a command for each."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How long the checks of the same files took, in milliseconds for each file."""

    alone: tuple[float, ...]
    """page-validation."""
    ours: tuple[float, ...]
    """Its two verdicts, and our rules."""
    engine: float | None
    """veraPDF, once it is warm; None where it is missing."""
    command: Command
    """`lessonkit check`, on as many cores as there are."""
    engine_command: Command | None
    """veraPDF's command."""
    word: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Command:
    """How long a whole command takes for a file, its start included, in milliseconds."""

    many: float
    """Of a hundred files."""
    single: float
    """Of one."""


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
        ours_whole, program = _command((sys.executable, "-m", "lessonkit", "check"), files), _engine_program()
        its_whole = _command(program, files) if program else None
        warm = _warm(its_whole.many, program, files, count) if program and its_whole else None
        return Checked(alone, ours, warm, ours_whole, its_whole, in_word)


def _written(pdfs: Sequence[bytes], folder: Path) -> list[Path]:
    files = [folder / f"{number}.pdf" for number in range(len(pdfs))]
    for file, data in zip(files, pdfs, strict=True):
        file.write_bytes(data)
    return files


def _command(command: Sequence[str], files: Sequence[Path]) -> Command:
    """What a whole command takes for a file."""
    singles = [_seconds((*command, str(file))) for file in files[:SINGLES]]
    return Command(1000 * _seconds((*command, *map(str, files))) / len(files), 1000 * statistics.median(singles))


def _seconds(command: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - start


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


def _warm(many: float, program: Sequence[str], files: Sequence[Path], count: int) -> float:
    """What veraPDF takes for a file once it is warm: a run over many files less one over a few."""
    few = _seconds((*program, *map(str, files[:ENGINE_WARM_UP])))
    return (many * len(files) - 1000 * few) / count


def _engine_program() -> tuple[str, ...]:
    """The start of a command that runs veraPDF: the one named by VERAPDF, on PATH, or shared between checkouts."""
    shared = ROOT.parent / "shared" / "tools" / "verapdf" / "verapdf"
    named = os.environ.get("VERAPDF") or shutil.which("verapdf") or str(shared)
    if not os.access(named, os.X_OK):
        return ()
    own = subprocess.run([named, "--version"], capture_output=True, check=False).returncode == 0
    return (named, "--flavour", "ua1", "--format", "text") if own else (named, "ua1")


def table(checked: Checked) -> Iterator[str]:
    """One line a check."""
    yield f"checks of {len(checked.ours)} files of two pages, warm"
    yield f"  {'':<34} {'ms (p10-p90)':<24} {'to page-validation':>18}"
    for name, times in (("page-validation alone", checked.alone), ("lessonkit, PDF", checked.ours)):
        yield f"  {name:<34} {_spread(times):<24} {_ratio(checked, times):>18.1f}"
    if checked.engine is None:
        yield f"  {'veraPDF engine':<34} missing: put veraPDF on PATH, or name it in VERAPDF"
    for name, taken in _others(checked):
        yield f"  {name:<34} {taken:<24.1f} {taken / statistics.median(checked.alone):>18.1f}"
    yield f"  {'lessonkit, Word':<34} {_spread(checked.word)}"


def targets(checked: Checked) -> Iterator[str]:
    """Each target, what was reached, and whether that meets it."""
    none = float("nan")
    ours, its = checked.command, checked.engine_command or Command(none, none)
    share = statistics.median(checked.ours) / (checked.engine or none)
    yield target("check of a two-page PDF, in times of page-validation's own", _ratio(checked, checked.ours), 10)
    yield target("check of a two-page PDF, as a share of veraPDF's time", share, 0.2)
    yield target("  the command for one of them, as a share of veraPDF's command", ours.single / its.single, 0.2)
    yield target("  the command for many of them, as a share of veraPDF's command", ours.many / its.many, 0.2)
    yield target("check of a two-page Word file, ms", statistics.median(checked.word), 50)


def _others(checked: Checked) -> Iterator[tuple[str, float]]:
    """What was not measured file by file."""
    yield "lessonkit check, one file", checked.command.single
    yield "lessonkit check, many files", checked.command.many
    if checked.engine is not None and checked.engine_command is not None:
        yield "veraPDF engine", checked.engine
        yield "veraPDF command, one file", checked.engine_command.single
        yield "veraPDF command, many files", checked.engine_command.many


def _ratio(checked: Checked, times: Sequence[float]) -> float:
    """The middle of the ratios to the validator, file by file."""
    return statistics.median(mine / its for mine, its in zip(times, checked.alone, strict=True))


def _spread(times: Sequence[float]) -> str:
    ordered = sorted(times)
    low, high = ordered[len(ordered) // 10], ordered[-1 - len(ordered) // 10]
    return f"{statistics.median(ordered):.1f} ({low:.1f}-{high:.1f})"
