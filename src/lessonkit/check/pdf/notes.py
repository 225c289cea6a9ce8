"""The notes of a PDF, with the numbers that call them and the links both ways."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.pdf.output import annotations_of
from lessonkit.check.pdf.structure import NOTES, Element, PdfFile, Words, numbers_a_note, page_of, walk, words
from lessonkit.dataclass import dataclass
from lessonkit.reading import fold


@dataclass(frozen=True, slots=True)
class NoteNumber:
    """The number that calls a note, or that before its words."""

    words: str = ""
    page: int | None = None
    targets: frozenset[str] = frozenset()
    """Where its annotations lead: `page N`."""


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note, and both of its numbers; one that is missing has no words."""

    words: str
    id: str
    page: int | None
    call: NoteNumber
    label: NoteNumber


def found_notes(pdf: PdfFile) -> Iterator[FoundNote]:
    """Every note, in reading order."""
    calls = {id(after): kid for each in walk(pdf.root) for kid, after in _called(each)}
    for note in walk(pdf.root):
        if note.role in NOTES:
            labels = [kid for kid in note.kids if isinstance(kid, Element) and kid.role == "Lbl"]
            call, label = _number(pdf, calls.get(id(note))), _number(pdf, labels[0] if labels else None)
            yield FoundNote(words(note), note.id, page_of(note), call, label)


def _called(element: Element) -> Iterator[tuple[Element, Element]]:
    """The numbers directly in an element that call a note, each with the note."""
    for number, (kid, after) in enumerate(zip(element.kids, element.kids[1:], strict=False)):
        if isinstance(kid, Element) and isinstance(after, Element) and numbers_a_note(element, number):
            yield kid, after


def _number(pdf: PdfFile, element: Element | None) -> NoteNumber:
    if element is None:
        return NoteNumber()
    inside = list(walk(element))
    shown = fold("".join(kid.text for each in inside for kid in each.kids if isinstance(kid, Words)))
    targets = frozenset(annotation.target for each in inside for annotation in annotations_of(pdf, each))
    return NoteNumber(shown, page_of(element), targets)
