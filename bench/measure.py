"""Taking turns: every engine builds a document for one school, then all of them for the next."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from bench.content import school_names
from bench.engines import Engine

WARM_UP = 2
"""Turns that are not counted: fonts are opened in them, and modules imported."""


@dataclass(frozen=True, slots=True)
class Warm:
    """What an engine did in a process that stays open."""

    times_ms: tuple[float, ...]
    """One for each turn, in the order of the turns."""
    pdf: bytes
    """The last file."""

    @property
    def median_ms(self) -> float:
        """The middle time."""
        return statistics.median(self.times_ms)

    @property
    def spread_ms(self) -> tuple[float, float]:
        """The times that a tenth of all turns stay below, and above."""
        ordered = sorted(self.times_ms)
        return ordered[len(ordered) // 10], ordered[-1 - len(ordered) // 10]

    def ratio_to(self, other: Warm) -> float:
        """The middle of the ratios, turn by turn: a machine that slows down slows both."""
        return statistics.median(mine / its for mine, its in zip(self.times_ms, other.times_ms, strict=True))


def take_turns(engines: Mapping[str, Engine], turns: int) -> dict[str, Warm]:
    """What each engine did, by name."""
    times: dict[str, list[float]] = {name: [] for name in engines}
    files: dict[str, bytes] = {}
    for turn, school in enumerate(school_names(WARM_UP + turns)):
        for name, engine in engines.items():
            spent, files[name] = _timed(engine, school)
            if turn >= WARM_UP:
                times[name].append(spent)
    return {name: Warm(tuple(times[name]), files[name]) for name in engines}


def _timed(engine: Engine, school: str) -> tuple[float, bytes]:
    gc.collect()  # nobody pays for what another has left behind
    start = time.perf_counter()
    pdf = engine.build(school)
    return 1000 * (time.perf_counter() - start), pdf


@dataclass(frozen=True, slots=True)
class File:
    """What a file is."""

    kilobytes: float
    pages: int
    faults: tuple[str, ...]
    """The rules of PDF/UA-1 that it breaks."""


def look_at(pdf: bytes) -> File:
    """Size, pages and what page-validation says."""
    from page import validate_pdf_bytes
    from pypdf import PdfReader

    failures = validate_pdf_bytes(pdf, profile="ua1").failures
    rules = tuple(dict.fromkeys(failure.rule_id for failure in failures))
    return File(len(pdf) / 1000, len(PdfReader(BytesIO(pdf)).pages), rules)


def middle(values: Sequence[float]) -> float:
    """The median; of nothing, not a number."""
    return statistics.median(values) if values else float("nan")
