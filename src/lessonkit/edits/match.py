"""Which paragraph of an edited file is which of those that were written: by our bookmarks, else by similar words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lessonkit.edits.tokens import differences, similarity
from lessonkit.edits.word import Paragraph
from lessonkit.snapshot import Kept

ALIKE = 0.5
"""Texts less alike than this are not taken for the same paragraph."""
SURE = 1.0


@dataclass(frozen=True, slots=True)
class Match:
    """One paragraph as it was written and as it is now."""

    block: Kept
    index: int
    """Of the paragraph in the edited file."""
    sure: float


def match(blocks: Sequence[Kept], paragraphs: Sequence[Paragraph]) -> list[Match]:
    """The paragraphs that are still there, each with what it has become, in the order of the file as written."""
    found = _by_number(blocks, paragraphs)
    if not any(paragraph.numbers for paragraph in paragraphs):
        found = _by_words(blocks, paragraphs)
    found += _in_gaps(blocks, paragraphs, found)
    return sorted(found, key=lambda one: one.block.number)


def _by_number(blocks: Sequence[Kept], paragraphs: Sequence[Paragraph]) -> list[Match]:
    """The first paragraph that carries a number has it; one with several numbers is the first of them."""
    places: dict[int, int] = {}
    for index, paragraph in enumerate(paragraphs):
        for number in paragraph.numbers[:1]:
            places.setdefault(number, index)
    return [Match(block, places[block.number], SURE) for block in blocks if block.number in places]


def _by_words(blocks: Sequence[Kept], paragraphs: Sequence[Paragraph]) -> list[Match]:
    """Paragraphs with the same words in the same order."""
    steps = differences([block.words for block in blocks], [paragraph.words for paragraph in paragraphs])
    same = [(a, b, c) for step, a, b, c, _ in steps if step == "equal"]
    return [Match(blocks[i], c + i - a, SURE) for a, b, c in same for i in range(a, b)]


def _in_gaps(blocks: Sequence[Kept], paragraphs: Sequence[Paragraph], found: list[Match]) -> list[Match]:
    """What is left, between its neighbours that were found."""
    more: list[Match] = []
    taken = {one.index for one in found} | {i for i, one in enumerate(paragraphs) if one.numbers or not one.words}
    for gap, first, last in _gaps(blocks, found, len(paragraphs)):
        free = [index for index in range(first, last) if index not in taken]
        pairs = list(_alike(gap, free, paragraphs))
        more += pairs
        taken |= {pair.index for pair in pairs}
    return more


def _gaps(blocks: Sequence[Kept], found: Sequence[Match], count: int) -> Iterator[tuple[list[Kept], int, int]]:
    """Runs of blocks that were not found, with the paragraphs among which they may be."""
    indexes = {one.block.number: one.index for one in found}
    gap: list[Kept] = []
    last = -1
    for block in blocks:
        if block.number not in indexes:
            gap.append(block)
            continue
        index = indexes[block.number]
        if gap and index > last:
            yield gap, last + 1, index
        gap, last = [], max(last, index)
    if gap:
        yield gap, last + 1, count


def _alike(gap: Sequence[Kept], free: Sequence[int], paragraphs: Sequence[Paragraph]) -> Iterator[Match]:
    """The most alike first, without crossing; equally many of the same kinds are each other in any case."""
    scores = sorted(
        ((similarity(block.words, paragraphs[index].words), -a, -b) for a, block in enumerate(gap)
         for b, index in enumerate(free)), reverse=True
    )  # fmt: skip
    pairs: dict[int, int] = {}
    for score, a, b in ((score, -a, -b) for score, a, b in scores):
        crosses = any((a - c) * (b - d) <= 0 for c, d in pairs.items())
        if score >= ALIKE and not crosses:
            pairs[a] = b
            yield Match(gap[a], free[b], score)
    if (
        not pairs
        and len(gap) == len(free)
        and all(_same_kind(block, paragraphs[index]) for block, index in zip(gap, free, strict=True))
    ):
        yield from (Match(block, index, ALIKE / 2) for block, index in zip(gap, free, strict=True))


def _same_kind(block: Kept, paragraph: Paragraph) -> bool:
    """True if a paragraph may stand for a block whose words were all replaced: a heading or cell there."""
    return block.kind in ("heading", "cell") and block.kind == paragraph.kind


def moved(found: Sequence[Match]) -> set[int]:
    """The numbers of those that stand elsewhere now: the fewest that explain the order."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for position, one in enumerate(found):
        at = bisect_left(tails, one.index)
        before[position] = ends[at - 1] if at else None
        tails[at : at + 1] = [one.index]
        ends[at : at + 1] = [position]
    kept: set[int] = set()
    step: int | None = ends[-1] if ends else None
    while step is not None:
        kept.add(step)
        step = before[step]
    return {one.block.number for position, one in enumerate(found) if position not in kept}
