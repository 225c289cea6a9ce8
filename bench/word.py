"""Word files: the same two documents by lessonkit, docxtpl and python-docx, in turns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.content import Work
from bench.engines import Entry
from bench.measure import Warm, take_turns
from bench.report import target

KIT, FILLED = "lessonkit, Word", "docxtpl"

ENGINES = (
    Entry(KIT, "docx_kit", "lessonkit", "tree to styled, tagged Word file"),
    Entry(FILLED, "docx_filled", "docxtpl", "fills the school’s name into a finished template"),
    Entry("python-docx", "docx_plain", "python-docx", "default template; no links, captions or header rows"),
)


def measure(work: Work, pictures: Path, turns: int, folder: Path) -> dict[str, Warm]:
    """What each engine did, by name; the files are in the folder then."""
    installed = {entry.name: entry.open(work, pictures) for entry in ENGINES if not entry.missing()}
    warm = take_turns(installed, turns)
    for name, made in warm.items():
        (folder / f"{work.name}-{name.partition(',')[0]}.docx").write_bytes(made.pdf)
    return warm


def table(work: str, warm: Mapping[str, Warm]) -> Iterator[str]:
    """One line an engine."""
    yield f"{work}, as a Word file"
    yield f"  {'':<17} {'warm ms (p10-p90)':<24} {'to docxtpl':>10} {'kB':>6}"
    for name, made in warm.items():
        low, high = made.spread_ms
        times = f"{made.median_ms:.1f} ({low:.1f}-{high:.1f})"
        yield f"  {name:<17} {times:<24} {_ratio(warm, name):>10.2f} {len(made.pdf) / 1000:>6.0f}"


def targets(leaflet: Mapping[str, Warm], lesson: Mapping[str, Warm]) -> Iterator[str]:
    """Each target, what was reached, and whether that meets it."""
    yield target("leaflet in Word, warm, as a share of docxtpl's time", _ratio(leaflet, KIT), 1.0)
    yield target("lesson in Word, warm, as a share of docxtpl's time", _ratio(lesson, KIT), 1.0)
    yield target("leaflet in Word, kB", len(leaflet[KIT].pdf) / 1000, 30)


def _ratio(warm: Mapping[str, Warm], name: str) -> float:
    return warm[name].ratio_to(warm[FILLED]) if FILLED in warm else float("nan")
