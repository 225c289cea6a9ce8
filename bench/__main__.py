"""`make bench`: build both documents with every engine in turns, and print what each took. Exit status 0 always.

`make bench BENCH=quick` takes fewer turns, to look at while working; its figures are rougher.
"""

from __future__ import annotations

import gc
import re
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench import checks, report, word
from bench.cold import ROOT, Cold, hand_over, run_command, run_engine
from bench.content import WORKS, Work, read_work, reading
from bench.engines import ENGINES, Entry
from bench.engines import entry as engine_of
from bench.measure import Warm, look_at, take_turns
from bench.pictures import make_pictures
from bench.sheets import make_sheets

OUTPUT = ROOT / "output" / "bench"
CACHE = OUTPUT / "cache"
DOCUMENT = "talk-leaflet"
"""What the command builds."""
BESIDE = ("WeasyPrint", "Typst")
"""What it takes turns with."""


@dataclass(frozen=True, slots=True)
class Turns:
    """How often."""

    warm: dict[str, int]
    cold: int


FULL = Turns({"leaflet": 30, "lesson": 8}, 5)
QUICK = Turns({"leaflet": 8, "lesson": 3}, 1)


def main(arguments: list[str]) -> None:
    """Measure and print."""
    quick = "quick" in arguments
    turns = QUICK if quick else FULL
    gc.set_threshold(100_000, 50, 50)  # as the command sets it; for all engines alike
    works = [read_work(name) for name in WORKS]
    pictures = OUTPUT / "pictures"
    make_pictures(works, pictures)
    _print(report.head())
    results = {}
    for work in works:
        results[work.name] = _measure(work, pictures, turns)
        _print(report.table(results[work.name]))
    in_word = {work.name: word.measure(work, pictures, turns.warm[work.name], OUTPUT) for work in works}
    for name, warm in in_word.items():
        _print(word.table(name, warm))
    checked = checks.measure(works[0], pictures, quick)
    _print(checks.table(checked))
    command = _command(works[0], pictures, turns, whole_library=not quick)
    _print(report.command_lines(command))
    _print(report.targets(results["leaflet"], results["lesson"], command))
    _print(word.targets(in_word["leaflet"], in_word["lesson"]))
    _print(checks.targets(checked))
    sheets = sum(make_sheets(work.name, OUTPUT) for work in works)
    print(f"{OUTPUT.relative_to(ROOT)}/ holds the files" + (f" and {sheets} sheets to look at." if sheets else "."))


def _print(lines: Iterable[str]) -> None:
    print("\n".join(lines), end="\n\n", flush=True)


def _measure(work: Work, pictures: Path, turns: Turns) -> report.Results:
    installed = [entry for entry in ENGINES if not entry.missing()]
    hand_over(work, pictures)
    cold = _cold(work, pictures, [entry for entry in installed if entry.cold], turns.cold)
    warm = _warm(work, pictures, installed, turns.warm[work.name])
    for entry in installed:
        if entry.cold:
            (OUTPUT / f"{work.name}-{entry.name}.pdf").write_bytes(warm[entry.name].pdf)
    words = sum(len(line.split()) for line in reading(work, "Green Lane Primary School"))
    return report.Results(work.name, words, warm, {name: look_at(each.pdf) for name, each in warm.items()}, cold)


def _warm(work: Work, pictures: Path, entries: list[Entry], turns: int) -> dict[str, Warm]:
    """What each engine did, in turns; a second way to use one comes after: it empties what the first has kept."""
    found: dict[str, Warm] = {}
    for first in (True, False):
        found |= take_turns({each.name: each.open(work, pictures) for each in entries if each.cold is first}, turns)
    return {each.name: found[each.name] for each in entries}


def _cold(work: Work, pictures: Path, entries: list[Entry], turns: int) -> dict[str, list[Cold]]:
    """Cold processes, in turns; the first one of each only brings its files into the cache of the disk."""
    taken: dict[str, list[Cold]] = {entry.name: [] for entry in entries}
    for turn in range(turns + 1):
        for entry in entries:
            run = run_engine(entry.name, work, pictures)
            if turn:
                taken[entry.name].append(run)
    return taken


def _command(leaflet: Work, pictures: Path, turns: Turns, whole_library: bool) -> report.Command:
    """The command a teacher types, timed as a whole; it says itself how much of that its checks took."""
    runs: list[Cold] = []
    first: list[Cold] = []
    beside: dict[str, list[Cold]] = {name: [] for name in BESIDE if not engine_of(name).missing()}
    for turn in range(turns.cold + 1):
        _forget(CACHE, OUTPUT / "command")
        anew, run = _leaflet(), _leaflet()
        others = {name: run_engine(name, leaflet, pictures) for name in beside}
        if turn:
            runs.append(run)
            first.append(anew)
            for name, other in others.items():
                beside[name].append(other)
    _forget(CACHE, OUTPUT / "command")
    library = run_command("build", "--output", str(OUTPUT / "command"), cache=CACHE) if whole_library else None
    checks = ([_checking(run.said) for run in each] for each in (runs, first))
    return report.Command(runs, next(checks), first, next(checks), beside, library)


def _leaflet() -> Cold:
    """Build the leaflet into a folder where it is not yet."""
    _forget(OUTPUT / "command")
    folder = str(OUTPUT / "command")
    return run_command("build", DOCUMENT, "--format", "pdf", "--timings", "--output", folder, cache=CACHE)


def _forget(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _checking(said: str) -> float:
    """The seconds that the command spent on checks, from what it printed."""
    heads = re.search(r"^Milliseconds .*$", said, re.MULTILINE)
    row = re.search(rf"^{DOCUMENT}( +\d+)+$", said, re.MULTILINE)
    if not heads or not row:
        raise SystemExit(f"`--timings` printed something else:\n{said}")
    return int(row[0].split()[heads[0].split().index("Checking")]) / 1000


if __name__ == "__main__":
    main(sys.argv[1:])
