"""Every term has words, and something is said of it.

A list of terms is read as pairs; half of a pair leaves a reader waiting.

Passes: Block: stop somebody from writing to you.
Fails: a term without a definition; a definition without a term.
Clause: WCAG 2.2 SC 1.3.1 (technique H40)
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Block, Decorative, DefinitionList, Figure
from lessonkit.reading import plain, walk, words_in


def check(subject: Designed) -> Iterator[Finding]:
    for definitions in subject.blocks(DefinitionList):
        for item in definitions.items:
            term, place = plain(item.term), item.place or definitions.place
            if not term:
                yield RULE.fail("A definition has no term.", "Say what it is about.", place)
            if not _says_something(item.blocks):
                yield RULE.fail(f"Nothing is said of the term “{term}”.", "Say what it means.", place)


def _says_something(blocks: tuple[Block, ...]) -> bool:
    pictures = (block for block in walk(blocks) if isinstance(block, Figure))
    return bool(words_in(blocks)) or any(not isinstance(picture.alt, Decorative) for picture in pictures)


RULE = read_rule(__name__, __doc__, check)
