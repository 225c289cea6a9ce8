"""The subject of the rules in this folder: a PDF, what it says, and the document it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lessonkit.check.pdf.structure import Annotation, Element, PdfFile, Pointer, find, page_of, words
from lessonkit.document import Document


@dataclass(frozen=True, slots=True)
class PdfOutput:
    """A finished PDF beside its document."""

    pdf: PdfFile
    document: Document
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A Link element of the structure tree."""

    words: str
    page: int | None
    annotations: tuple[Annotation, ...]
    """One for each line it stands on, or one for all of them."""


def found_links(pdf: PdfFile) -> Iterator[FoundLink]:
    """Every Link element, in reading order."""
    for element in find(pdf.root, "Link"):
        yield FoundLink(words(element), page_of(element), tuple(_annotations(pdf, element)))


def _annotations(pdf: PdfFile, element: Element) -> Iterator[Annotation]:
    pointers = (kid for kid in element.kids if isinstance(kid, Pointer))
    return (pdf.annotations[p.annotation] for p in pointers if p.annotation is not None)
