"""What a PDF says, by its structure tree."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.pair.spoken import INSIDE, Spoken, by_language, split
from lessonkit.check.pdf.output import FoundLink, found_links
from lessonkit.check.pdf.structure import NOTES, Element, PdfFile, find, headings, lines, walk, words
from lessonkit.reading import fold


def spoken_by_pdf(pdf: PdfFile) -> Spoken:
    """What this PDF says to a reader."""
    return Spoken(
        title=fold(pdf.metadata_title or pdf.title),
        language=pdf.language,
        text=split(lines(pdf.root)),
        headings=tuple((level, words(element)) for level, element in headings(pdf.root) if words(element)),
        alts=tuple(fold(figure.alt) for figure in _notes_last(pdf.root) if figure.role == "Figure" and figure.alt),
        links=tuple((link.words, _target(link)) for link in found_links(pdf) if link.words),
        tables=tuple(_header_cells(table) for table in find(pdf.root, "Table")),
        foreign=by_language(_marked(pdf), pdf.language),
    )


def _target(link: FoundLink) -> str:
    target = next((annotation.target for annotation in link.annotations), "")
    return INSIDE if not target or target.startswith("page ") else target


def _header_cells(table: Element) -> tuple[str, ...]:
    inner = {id(each) for other in walk(table) if other.role == "Table" and other is not table for each in walk(other)}
    headers = (each for each in walk(table) if each.role == "TH" and id(each) not in inner)
    said = (fold(" ".join(lines(header, notes=False))) for header in headers)
    return tuple(each for each in said if each)


def _notes_last(root: Element) -> Iterator[Element]:
    """Every element in reading order, but all notes at the end: Word has them in a part of their own."""
    notes = [note for note in walk(root) if note.role in NOTES]
    inside = {id(each) for note in notes for each in walk(note)}
    yield from (each for each in walk(root) if id(each) not in inside)
    for note in notes:
        yield from walk(note)


def _marked(pdf: PdfFile) -> Iterator[tuple[str, str]]:
    """The words in another language than the file's, with its code; those of notes last, as in Word."""
    yield from _marked_in(pdf.root, pdf.language)
    for note in (each for each in walk(pdf.root) if each.role in NOTES):
        language = note.language or pdf.language
        yield from ((language, words(note)),) if language != pdf.language else _marked_in(note, pdf.language)


def _marked_in(element: Element, usual: str) -> Iterator[tuple[str, str]]:
    """The words of each element in another language, but those of notes."""
    for kid in element.kids:
        if isinstance(kid, Element) and kid.role not in NOTES:
            other = kid.language is not None and kid.language != usual
            yield from ((kid.language or "", words(kid)),) if other else _marked_in(kid, usual)
