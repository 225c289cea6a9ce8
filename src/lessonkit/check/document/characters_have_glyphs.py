"""Every character can be drawn in the theme's fonts.

A character that a font lacks prints as an empty box or not at all, and may be silent as well.

Passes: café
Fails: a word in Arabic script, when the theme's fonts have only Latin letters.
Clause: PDF/UA-1 7.21.4.1, 7.21.8
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Field, Text
from lessonkit.fonts import face
from lessonkit.problems import Place

TODO = "Write it with other characters."


def check(subject: Designed) -> Iterator[Finding]:
    faces = [face(path) for path in sorted(set(subject.theme.fonts.values()))]
    known: dict[str, bool] = {}
    reported: set[tuple[str, Place]] = set()
    for text, place in _texts(subject):
        for character in dict.fromkeys(text):
            if character not in known:
                known[character] = all(each.has(character) for each in faces)
            if not known[character] and (character, place) not in reported:
                reported.add((character, place))
                yield RULE.fail(f"No font of the theme {subject.theme.name} has {_named(character)}.", TODO, place)


def _texts(subject: Designed) -> Iterator[tuple[str, Place]]:
    for node, place in subject.inline_nodes():
        match node:
            case Text():
                yield node.text, place
            case Field():
                yield node.label if node.value is None else node.value, place


def _named(character: str) -> str:
    """`“ش” (U+0634, ARABIC LETTER SHEEN)`; control characters are not shown."""
    shown = f"“{character}” " if character.isprintable() else "the character "
    return f"{shown}(U+{ord(character):04X}, {unicodedata.name(character, 'without a name')})"


RULE = read_rule(__name__, __doc__, check)
