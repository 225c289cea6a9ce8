"""What the bench prints: a table for each document, then each target with what was reached."""

from __future__ import annotations

import datetime
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.cold import Cold
from bench.engines import ENGINES, REFERENCE
from bench.measure import File, Warm, middle

KIT, SLOW = "lessonkit", "WeasyPrint"


@dataclass(frozen=True, slots=True)
class Results:
    """What was measured of one document, by engine."""

    work: str
    words: int
    warm: Mapping[str, Warm]
    files: Mapping[str, File]
    cold: Mapping[str, Sequence[Cold]]

    def ratio(self, name: str) -> float:
        """The time of an engine as a share of Typst's."""
        if REFERENCE not in self.warm:
            return float("nan")
        return self.warm[name].ratio_to(self.warm[REFERENCE])

    def cold_seconds(self, name: str) -> float:
        """The middle time of a cold process."""
        return middle([cold.seconds for cold in self.cold.get(name, ())])

    def peak_mb(self, name: str) -> float:
        """The most memory that a cold process held."""
        return max((cold.peak_mb for cold in self.cold.get(name, ())), default=float("nan"))


@dataclass(frozen=True, slots=True)
class Command:
    """`lessonkit build talk-leaflet --format pdf` in cold processes, and the whole library in one."""

    runs: Sequence[Cold]
    """Nothing that the document is made from has changed since an earlier process, but its files are not there."""
    checking: Sequence[float]
    """How much of each was spent on checks, in seconds."""
    first: Sequence[Cold]
    """The same with nothing kept of earlier processes."""
    first_checking: Sequence[float]
    beside: Mapping[str, Sequence[Cold]]
    """Cold processes of other engines, which build the leaflet of the bench, in turns with the command."""
    library: Cold | None = None
    """`lessonkit build`; left out of a quick run."""

    @property
    def without_checks(self) -> list[float]:
        """The times, checks left out."""
        return [run.seconds - checks for run, checks in zip(self.runs, self.checking, strict=True)]

    @property
    def first_without_checks(self) -> list[float]:
        """The times of first runs, checks left out."""
        return [run.seconds - checks for run, checks in zip(self.first, self.first_checking, strict=True)]

    def ratio_to(self, name: str, first: bool = False) -> float:
        """The time without checks as a share of another engine's cold process. first: of first runs."""
        beside, times = self.beside.get(name, ()), self.first_without_checks if first else self.without_checks
        return middle([mine / run.seconds for mine, run in zip(times, beside, strict=False)])

    @property
    def peak_mb(self) -> float:
        """The most memory that it held, checks and all."""
        return max(run.peak_mb for run in (*self.runs, *self.first))


def head() -> Iterator[str]:
    """The machine and the versions."""
    yield f"{datetime.date.today()}, Python {platform.python_version()}, {os.cpu_count()} cores"
    for entry in ENGINES:
        yield f"  {entry.name:<17} {entry.missing() or entry.version:<14} {entry.what}"


def table(results: Results) -> Iterator[str]:
    """One line an engine."""
    yield f"{results.work}: {results.words} words"
    yield (
        f"  {'':<17} {'warm ms (p10-p90)':<24} {'to Typst':>8} {'cold s':>8} {'kB':>6} {'peak MB':>8} {'pages':>6}"
        "  PDF/UA-1 (page-validation)"
    )
    for name, warm in results.warm.items():
        low, high = warm.spread_ms
        file = results.files[name]
        yield (
            f"  {name:<17} {f'{warm.median_ms:.1f} ({low:.1f}-{high:.1f})':<24} {results.ratio(name):>8.2f}"
            f" {_number(results.cold_seconds(name), 2):>8} {file.kilobytes:>6.0f}"
            f" {_number(results.peak_mb(name), 0):>8} {file.pages:>6}  {_verdict(file)}"
        )


def _number(value: float, digits: int) -> str:
    return "-" if value != value else f"{value:.{digits}f}"


def _verdict(file: File) -> str:
    return f"no: {len(file.faults)} rules broken" if file.faults else "yes"


def command_lines(command: Command) -> Iterator[str]:
    """What the command took."""
    yield "lessonkit build talk-leaflet --format pdf, cold"
    whole, without = middle([run.seconds for run in command.runs]), middle(command.without_checks)
    yield f"  {whole:.2f} s, of which {middle(command.checking):.2f} s are checks: {without:.2f} s without them"
    yield f"  with nothing kept of earlier runs: {middle(command.first_without_checks):.2f} s without its checks"
    for name, runs in command.beside.items():
        beside, ratios = middle([run.seconds for run in runs]), (command.ratio_to(name), command.ratio_to(name, True))
        yield f"  {name}'s cold process: {beside:.2f} s in the same turns; ratios {ratios[0]:.2f} and {ratios[1]:.2f}"
    yield f"  peak memory {command.peak_mb:.0f} MB with checks"
    if command.library:
        yield f"  the whole library in all formats: {command.library.seconds:.1f} s, {command.library.peak_mb:.0f} MB"


def targets(leaflet: Results, lesson: Results, command: Command) -> Iterator[str]:
    """Each target, what was reached, and whether that meets it."""
    typst = command.ratio_to(SLOW) / command.ratio_to(REFERENCE)
    kilobytes = leaflet.files[KIT].kilobytes
    yield "targets" + " " * 57 + "at most  stretch  reached"
    yield target("leaflet, warm, as a share of Typst's time", leaflet.ratio(KIT), 0.6, 0.4)
    yield target("lesson, warm, as a share of Typst's time", lesson.ratio(KIT), 0.5, 0.3)
    yield target("cold command without checks, as a share of WeasyPrint's", command.ratio_to(SLOW), 1 / 3, typst)
    yield target("  the same with nothing kept of earlier runs", command.ratio_to(SLOW, first=True), 1 / 3, typst)
    yield target("leaflet with its fonts, kB", kilobytes, 30)
    yield target("peak memory of a cold process that builds the leaflet, MB", leaflet.peak_mb(KIT), 100)
    yield target("peak memory of the cold command with its checks, MB", command.peak_mb, 100)


def target(what: str, reached: float, bound: float, stretch: float = float("nan")) -> str:
    """One target."""
    line = f"  {what:<62} {_short(bound):>6} {_short(stretch):>8} {_short(reached):>8}  "
    if reached != reached or bound != bound:
        return line + "not measured"
    if reached > bound:
        return line + "NOT MET"
    return line + ("met, stretch too" if reached <= stretch else "met")


def _short(value: float) -> str:
    return _number(value, 0 if value >= 10 else 2)
