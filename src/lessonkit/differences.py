"""How two tailorings differ: in pages, in type, and word for word."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from lessonkit.build import Workshop, composed_of, rendered
from lessonkit.dataclass import dataclass
from lessonkit.layout.adaptations import read_adaptations
from lessonkit.layout.composed import Composed
from lessonkit.overview import documents_of
from lessonkit.reading import reading_lines
from lessonkit.tailor.notation import parsed


@dataclass(frozen=True, slots=True)
class Version:
    """One tailoring of one document, made."""

    lines: tuple[str, ...]
    pages: int
    size_pt: float
    """Of the text to read."""


def version(written: str, workshop: Workshop) -> Version:
    """What a document is like in one tailoring; raises LessonkitError for what it does not offer."""
    name, asked = parsed(written)
    document = documents_of(name, workshop)[0]
    options = replace(workshop.options, tailoring=asked, formats=("pdf",))
    adaptations = read_adaptations(workshop.project.layouts, asked.adapt)
    fitting = replace(workshop, options=options, adaptations=adaptations)
    composed = composed_of(document, fitting)
    return Version(reading_lines(composed.document), _pages(composed, fitting), composed.theme.styles["body"].size_pt)


def _pages(composed: Composed, workshop: Workshop) -> int:
    files = rendered(composed, workshop)
    return len(PdfReader(BytesIO(next(iter(files.values())))).pages)


def differences(one: Version, other: Version) -> Iterator[str]:
    """How two versions differ, a line each: numbers first, then words with what surrounds them."""
    if one.pages != other.pages:
        yield f"Pages: {one.pages} → {other.pages}"
    if one.size_pt != other.size_pt:
        yield f"Text to read: {one.size_pt:g} pt → {other.size_pt:g} pt"
    lines = list(difflib.unified_diff(one.lines, other.lines, lineterm="", n=1))[2:]
    yield from ("" if line.startswith("@@") else line for line in lines)
