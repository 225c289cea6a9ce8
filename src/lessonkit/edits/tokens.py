"""Words and the spaces between them, each with its look: what edits are compared and put together by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from lessonkit.snapshot import Run

PIECES = re.compile(r"\s+|\w+|[^\w\s]")
QUOTES = str.maketrans("‘’“”", "''\"\"")

Key = tuple[str, frozenset[str], str]


def tokens(runs: Iterable[Run]) -> list[Run]:
    """Each word, sign or space of some runs by itself, without spaces at either end."""
    pieces = [replace(run, text=piece) for run in runs for piece in PIECES.findall(run.text)]
    found: list[Run] = []
    for piece in pieces:
        if piece.text.isspace():
            if found and not found[-1].text.isspace():
                found.append(replace(piece, text=" ", marks=frozenset(), target="", field=""))
        else:
            found.append(piece)
    return found[:-1] if found and found[-1].text == " " else found


def key(token: Run) -> Key:
    """What makes two tokens the same: words and look; quotation marks may be straight or curly."""
    target = "#" if token.target.startswith("#") else token.target.rstrip("/").lower()
    return token.text.translate(QUOTES), token.marks & {"strong", "emphasis"}, target


def keys(runs: Iterable[Run]) -> tuple[Key, ...]:
    """The tokens of some runs as what makes them the same."""
    return tuple(map(key, tokens(runs)))


def differences(old: Sequence[object], new: Sequence[object]) -> Sequence[tuple[str, int, int, int, int]]:
    """The steps from one sequence to the other."""
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def similarity(old: str, new: str) -> float:
    """From 0 to 1: how alike two texts are, word by word."""
    return SequenceMatcher(None, old.casefold().split(), new.casefold().split(), autojunk=False).ratio()
