"""Which files something is made from: whoever reads one says so first, whoever keeps what is made listens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

Listener: TypeAlias = Callable[[Path, bool], None]
"""Takes a file, and whether it is drawn."""

_listening: list[Listener] = []


def note(path: Path, drawn: bool = False) -> None:
    """Say that this file is going to be read, or looked for; also where a memory may spare reading it again.

    drawn: what is in it reaches finished files by another way than the document and its theme: a font, a picture.
    """
    for hear in _listening:
        hear(path, drawn)


@contextmanager
def listening(hear: Listener) -> Iterator[None]:
    """Call this for every file that is noted within the block."""
    _listening.append(hear)
    try:
        yield
    finally:
        _listening.pop()
