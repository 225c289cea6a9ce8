"""Markdown from words with looks, and words with looks from Markdown: the same paragraph both ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from lxml import etree

from lessonkit.edits.tokens import PIECES
from lessonkit.layout.inline import InlineReader
from lessonkit.layout.words import Words
from lessonkit.problems import Place
from lessonkit.snapshot import Run, merged, runs_of
from lessonkit.source.markdown_tree import (
    MdBlank,
    MdBlock,
    MdBreak,
    MdContact,
    MdEmphasis,
    MdField,
    MdInline,
    MdItem,
    MdLink,
    MdList,
    MdNote,
    MdParagraph,
    MdStrong,
    MdText,
)

MEANS_SOMETHING = re.compile(r"[\\*_`\[\]<]|&(?=#?\w+;)")
"""What Markdown would not print as it stands."""
BEGINS_SOMETHING = re.compile(r"^(?:[-+=#>~|]|\d+(?=[.)]))")
"""At the start of a paragraph: a list, a heading, a quotation."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph, or a record that stands for words."""

    run: Run
    record: str = ""
    """As it is written in Markdown: `<contact:childline>`; its words are not the author's to change."""
    after: str = ""
    """A footnote that is called behind it, in Markdown."""


PLAIN = Run("")


def pieces_of(inlines: Iterable[MdInline], words: Words, look: Run = PLAIN) -> list[Piece]:
    """The words of Markdown as they are printed, each with its look."""
    found: list[Piece] = []
    for node in inlines:
        match node:
            case MdText():
                found.append(Piece(Run(node.text, look.marks, look.target)))
            case MdBreak():
                found.append(Piece(Run("\n", look.marks, look.target)))
            case MdStrong() | MdEmphasis():
                mark = "strong" if isinstance(node, MdStrong) else "emphasis"
                found += pieces_of(node.children, words, Run("", look.marks | {mark}, look.target))
            case MdLink():
                found += pieces_of(node.children, words, Run("", look.marks, node.target))
            case MdContact() | MdField() | MdBlank():
                record = _record(node)
                found += [Piece(run, record) for run in _printed(node, words, look)]
            case MdNote():
                last = found.pop() if found else Piece(look)
                note = f"^[{paragraph(pieces_of(node.children, words))}]"
                found.append(replace(last, after=last.after + note))
            case _:
                assert_never(node)
    return found


def _record(node: MdContact | MdField | MdBlank) -> str:
    match node:
        case MdContact():
            return f"<{'number' if node.number_only else 'contact'}:{node.id}>"
        case MdField():
            return f"<field:{node.name}>"
        case MdBlank():
            return f"<blank:{node.label.replace(' ', '-')}>"


def _printed(node: MdInline, words: Words, look: Run) -> Iterator[Run]:
    """What a record prints."""
    element = etree.fromstring(f"<p>{words.node(node)}</p>")
    for run in runs_of(InlineReader(Place("")).read(element)):
        yield Run(run.text, run.marks | look.marks, run.target or look.target, run.field)


def paragraph(pieces: Sequence[Piece]) -> str:
    """The pieces as one paragraph of Markdown."""
    written: list[str] = []
    look = PLAIN
    for piece in [*_tidied(pieces), Piece(PLAIN)]:
        written.append(_change(look, piece.run))
        written.append((piece.record or _escaped(piece.run.text)) + piece.after)
        look = piece.run
    text = "".join(written).strip()
    return BEGINS_SOMETHING.sub(lambda match: match[0] + "\\" if match[0][0].isdigit() else "\\" + match[0], text)


def _tidied(pieces: Sequence[Piece]) -> list[Piece]:
    """One piece a word, sign or record; a space has the look of its neighbours if that is the same."""
    found: list[Piece] = []
    latest = ""
    for piece in pieces:
        if not piece.record:
            found += [Piece(replace(piece.run, text=text)) for text in PIECES.findall(piece.run.text)]
        elif piece.record != latest:
            found.append(Piece(Run("", piece.run.marks), piece.record))
        if piece.after and found:
            found[-1] = replace(found[-1], after=found[-1].after + piece.after)
        latest = piece.record
    return [_looking_alike(found, at) for at in range(len(found))]


def _looking_alike(pieces: Sequence[Piece], at: int) -> Piece:
    piece = pieces[at]
    if piece.record or not piece.run.text.isspace():
        return piece
    before, after = (pieces[i].run if 0 <= i < len(pieces) else Run("") for i in (at - 1, at + 1))
    marks = before.marks & after.marks
    alike = (before.marks, before.target) == (after.marks, after.target)
    return Piece(Run(piece.run.text, marks, before.target) if alike else Run(piece.run.text))


def _change(old: Run, new: Run) -> str:
    """The signs that end one look and begin another."""
    if (old.marks & SIGNED, old.target) == (new.marks & SIGNED, new.target):
        return ""
    closing = f"]({old.target})" if old.target else ""
    return _signs(old.marks) + closing + "[" * bool(new.target) + _signs(new.marks)


SIGNED = frozenset(("strong", "emphasis"))


def _signs(marks: frozenset[str]) -> str:
    return "**" * ("strong" in marks) + "*" * ("emphasis" in marks)


def _escaped(text: str) -> str:
    return MEANS_SOMETHING.sub(lambda match: "\\" + match[0], text).replace("\n", "\\\n")


def blocks(tree: Sequence[MdBlock], words: Words, changed: dict[int, list[str]]) -> str:
    """A whole text as Markdown.

    changed: paragraphs by their number in the text, with the paragraphs that stand there instead.
    """
    numbers = iter(range(10_000))
    return "\n\n".join(part for block in tree for part in _block(block, words, changed, numbers))


def _block(block: MdBlock, words: Words, changed: dict[int, list[str]], numbers: Iterator[int]) -> list[str]:
    match block:
        case MdParagraph():
            number = next(numbers)
            if number in changed:
                return changed[number]
            return [paragraph(pieces_of(block.inlines, words))]
        case MdList():
            items = [_item(item, words, changed, numbers) for item in block.items]
            count = block.start
            written = []
            for item in items:
                for text in item:
                    label = f"{count}." if block.ordered else "-"
                    count += 1
                    written.append(f"{label} " + text.replace("\n", "\n" + " " * (len(label) + 1)))
            return ["\n".join(written)] if written else []


ITEM = "\x1e"
"""Begins a changed paragraph that is an item of its own, not a further paragraph of the item before."""


def _item(item: MdItem, words: Words, changed: dict[int, list[str]], numbers: Iterator[int]) -> list[str]:
    """An item, and the items that were put after it; nothing if all its words are gone."""
    parts = [part for block in item.blocks for part in _block(block, words, changed, numbers)]
    text = "\n\n".join(parts)
    return [one.strip("\n") for one in text.split(ITEM)] if text else []


def paragraphs(tree: Sequence[MdBlock]) -> Iterator[tuple[MdParagraph, bool]]:
    """Every paragraph of a text in order, and whether it stands in a list."""
    for block in tree:
        if isinstance(block, MdParagraph):
            yield block, False
        else:
            for item in block.items:
                yield from ((one, True) for one, _ in paragraphs(item.blocks))


def printed(inlines: Iterable[MdInline], words: Words) -> tuple[Run, ...]:
    """A paragraph of Markdown as runs."""
    return tuple(merged(piece.run for piece in pieces_of(inlines, words)))
