"""The one boundary where errors become sentences: exit 1 for the author's, 3 for ours."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from lessonkit import __version__
from lessonkit.cli import show
from lessonkit.cli.say import say
from lessonkit.problems import LessonkitError

INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells have it."""

debug = False
"""Set by --debug: faults show their traceback."""


def run(command: Callable[[], object]) -> int:
    """The exit status of a command: 0 fine, 1 the author must act, 2 usage, 3 our bug."""
    try:
        command()
    except SystemExit as stop:
        if stop.code == INTERRUPTED:  # typer turns Ctrl-C into this, without a word
            return _stopped()
        return int(stop.code or 0)
    except LessonkitError as error:
        show.problems(error.problems)
        return 1
    except KeyboardInterrupt:
        return _stopped()
    except BrokenPipeError:
        return _unheard()
    except Exception as fault:  # noqa: BLE001 - the one place where a fault of ours becomes a sentence
        return _fault(fault)
    return 0


def _stopped() -> int:
    """Say that Ctrl-C did no harm."""
    say("\nStopped. No file was left half written.", err=True)
    return INTERRUPTED


def _unheard() -> int:
    """Whoever read what is printed has gone, such as `head`: say nothing more, not even at the end of the process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _fault(fault: Exception) -> int:
    """Say that this is our fault, and where the details are."""
    import traceback  # here and below: most commands find no fault, and a short one should not wait for this

    details = "".join(traceback.format_exception(fault))
    log = _write_log(f"lessonkit {__version__}, Python {sys.version}\n{details}")
    show.fault(f"This is a fault in lessonkit, not in your files. Please report it; the details are in {log}.")
    if debug:
        say(details, err=True)
    return 3


def _write_log(text: str) -> Path:
    """The log file: in this folder, or where temporary files go if this one cannot be written to."""
    import tempfile

    for folder in (Path.cwd(), Path(tempfile.gettempdir())):
        path = folder / "lessonkit-fault.log"
        try:
            path.write_text(text, "utf-8")
        except OSError:
            continue
        return path
    return Path("(no folder could be written to; run again with --debug)")
