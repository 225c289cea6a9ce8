"""What looks like a note at the foot is tagged as one, and a number in the text leads to each.

A screen reader says that a note begins and ends; as a paragraph it is heard in the middle of the text, with a number
that nobody has asked for.

Passes: a Note with its number in a Lbl.
Fails: For a person to look at: a P that begins with a raised 1, where a raised 1 stands in the text; a Note 2, where
the text has no raised 2; a raised 3, where there is no Note 3.
Fix: In Word, References, Insert Footnote, and export again. In Acrobat, Fix reading order, Reference and Note.
Clause: PDF/UA-1 7.9; Matterhorn 19
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.anypdf.facts import Content, Run
from lessonkit.check.anypdf.subject import HEADINGS, AnyPdf, Block, quoted, spot_of
from lessonkit.check.rule import Finding, read_rule

RAISED, SMALLER = 0.2, 0.85
"""In parts of the size of the words beside it."""
DIGITS = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
NUMBER = re.compile(r"[\s(\[]*(\d{1,3})(?!\d)")
TODO = "Insert the footnote in the source again, and export it."
NOTES = ("Note", "FENote")
ELSEWHERE = ("Note", "FENote", "Table", "Figure", "Formula", "TOC", "Index", "BibEntry", "L")


def check(subject: AnyPdf) -> Iterator[Finding]:
    called: set[str] = set()
    notes: list[tuple[str, Block]] = []
    for block in subject.blocks:
        drawn = [run for run in block.runs if run.text.strip()]
        called |= {other.text.strip() for one, other in pairwise(drawn) if _is_raised(other, one)}
        outside = block.node.role not in (*ELSEWHERE, *HEADINGS) and not block.node.inside(*ELSEWHERE)
        if outside and len(drawn) > 1 and _is_raised(drawn[0], drawn[1]):
            notes.append((drawn[0].text.strip(), block))
    found = [block for number, block in notes if number in called]
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        what = f"{quoted(found[0].text)}{more} looks like a note but is tagged as {found[0].node.role}."
        yield RULE.review(what, "Make it a real footnote in the source, or tag it as a Note.", **found[0].spot)
    yield from _unpaired(subject)


def _unpaired(subject: AnyPdf) -> Iterator[Finding]:
    """The first note that nothing in the text calls, and the first number that calls none."""
    notes = {note: _number(subject.words(note)) for note in subject.facts.nodes if note.role in NOTES}
    if not notes or not all(notes.values()):
        return
    inside = {content for note in notes for content in subject.contents(note)}
    called = set(_called(subject, inside))
    for note in [note for note, number in notes.items() if number not in called][:1]:
        what = f"The note {quoted(subject.words(note))} is called nowhere: no line has a raised {notes[note]}."
        yield RULE.review(what, TODO, **subject.spot(note))
    numbers = set(notes.values())
    for run in [run for run in _references(subject, inside) if not set(DIGITS.findall(run.text)) <= numbers][:1]:
        what = f"The number {quoted(run.text)} on page {run.page} calls a note that is not there."
        yield RULE.review(what, TODO, **spot_of([run]))


def _called(subject: AnyPdf, notes: set[Content]) -> Iterator[str]:
    """Numbers above the line, and those that are links or references: any of them may call a note."""
    for node in subject.facts.nodes:
        words = subject.words(node) if node.role in ("Reference", "Link") else ""
        if words and not any(map(str.isalpha, words)) and not set(subject.contents(node)) & notes:
            yield from DIGITS.findall(words)
    for block in subject.blocks:
        drawn = [run for run in block.runs if run.text.strip() and run.content not in notes]
        for one, other in pairwise(drawn):
            yield from DIGITS.findall(other.text) if _is_above(other, one) else ()


def _references(subject: AnyPdf, notes: set[Content]) -> Iterator[Run]:
    """Numbers above the line that are References."""
    for block in subject.blocks:
        drawn = [run for run in block.runs if run.text.strip()]
        for one, other in pairwise(drawn):
            holders = subject.facts.holders.get(other.content, []) if other.content else []
            held = any(node.role == "Reference" or node.inside("Reference") for node in holders)
            if held and _is_raised(other, one) and other.content not in notes:
                yield other


def _number(words: str) -> str:
    """That words begin with."""
    found = NUMBER.match(words)
    return found[1] if found else ""


def _is_raised(run: Run, beside: Run) -> bool:
    """A small number above the line of the words beside it."""
    sign = run.text.strip()
    return _is_above(run, beside) and (sign.isdigit() or sign in ("*", "†", "‡"))


def _is_above(run: Run, beside: Run) -> bool:
    small = run.size < SMALLER * beside.size and run.page == beside.page
    return small and RAISED * beside.size < run.box.bottom - beside.box.bottom < beside.size


RULE = read_rule(__name__, __doc__, check)
