"""The PDF's notes are the author's, and lead there and back.

A note that is only small print at the foot of a page is met out of place, or not at all: it belongs to the words that
call it, and whoever jumps to it wants to come back.

Passes: a Note after the number that calls it, with an ID of its own and a link each way.
Fails: a note after another paragraph; two notes with one ID; a number that cannot be clicked.
Clause: PDF/UA-1 7.9; WCAG 2.2 SC 1.3.1, 1.3.2
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from lessonkit.check.expected import notes
from lessonkit.check.pdf.notes import FoundNote, found_notes
from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.rule import Finding, read_rule
from lessonkit.problems import Place
from lessonkit.reading import plain

TODO = "Report this fault."


def check(subject: PdfOutput) -> Iterator[Finding]:
    ids: set[str] = set()
    for number, (ours, theirs) in enumerate(zip_longest(notes(subject.document), found_notes(subject.pdf)), 1):
        one, other = plain(ours.content) if ours else None, theirs.words if theirs else None
        place = ours.place if ours else subject.document.place
        if theirs is None or one != other:
            yield RULE.fail(f"The PDF has {_named(other)} where the author has {_named(one)}.", TODO, place)
            return
        if not theirs.id or theirs.id in ids:
            yield RULE.fail(f"Note {number} has no ID of its own.", TODO, place)
        ids.add(theirs.id)
        yield from _links(theirs, str(number), place)


def _links(note: FoundNote, number: str, place: Place) -> Iterator[Finding]:
    if (note.call.words, note.label.words) != (number, number):
        what = f"Note {number} has the number “{note.label.words}”, and is called as “{note.call.words}”."
        yield RULE.fail(what, TODO, place)
    if note.call.targets != {f"page {note.page}"}:
        yield RULE.fail(f"The number that calls note {number} does not lead to it.", TODO, place)
    if note.label.targets != {f"page {note.call.page}"}:
        yield RULE.fail(f"Note {number} does not lead back to where it is called.", TODO, place)


def _named(words: str | None) -> str:
    return "no further note" if words is None else f"the note “{words}”"


RULE = read_rule(__name__, __doc__, check)
