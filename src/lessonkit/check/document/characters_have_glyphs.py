"""Every character can be drawn in the theme's fonts or in one of its fallbacks.

A character that a font lacks prints as an empty box or not at all, and may be silent as well.

Passes: café
Passes: a word in Arabic script, when a fallback has its letters.
Fails: a word in Thai script, when neither the theme's fonts nor their fallbacks have its letters.
Clause: PDF/UA-1 7.21.4.1, 7.21.8
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Abbreviation, Code, Field, Heading, Text
from lessonkit.fallback import faces
from lessonkit.problems import Place

TODO = "Write it with other characters."


def check(subject: Designed) -> Iterator[Finding]:
    available = faces(subject.theme)
    known: dict[str, bool] = {}
    reported: set[tuple[str, Place]] = set()
    for text, place in _texts(subject):
        for character in dict.fromkeys(text):
            if character not in known:
                known[character] = all(available.draws(character, font) for font in subject.theme.fonts)
            if not known[character] and (character, place) not in reported:
                reported.add((character, place))
                what = f"No font of the theme {subject.theme.name} and none of its fallbacks has {_named(character)}."
                yield RULE.fail(what, TODO, place)


def _texts(subject: Designed) -> Iterator[tuple[str, Place]]:
    for node, place in subject.inline_nodes():
        match node:
            case Text() | Abbreviation() | Code():
                yield node.text, place
            case Field():
                yield node.label if node.value is None else node.value, place
    yield from ((heading.badge, heading.place) for heading in subject.blocks(Heading))


def _named(character: str) -> str:
    """`“ش” (U+0634, ARABIC LETTER SHEEN)`; control characters are not shown."""
    shown = f"“{character}” " if character.isprintable() else "the character "
    return f"{shown}(U+{ord(character):04X}, {unicodedata.name(character, 'without a name')})"


RULE = read_rule(__name__, __doc__, check)
