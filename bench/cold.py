"""Cold processes: a fresh interpreter that builds one document and ends, with its time and its peak memory.

`python -m bench.cold ENGINE DOCUMENT FOLDER` is such a process; `python -m bench.cold lessonkit-command …` is the
command itself. Both end by saying how much memory they took at most.
"""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bench.content import Work
from bench.engines import entry

ROOT = Path(__file__).parent.parent
SCHOOL = "Green Lane Primary School"
COMMAND = "lessonkit-command"
STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Cold:
    """One cold process."""

    seconds: float
    peak_mb: float
    said: str
    """What it printed."""


def hand_over(work: Work, folder: Path) -> None:
    """Write a document for cold processes: none of them is charged for reading YAML."""
    (folder / f"{work.name}.pickle").write_bytes(pickle.dumps(work))


def run_engine(name: str, work: Work, folder: Path) -> Cold:
    """One file built by one engine in a process of its own."""
    return _run([sys.executable, "-m", "bench.cold", name, work.name, str(folder)])


def run_command(*arguments: str, cache: Path) -> Cold:
    """The command `lessonkit` in a process of its own. cache: where it keeps what it can use again."""
    return _run([sys.executable, "-m", "bench.cold", COMMAND, *arguments], {"XDG_CACHE_HOME": str(cache)})


def _run(command: list[str], settings: dict[str, str] | None = None) -> Cold:
    environment = _environment() | (settings or {})
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"A cold process failed: {' '.join(command)}\n{done.stderr}")
    peak = re.search(r"^peak (\S+) MB$", done.stdout, re.MULTILINE)
    return Cold(seconds, float(peak[1]) if peak else float("nan"), done.stdout + done.stderr)


def _environment() -> dict[str, str]:
    """The environment, but Python keeps what it has compiled, as it does wherever nobody has told it not to."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def _build(name: str, work: str, folder: Path) -> None:
    engine = entry(name).open(pickle.loads((folder / f"{work}.pickle").read_bytes()), folder)
    (folder / f"{work}-cold.pdf").write_bytes(engine.build(SCHOOL))


def _command(arguments: list[str]) -> None:
    from lessonkit.cli import main

    sys.argv[:] = ["lessonkit", *arguments]
    try:
        main()
    except SystemExit as end:
        if end.code:
            raise


def _peak_mb() -> float:
    """The most memory this process has held; its parent's does not count, as it does in getrusage."""
    if STATUS.is_file():
        held = re.search(r"VmHWM:\s+(\d+) kB", STATUS.read_text())
        return int(held[1]) / 1000 if held else float("nan")
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000_000  # in bytes where there is no /proc


if __name__ == "__main__":
    first, *rest = sys.argv[1:]
    if first == COMMAND:
        _command(rest)
    else:
        _build(first, rest[0], Path(rest[1]))
    sys.stdout.write(f"peak {_peak_mb():.1f} MB\n")
