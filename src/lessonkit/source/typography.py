"""British typography for texts typed on a plain keyboard: ‘single’ and “double” quotes, apostrophes, en dashes."""

from __future__ import annotations

import re

QUOTE = re.compile("['\"]")
OPENING_CONTEXT = frozenset(" \t\n\u00a0([{\u2013\u2014/\u2018\u201c")
"""A quotation mark after one of these, or at the start, opens."""
ELIDED = re.compile(r"(?:\d\ds\b|(?:tis|twas|n)\b)", re.IGNORECASE)
"""What an apostrophe may stand before: ’90s, ’twas."""


def dashed(text: str) -> str:
    """` -- ` as an en dash between spaces."""
    return text.replace(" -- ", " \u2013 ")


def curled(text: str) -> str:
    """Straight quotes as typographic ones, each by the characters beside it; the length stays the same."""
    if "'" not in text and '"' not in text:
        return text
    characters = list(text)
    for match in QUOTE.finditer(text):
        at = match.start()
        opens = _opens(characters, at) and not (match[0] == "'" and ELIDED.match(text, at + 1))
        characters[at] = ("\u2018\u2019" if match[0] == "'" else "\u201c\u201d")[not opens]
    return "".join(characters)


def _opens(characters: list[str], at: int) -> bool:
    """True if a quotation mark here begins a quotation."""
    before = characters[at - 1] if at else " "
    after = characters[at + 1] if at + 1 < len(characters) else " "
    return before in OPENING_CONTEXT and not after.isspace()
