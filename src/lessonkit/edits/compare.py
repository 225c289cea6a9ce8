"""Comparing an edited Word file with what it was written from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lessonkit.edits.change import Change
from lessonkit.edits.match import SURE, Match, match, moved
from lessonkit.edits.tokens import keys, similarity
from lessonkit.edits.word import Edited, Paragraph
from lessonkit.snapshot import Kept, Run, Snapshot, words_of

REST = 0.7
"""How alike the parts of a split paragraph, put together, are to what it was."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a person did to a Word file."""

    changes: tuple[Change, ...]
    remarks: tuple[str, ...]
    """What YAML cannot represent, in sentences."""
    matched: int
    """How many paragraphs were found again."""
    by_words: bool
    """Our bookmarks are gone: paragraphs were told by their words."""
    least_sure: float


def compare(edited: Edited, base: Snapshot) -> Comparison:
    """The changes of an edited file against the snapshot it was written with, in reading order."""
    paragraphs = edited.paragraphs
    if base is not edited.snapshot:  # the numbers are those of another writing
        paragraphs = tuple(replace(one, numbers=(), within=0) for one in paragraphs if one.words)
    found = match(base.blocks, paragraphs)
    by_words = not any(paragraph.numbers for paragraph in paragraphs)
    changes = tuple(_Comparer(base, paragraphs, found).changes())
    sure = min((one.sure for one in found), default=SURE)
    return Comparison(changes, edited.remarks, len(found), by_words, sure)


class _Comparer:
    """Goes through both files once."""

    def __init__(self, base: Snapshot, paragraphs: Sequence[Paragraph], found: Sequence[Match]) -> None:
        self.base = base
        self.paragraphs = paragraphs
        self.by_index = {one.index: one for one in found}
        self.by_number = {one.block.number: one for one in found}
        self.moved = moved(found)
        self.joined = {
            number: one.block
            for one in found
            for number in paragraphs[one.index].numbers[1:]
            if number not in self.by_number
        }
        self.parts = dict(self._parts())

    def changes(self) -> Iterator[Change]:
        """In the order of the edited file; what was deleted stands after what it followed."""
        if not any(one.block.number == 1 for one in self.by_index.values()):
            yield from self._gone_after(0)
        latest: Kept | None = None
        taken = {index for parts in self.parts.values() for index in parts[1:]}
        for index, paragraph in enumerate(self.paragraphs):
            if index in self.by_index:
                latest = self.by_index[index].block
                yield from self._changed(self.by_index[index])
                yield from self._gone_after(latest.number)
            elif index not in taken and paragraph.words:
                yield Change("added", latest, (paragraph.runs,), paragraph.kind)

    def _changed(self, one: Match) -> Iterator[Change]:
        block, indexes = one.block, self.parts.get(one.block.number, [one.index])
        parts = tuple(self.paragraphs[index].runs for index in indexes)
        if block.number in self.moved:
            yield Change("moved", block, parts, sure=one.sure)
        if not words_of(parts[0]) and block.words:
            yield Change("deleted", block, sure=one.sure)
        elif len(parts) > 1:
            yield Change("split", block, parts, sure=one.sure)
        elif self._swallowed(block):
            yield Change("joined", block, parts, sure=one.sure)
        elif not same(block.runs, parts[0]):
            yield Change("changed", block, parts, sure=one.sure)

    def _swallowed(self, block: Kept) -> bool:
        return any(into.number == block.number for into in self.joined.values())

    def _gone_after(self, number: int) -> Iterator[Change]:
        """The paragraphs after this one that are no longer there, up to the next that is."""
        for block in self.base.blocks[number:]:
            if block.number in self.by_number:
                return
            if block.words:
                yield Change("deleted", block)

    def _parts(self) -> Iterator[tuple[int, list[int]]]:
        """By its number each paragraph that was split: all that it has become."""
        for one in self.by_index.values():
            indexes = [one.index]
            for index in range(one.index + 1, len(self.paragraphs)):
                if index in self.by_index or not self._goes_on(one.block, indexes, index):
                    break
                indexes.append(index)
            if len(indexes) > 1:
                yield one.block.number, indexes

    def _goes_on(self, block: Kept, indexes: list[int], index: int) -> bool:
        """True if this paragraph is more of a block: by a second bookmark, or since its words are the rest of it."""
        paragraph = self.paragraphs[index]
        if block.number in paragraph.numbers:
            return bool(paragraph.words)
        if paragraph.numbers or not paragraph.words:
            return False
        before = " ".join(self.paragraphs[i].words for i in indexes)
        together = similarity(block.words, f"{before} {paragraph.words}")
        return together >= REST and together > similarity(block.words, before)


def same(old: Sequence[Run], new: Sequence[Run]) -> bool:
    """True if the words are the same and look the same."""
    return keys(old) == keys(new)
