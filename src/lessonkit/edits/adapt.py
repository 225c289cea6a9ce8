"""The ways in which one edit can be written into the text of a definition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lessonkit.edits.change import Change
from lessonkit.edits.markdown import ITEM, Piece, blocks, paragraph
from lessonkit.edits.scalars import Path, rewritten, with_item, without_item
from lessonkit.edits.sites import Site, Stretch, Token, owned
from lessonkit.edits.splice import spliced
from lessonkit.edits.tokens import differences, key, tokens
from lessonkit.layout.words import Words
from lessonkit.snapshot import Kept, Run

LAYOUT = "The layout prints these words, or a part of them: they are the same in all documents of this type."
RECORD = "A record stands here as {}: correct the record in sources/library, or write other words by hand."


@dataclass
class Adapter:
    """Writes edits of one paragraph."""

    text: str
    block: Kept
    stretches: Sequence[Stretch]
    words: Words
    problem: str = field(default="", init=False)
    """Why an edit cannot be written, where that is known."""

    def ways(self, change: Change, alone: Callable[[Path], bool]) -> Iterator[str]:
        """Texts with the edit, the smallest edit first; the reader must say which of them is right.

        alone: tells whether nothing else is printed from what a path leads to.
        """
        if not self.stretches:
            return
        match change.kind:
            case "changed":
                yield from self.changed(change.parts[0])
            case "deleted":
                yield from self.deleted(alone)
            case "added":
                yield from self.added(change)

    # ---------------------------------------------------------------------------------------------- changed words

    def changed(self, new: Sequence[Run]) -> Iterator[str]:
        """One scalar after the other, the last first."""
        pieces = self.sorted_out(new)
        if pieces is None:
            return
        texts = [self.text]
        for number in reversed(range(len(self.stretches))):
            site = self.stretches[number].site
            written = paragraph(pieces[number])
            if written == paragraph(site.pieces):
                continue
            if not written:
                self.problem = "These words are all gone, but YAML needs some here: delete the key by hand."
                return
            texts = [made for text in texts for made in self.replaced(text, site, [written])]
        yield from (text for text in texts if text != self.text)

    def sorted_out(self, new: Sequence[Run]) -> list[list[Piece]] | None:
        """For each stretch what it holds now; None if the edit reaches into what is not the author's."""
        old = owned(self.block, self.stretches)
        after = tokens(new)
        made: list[list[Piece]] = [[] for _ in self.stretches]
        for step, a, b, c, d in differences([key(token.run) for token in old], [key(run) for run in after]):
            if step == "equal":
                for token in old[a:b]:
                    if token.stretch is not None:
                        made[token.stretch].append(Piece(token.run, token.record, token.after))
                continue
            owner = self.owner(old, a, b)
            if owner is None:
                return None
            made[owner] += [Piece(Run(run.text, run.marks & LOOKS, run.target)) for run in after[c:d]]
        return made

    def owner(self, old: Sequence[Token], start: int, end: int) -> int | None:
        """Whose the tokens of an edit are; for an insertion those of its neighbours."""
        gone = old[start:end]
        if records := [token.record for token in gone if token.record] or _inside_record(old, start, end):
            self.problem = RECORD.format(f"`{records[0]}`")
            return None
        owners = {token.stretch for token in gone if token.run.text != " " or token.stretch is not None}
        if not owners:
            owners = {token.stretch for token in (*old[start - 1 : start], *old[end : end + 1])} - {None}
        if None in owners or len(owners) != 1:
            self.problem = LAYOUT
            return None
        return owners.pop()

    def replaced(self, text: str, site: Site, written: list[str]) -> Iterator[str]:
        """The file with other paragraphs instead of that of a site."""
        old = blocks(site.tree, self.words, {})
        new = blocks(site.tree, self.words, {site.number: written})
        if value := spliced(old, new, site.scalar.value):
            yield from rewritten(text, site.scalar, value)
        yield from rewritten(text, site.scalar, new)

    # --------------------------------------------------------------------------------------- deleted and added ones

    def deleted(self, alone: Callable[[Path], bool]) -> Iterator[str]:
        """Without the paragraph, or without the item or block that holds nothing else."""
        site = self.stretches[0].site
        if not site.alone:
            yield from self.replaced(self.text, site, [])
            return
        for length in range(1, len(site.scalar.path) + 1):
            path = site.scalar.path[:length]
            if isinstance(path[-1], int) and alone(path) and (made := without_item(self.text, path)):
                yield made
        self.problem = "YAML needs something here: delete the whole block by hand, or write other words."

    def added(self, change: Change) -> Iterator[str]:
        """After the paragraph: in the same text, as the next item, or as a block of its own."""
        site = self.stretches[-1].site
        written = paragraph([Piece(Run(run.text, run.marks & LOOKS, run.target)) for run in tokens(change.parts[0])])
        path = site.scalar.path
        if change.form == "item":
            if site.in_list:
                yield from self.replaced(self.text, site, [paragraph(site.pieces), ITEM + written])
            elif isinstance(path[-1], int):
                yield from filter(None, [with_item(self.text, path, "", written)])
        if change.form == "paragraph" and not site.in_list:
            yield from self.replaced(self.text, site, [paragraph(site.pieces), written])
        block = "heading" if change.form == "heading" else "text"
        if change.form != "cell":
            for length in range(len(path), 0, -1):
                if isinstance(path[length - 1], int) and "blocks" in path[length - 2 : length - 1]:
                    yield from filter(None, [with_item(self.text, path[:length], block, written)])
        self.problem = "There is no place for it in the YAML after these words: write it there by hand."


LOOKS = frozenset(("strong", "emphasis"))


def _inside_record(old: Sequence[Token], start: int, end: int) -> list[str]:
    """The record into which something was inserted."""
    if start != end or not 0 < start < len(old):
        return []
    before, after = old[start - 1].record, old[start].record
    return [before] if before and before == after else []
