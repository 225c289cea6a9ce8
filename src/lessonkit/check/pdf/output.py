"""The subject of the rules in this folder: a PDF, what it says, and the document it was made from."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.pdf.structure import Annotation, Element, PdfFile, Pointer, page_of, walk, words
from lessonkit.dataclass import dataclass
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
    """Every Link element of the author's, in reading order: not those between notes and their calls."""
    for element in walk(pdf.root, numbers=False):
        if element.role == "Link":
            yield FoundLink(words(element), page_of(element), tuple(annotations_of(pdf, element)))


def annotations_of(pdf: PdfFile, element: Element) -> Iterator[Annotation]:
    """The annotations that an element points to."""
    pointers = (kid for kid in element.kids if isinstance(kid, Pointer))
    return (pdf.annotations[p.annotation] for p in pointers if p.annotation is not None)
