"""Asks a process of its own to open other people's files, and waits no longer than a file deserves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from types import TracebackType
from typing import Any, Self

TIME_LIMIT_S = 60.0
"""For one file; a file that needs longer is damaged, hostile, or far longer than a document for a school."""

Answer = dict[str, Any]


class Sandbox:
    """A worker process, started when first asked and again after it died; use it in a `with` statement."""

    def __init__(self, time_limit_s: float = TIME_LIMIT_S) -> None:
        self.time_limit_s = time_limit_s
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def ask(self, **request: object) -> tuple[Answer, str]:
        """What the worker answers, its lines merged into one, and how that ended: `done`, `slow` or `died`."""
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
