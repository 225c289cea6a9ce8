"""Asks processes of their own to open other people's files, and waits no longer than a file deserves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Self, TypeVar

TIME_LIMIT_S = 60.0
"""For one file; a file that needs longer is damaged, hostile, or far longer than a document for a school."""

MOST_SANDBOXES = 4
"""At the same time: each may need as much memory as a worker is allowed."""
FILES_FOR_ONE = 3
"""As many are read in the time in which another process starts."""

Answer = dict[str, Any]
Item = TypeVar("Item")
Made = TypeVar("Made")


def in_sandboxes(
    work: Callable[[Item, Sandbox], Made], items: Sequence[Item], time_limit_s: float = TIME_LIMIT_S
) -> Generator[Made, None, None]:
    """What comes of each item, in their order: several are worked on at once, each in a sandbox of its own."""
    count = min(MOST_SANDBOXES, os.cpu_count() or 1, 1 + len(items) // FILES_FOR_ONE)
    free: SimpleQueue[Sandbox] = SimpleQueue()

    def made(item: Item) -> Made:
        sandbox = free.get()
        try:
            return work(item, sandbox)
        finally:
            free.put(sandbox)

    with ExitStack() as stack:
        sandboxes = [stack.enter_context(Sandbox(time_limit_s)) for _ in range(count)]
        for sandbox in sandboxes:
            free.put(sandbox)
        pool = ThreadPoolExecutor(count)
        try:
            yield from pool.map(made, items)
        finally:  # somebody may have lost patience: nothing more is begun, and what runs ends
            pool.shutdown(wait=False, cancel_futures=True)
            for sandbox in sandboxes:
                sandbox.kill()
            pool.shutdown()


class Sandbox:
    """A worker process, started when first asked and again after it died; use it in a `with` statement."""

    def __init__(self, time_limit_s: float = TIME_LIMIT_S) -> None:
        self.time_limit_s = time_limit_s
        self._process: subprocess.Popen[str] | None = None
        self._killed = False
        self._lock = threading.Lock()

    def kill(self) -> None:
        """End the worker for good, also while another thread waits for its answer."""
        with self._lock:
            self._killed = True
            if self._process is not None:
                self._process.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def ask(self, **request: object) -> tuple[Answer, str]:
        """What the worker answers, its lines merged into one, and how that ended: `done`, `slow` or `died`."""
        with self._lock:
            if self._killed:
                return {}, "died"
            process = self._running()
        late = threading.Event()
        timer = threading.Timer(self.time_limit_s, _end, (process, late))
        timer.start()
        try:
            answer, done = _converse(process, json.dumps(request))
        finally:
            timer.cancel()
        if late.is_set() or not done:
            self._stop()
        return answer, "done" if done else "slow" if late.is_set() else "died"

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            # -P: no module is taken from the working folder, which may be full of other people's files.
            command = [sys.executable, "-P", "-m", "lessonkit.report.worker"]
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                env={**os.environ, "PYDANTIC_DISABLE_PLUGINS": "__all__"},
            )
        return self._process

    def _stop(self) -> None:
        if self._process is None:
            return
        self._process.kill()
        self._process.communicate()
        self._process = None


def _converse(process: subprocess.Popen[str], request: str) -> tuple[Answer, bool]:
    """All that the worker says to a request, and whether it came to the end of it."""
    assert process.stdin is not None
    assert process.stdout is not None
    answer: Answer = {}
    try:
        process.stdin.write(request + "\n")
        process.stdin.flush()
        for line in process.stdout:
            answer |= json.loads(line)
            if answer.pop("done", False):
                return answer, True
    except (BrokenPipeError, json.JSONDecodeError):  # it died before, or in the middle of a line
        pass
    return answer, False


def _end(process: subprocess.Popen[str], late: threading.Event) -> None:
    late.set()
    process.kill()
