"""Symbols beside key words: which words of a paragraph get one, and the markup that puts it there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup, escape

from lessonkit.source.library import Library

SIZE = 1.3
"""Of a symbol, as a multiple of the type size: large enough to be read as one."""

ICON = Markup('<icon name="{}" decorative="true" size="{}"/>')

BEFORE, AFTER = r"(?<![\w’'@/.-])", r"(?![\w’'@/-]|\.\w)"
"""A key word is a whole word, and no part of a compound or an address."""


def symbols_of(library: Library) -> dict[str, str]:
    """The icon of each key word of the library."""
    return {str(word): str(symbol.icon) for symbol in library.symbols for word in symbol.words}


def with_symbols(text: str, symbols: Mapping[str, str], seen: set[str]) -> Markup:
    """Words as markup, each key word after its icon, unless that has been seen in this paragraph already."""
    icons = {word.casefold(): icon for word, icon in symbols.items()}
    parts, at = [], 0
    for found in _pattern(tuple(icons)).finditer(text):
        icon = icons[" ".join(found["word"].casefold().split())]
        if icon not in seen:
            seen.add(icon)
            parts += [escape(text[at : found.start()]), ICON.format(icon, SIZE)]
            at = found.start()
    return Markup("").join([*parts, escape(text[at:])])


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, the longest that fits, in the plural too."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    either = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first)
    return re.compile(f"{BEFORE}(?P<word>{either})s?{AFTER}", re.IGNORECASE)
