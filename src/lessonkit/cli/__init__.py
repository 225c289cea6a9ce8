"""The command line: parse, call the build, print; nothing else."""

from __future__ import annotations

import gc
import os
import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line; every fault ends in a sentence and an exit status."""
    # A build makes many small objects that live to its end: looking through them for rubbish took a tenth of its time.
    # So do imports; this stands before those of the command.
    gc.set_threshold(100_000, 50, 50)
    # pydantic would look through all installed packages for plugins, at every start; lessonkit uses none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from lessonkit.cli import boundary

    status = boundary.run(_run)
    gc.freeze()  # the process ends: nothing is worth looking for any more
    sys.exit(status)


def _run() -> None:
    """What was asked for, if that is plain; all else is for Typer."""
    from lessonkit.cli.quick import plain_command

    command = plain_command(sys.argv[1:])
    if command:
        sys.exit(command())
    from lessonkit.cli.app import app

    app()
