"""Proposing a person's edits for the definition: each is written, read back, and kept only if it is right."""

from __future__ import annotations

import os
import pathlib
import shutil
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import PurePosixPath

from lessonkit.edits.adapt import Adapter
from lessonkit.edits.base import Workbench
from lessonkit.edits.change import Change
from lessonkit.edits.compare import Comparison
from lessonkit.edits.match import ALIKE
from lessonkit.edits.proposal import Conflict, Proposal, Refused
from lessonkit.edits.reasons import RECORDS, WRONG_NUMBER, Records, fills_in, from_elsewhere, touches_contact
from lessonkit.edits.scalars import Path, without_item
from lessonkit.edits.sites import sites, stretches
from lessonkit.edits.tokens import differences, keys, similarity
from lessonkit.problems import LessonkitError, Place, Problem
from lessonkit.snapshot import Kept, Snapshot

Keys = tuple[object, ...]


def propose(found: Comparison, base: Snapshot, bench: Workbench) -> Proposal:
    """The edit of the definition that takes over these changes; nothing is written.

    Raises LessonkitError when the definition is gone or has errors of its own.
    """
    path = _definition(base, bench)
    if path is None:
        what = f"There is no definition called `{base.name}` in this project any more."
        raise LessonkitError(Problem(None, what, "Name the project with --project."))
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    return _Proposer(bench, base, bench.project.relative(path), path.name, text).propose(found.changes)


def _definition(base: Snapshot, bench: Workbench) -> pathlib.Path | None:
    """The file of the definition that a Word file was written from; None if it is gone."""
    known = bench.project.definitions()
    written = {bench.project.relative(path): path for path in known.values()}
    return written.get(base.file) or known.get(base.name)


def write_proposal(proposal: Proposal, bench: Workbench) -> None:
    """Write the edit into its file, whole or not at all. Raises LessonkitError if the file changed in the meantime."""
    path = bench.project.definitions()[PurePosixPath(proposal.file).stem]
    data = path.read_bytes()
    text = data.decode("utf-8-sig")
    if text.replace("\r\n", "\n") != proposal.before:
        raise LessonkitError(Problem(Place(proposal.file), "This file has just been changed.", "Run it again."))
    after = proposal.after.replace("\n", "\r\n") if "\r\n" in text else proposal.after
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(mark + after.encode())
        shutil.copymode(path, part)
        part.replace(path)
    except OSError as error:
        what = f"This file cannot be written: {error.strerror}."
        raise LessonkitError(Problem(Place(proposal.file), what, "Check that you may write there.")) from None
    finally:
        part.unlink(missing_ok=True)


@dataclass
class _Proposer:
    """Takes one change after the other into a text, from the last to the first, so that lines above stay."""

    bench: Workbench
    base: Snapshot
    file: str
    name: str
    text: str
    adopted: list[Change] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    already: list[Change] = field(default_factory=list)
    now: Snapshot = field(init=False)
    complaint: str = ""
    """What the reader said of the latest edit."""

    def propose(self, changes: Sequence[Change]) -> Proposal:
        before = self.text
        self.now = self.bench.snapshot_of_text(self.text, self.name, self.base.origin)
        for group in _groups(_last_first(_plain(changes))):
            if not self.take_together(group):
                for change in group:
                    self.take(change)
        return Proposal(
            self.file,
            before,
            self.text,
            tuple(reversed(self.adopted)),
            tuple(reversed(self.refused)),
            tuple(reversed(self.conflicts)),
            tuple(reversed(self.already)),
        )

    @cached_property
    def records(self) -> Records:
        return Records.read(self.bench)

    def take(self, change: Change) -> None:
        """Adopt one change, or note why not."""
        if change.kind == "moved":
            self.refused.append(Refused(change, "Move it in the YAML by hand: cut its lines and paste them there."))
        elif change.block is None:
            self.refused.append(Refused(change, "Nothing stands before it: write it into the YAML by hand."))
        else:
            self.weigh(change, change.block, self.current(change.block, change))

    def take_together(self, group: Sequence[Change]) -> bool:
        """Delete paragraphs that are all there is of a row, a callout or the like; False if they are not."""
        blocks = [self.current(change.block, change) for change in group if change.block]
        old = [one for one in blocks if one]
        asked = [change.block for change in group if change.block]
        if len(group) < FEWEST or [one.words for one in old] != [one.words for one in asked]:
            return False
        known = sites(self.text, self.bench.words())
        paths = [stretch.site.scalar.path for one in old for stretch in stretches(one, known)]
        for path in _common(paths):
            text = without_item(self.text, path) if self.alone_in(*old)(path) else None
            now = text and self.proved(text, [], old)
            if text and now:
                self.text, self.now = text, now
                self.adopted += group
                return True
        return False

    def weigh(self, change: Change, block: Kept, old: Kept | None) -> None:
        """Three sides: the paragraph as it was written, as it is in Word, and as the YAML has it now."""
        adds = change.kind == "added"
        if self.is_there(change, old):
            self.already.append(change)
        elif old is None or (not adds and keys(old.runs) != keys(block.runs)):
            self.conflicts.append(Conflict(change, old))
        elif change.kind == "changed" and (todo := fills_in(old.runs, change.parts[0])):
            self.refused.append(Refused(change, todo))
        elif change.kind != "deleted" and touches_contact(() if adds else old.runs, change.parts[0]):
            todo = f"If it is right, correct {RECORDS} and note who checked it; name records as <contact:id>."
            self.refused.append(Refused(change, f"{WRONG_NUMBER} {todo}", loud=True))
        else:
            self.write(change, old)

    def is_there(self, change: Change, now: Kept | None) -> bool:
        """True if the YAML says already what the Word file says."""
        if change.kind == "deleted" or now is None:
            return change.kind == "deleted" and now is None
        first, last = now.number - 1, now.number
        near = self.now.blocks[first : last + SOON] if change.kind == "added" else self.now.blocks[first:last]
        return any(keys(one.runs) == keys(change.parts[0]) for one in near)

    def current(self, block: Kept, change: Change) -> Kept | None:
        """The paragraph of the definition as it is now that was this one."""
        at = block.number - 1
        texts = ([one.words for one in snapshot.blocks] for snapshot in (self.base, self.now))
        step, a, b, c, d = next(step for step in differences(*texts) if step[1] <= at < step[2])
        if step == "equal" or b - a == d - c:
            return self.now.blocks[c + at - a]
        meant = (block.words, change.new) if change.kind == "changed" else (block.words,)
        scores = [(max(similarity(words, one.words) for words in meant), one) for one in self.now.blocks[c:d]]
        best, one = max(scores, key=lambda score: score[0], default=(0.0, block))
        return one if best >= ALIKE else None

    def write(self, change: Change, old: Kept) -> None:
        """Write the change into the text in one way after the other, until one says exactly what it should."""
        words, self.complaint = self.bench.words(), ""
        adapter = Adapter(self.text, old, stretches(old, sites(self.text, words)), words)
        for text in adapter.ways(change, self.alone_in(old)):
            if (now := self.proved(text, _expected(change, old), [old])) is not None:
                self.text, self.now = text, now
                self.adopted.append(change)
                return
        self.refused.append(Refused(change, self.why(adapter, old)))

    def alone_in(self, *old: Kept) -> Callable[[Path], bool]:
        """Tells whether nothing but these paragraphs is printed from what a path leads to."""
        own = {one.number for one in old}

        @cache
        def others() -> list[Path]:
            known = sites(self.text, self.bench.words())
            near = [one for one in self.now.blocks if one.number not in own and abs(one.number - min(own)) <= NEAR]
            return [stretch.site.scalar.path for one in near for stretch in stretches(one, known)]

        return lambda path: not any(other[: len(path)] == path for other in others())

    def why(self, adapter: Adapter, old: Kept) -> str:
        if adapter.problem:
            return adapter.problem
        if not adapter.stretches or old.words in self.records.places:
            return from_elsewhere(old, self.records)
        told = f" With it the reader says: {self.complaint}" if self.complaint else ""
        return f"lessonkit cannot write this edit safely: make it by hand at {self.place(old)}.{told}"

    def place(self, old: Kept) -> str:
        return f"{self.file}:{old.place.line}"

    def proved(self, text: str, meant: list[Keys], old: Sequence[Kept]) -> Snapshot | None:
        """The text read back, if what was meant stands in the place of these paragraphs and all else is as it was."""
        try:
            now = self.bench.snapshot_of_text(text, self.name, self.base.origin)
        except LessonkitError as error:
            self.complaint = error.problems[0].what
            return None
        gone = {one.number for one in old}
        expected: list[Keys] = []
        for one in self.now.blocks:
            expected += meant if one.number == old[0].number else [keys(one.runs)] if one.number not in gone else []
        return now if [keys(one.runs) for one in now.blocks] == expected and now.notes == self.now.notes else None


FEWEST = 2
SOON = 6
"""Paragraphs: a further one that the YAML has already stands this near."""
NEAR = 40
"""Paragraphs: those further away cannot stand in the same block of the YAML."""


def _expected(change: Change, old: Kept) -> list[Keys]:
    """What must stand in the place of a paragraph."""
    match change.kind:
        case "added":
            return [keys(old.runs), *(keys(part) for part in change.parts)]
        case "deleted":
            return []
    return [keys(part) for part in change.parts]


def _plain(changes: Sequence[Change]) -> Iterator[Change]:
    """A split paragraph as one that was changed and others that were added; a joined one as changed."""
    for change in changes:
        if change.kind == "split" and change.block:
            yield replace(change, kind="changed", parts=change.parts[:1])
            form = "item" if change.block.kind == "item" else "paragraph"
            yield from (replace(change, kind="added", parts=(part,), form=form) for part in change.parts[1:])
        else:
            yield replace(change, kind="changed") if change.kind == "joined" else change


def _last_first(changes: Iterator[Change]) -> list[Change]:
    """By the paragraph they concern; what was added after it comes before its own change."""
    ordered = sorted(
        enumerate(changes),
        key=lambda one: (one[1].block.number if one[1].block else 0, one[1].kind == "added", one[0]),
    )
    return [change for _, change in reversed(ordered)]


def _groups(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """Each change by itself, but deleted paragraphs that stood one after the other together."""
    group: list[Change] = []
    for change in changes:
        follows = group and change.block and group[-1].block and group[-1].block.number - change.block.number == 1
        if group and not (change.kind == group[-1].kind == "deleted" and follows):
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _common(paths: Sequence[Path]) -> Iterator[Path]:
    """The items of lists that hold all of these, the smallest first."""
    first = paths[0] if paths else ()
    for length in range(len(first), 0, -1):
        path = first[:length]
        if isinstance(path[-1], int) and all(one[:length] == path for one in paths):
            yield path
