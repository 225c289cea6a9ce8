"""Putting changed words into a text without touching the rest: its line ends, indents and spelling of signs stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lessonkit.edits.tokens import differences

WORD = re.compile(r"(\s*)(\S+)")


def spliced(old: str, new: str, carrier: str, encode: Callable[[str, str], str] = str.__add__) -> str | None:
    """The carrier with those words changed that differ between old and new; None if its words are not those of old.

    carrier: says the same as `old`, word by word, in another notation.
    encode: writes the space before a new word, and the word, in the notation of the carrier.
    """
    carried = WORD.findall(carrier)
    before, after = WORD.findall(old), WORD.findall(new)
    if len(carried) != len(before):
        return None
    written: list[str] = []
    for step, a, b, c, d in differences(_plain(before), _plain(after)):
        for pair in carried[a:b] if step == "equal" else after[c:d]:
            # No space before the first word, one before every other.
            space, word = (pair[0] or " ", pair[1]) if written else ("", pair[1])
            written.append(space + word if step == "equal" else encode(space, word))
    lead = carrier[: len(carrier) - len(carrier.lstrip())]
    return lead + "".join(written) + carrier[len(carrier.rstrip()) :]


def _plain(pairs: Sequence[tuple[str, str]]) -> list[tuple[bool, str]]:
    """What makes words the same: the letters, and whether they begin a paragraph or an item."""
    return [(space.count("\n") > 1 or (bool(space) and word == "-"), word) for space, word in pairs]
