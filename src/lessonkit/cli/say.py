"""Printing, without Typer: a build that prints one table would spend a tenth of its time on importing it."""

from __future__ import annotations

import os
import sys

COLOURS = {"red": "\x1b[31m", "yellow": "\x1b[33m"}
PLAIN = "\x1b[0m"


def say(text: str = "", err: bool = False) -> None:
    """Print a line at once, on standard error if asked; what a stream cannot write becomes a question mark."""
    if os.name == "nt":
        # Windows has consoles of its own, which Typer knows.
        import typer

        typer.echo(text, err=err)
        return
    stream = sys.stderr if err else sys.stdout
    if stream is None:  # nobody listens
        return
    try:
        print(text, file=stream, flush=True)
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        print(text.encode(encoding, "replace").decode(encoding), file=stream, flush=True)


def coloured(text: str, colour: str, err: bool = False) -> str:
    """The text in a colour, on a terminal that wants colours."""
    stream = sys.stderr if err else sys.stdout
    wanted = stream is not None and stream.isatty() and "NO_COLOR" not in os.environ
    return f"{COLOURS[colour]}{text}{PLAIN}" if wanted else text
