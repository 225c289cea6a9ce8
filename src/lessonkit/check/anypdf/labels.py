"""Labels of list items: bullets, numbers, letters."""

from __future__ import annotations

import re

BULLETS = "•◦▪▫■□●○‣\u2043➢➤►✓✔✗☐☑❖·*-–—\uf0b7\uf0a7\uf0d8\uf0fc\uf02d"
CLEAR = BULLETS.translate(str.maketrans("", "", "·*-–—"))
"""Those that are bullets without a space after them too."""
BULLET = re.compile(f"\\s*(?:([{re.escape(BULLETS)}])(?:\\s|$)|([{re.escape(CLEAR)}])(?=\\w))")
NUMBER = re.compile(r"\s*\(?(?:(\d{1,3})|([a-z])|([A-Z])|([ivxl]+)|([IVXL]+))[.)](?:\s|$|(?=[A-Z“‘]))")
KINDS = ("decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman")
NUMBERINGS = dict(zip(KINDS, ("Decimal", "LowerAlpha", "UpperAlpha", "LowerRoman", "UpperRoman"), strict=True))
"""What the file calls each kind of numbers."""
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def bullet_of(text: str) -> str:
    """The bullet that a line begins with, or nothing."""
    found = BULLET.match(text)
    return found[1] or found[2] if found else ""


def number_of(text: str) -> tuple[str, int] | None:
    """The kind and the value of the number that a line begins with; a single letter is a letter."""
    found = NUMBER.match(text)
    if found is None:
        return None
    kind, written = KINDS[(found.lastindex or 1) - 1], found[found.lastindex or 1]
    return kind, _value(kind, written)


def _value(kind: str, written: str) -> int:
    if kind == "decimal":
        return int(written)
    if kind.endswith("alpha"):
        return ord(written.lower()) - ord("a") + 1
    digits = [ROMAN[letter] for letter in written.lower()]
    return sum(-one if one < max(digits[at:]) else one for at, one in enumerate(digits))


def series(labels: list[str]) -> tuple[str, list[int]]:
    """How labels count, and their values; no kind for those that do not count, or not in one way."""
    found = [number_of(label if label.rstrip().endswith((".", ")")) else f"{label}.") for label in labels]
    if not found or None in found:
        return "", []
    kinds = {one[0] for one in found if one is not None}
    if len(kinds) > 1:  # i., ii., iii.: a letter, then Roman numbers
        kinds = {kind for kind in kinds if kind.endswith("roman")}
        found = [_as_roman(label, one) for label, one in zip(labels, found, strict=True)]
    if len(kinds) != 1 or None in found:
        return "", []
    return next(iter(kinds)), [one[1] for one in found if one is not None]


def _as_roman(label: str, found: tuple[str, int] | None) -> tuple[str, int] | None:
    if found is None or found[0].endswith("roman"):
        return found
    letter = label.strip(" .()")
    kind = "lower-roman" if letter.islower() else "upper-roman"
    return (kind, ROMAN[letter.lower()]) if letter.lower() in ROMAN else None
