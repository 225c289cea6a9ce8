"""Which files have been saved since they were looked at last."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

Stamp: TypeAlias = tuple[int, int, int] | None
"""When a file was written, how long it is and which one it is; None for a file that is not there."""

PAUSE, SETTLE = 0.03, 0.012
"""Seconds: between two looks, and how long files must stay as they are: an editor writes in several steps."""
PATIENCE = 40


class Watched:
    """The files that a document is made from."""

    def __init__(self) -> None:
        self._stamps: dict[Path, Stamp] = {}

    def watch(self, path: Path) -> None:
        """Watch this file, too, whether it is there or not; one that is watched already keeps the stamp that it had."""
        if path not in self._stamps:
            self._stamps[path] = _stamp(path)

    def pending(self) -> bool:
        """Whether something was saved that the next call of `changed` will say."""
        return any(_stamp(path) != stamp for path, stamp in self._stamps.items())

    def changed(self) -> set[Path]:
        """The files that were saved, came or went since the last call, once nothing changes any more."""
        found = self._look()
        for _ in range(PATIENCE):
            if not found:
                break
            time.sleep(SETTLE)
            more = self._look()
            if not more:
                break
            found |= more
        return found

    def wait(self, stop: Callable[[], bool]) -> set[Path]:
        """Wait for a save and say which files it was; nothing if it is time to stop."""
        while not stop():
            if found := self.changed():
                return found
            time.sleep(PAUSE)
        return set()

    def _look(self) -> set[Path]:
        now = {path: _stamp(path) for path in self._stamps}
        found = {path for path, stamp in now.items() if stamp != self._stamps[path]}
        self._stamps = now
        return found


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
