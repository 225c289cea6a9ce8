"""Renderers: a document tree in, the bytes of finished files out. One module and one line in FORMATS per format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.appearance import Theme
from lessonkit.dataclass import dataclass
from lessonkit.document import Contents, Document
from lessonkit.drawing import Assets
from lessonkit.problems import LessonkitError
from lessonkit.reading import walk

if TYPE_CHECKING:
    from lessonkit.render.docx.school import WordTemplate


@dataclass(frozen=True, slots=True)
class Wishes:
    """What may be asked of single formats."""

    standard: str = "ua-1"
    """What PDF files conform to, one of STANDARDS."""
    word_template: WordTemplate | None = None
    """The school's own, for Word files."""


def _pdf(document: Document, theme: Theme, assets: Assets, wishes: Wishes) -> dict[str, bytes]:
    from lessonkit.render.pdf import render_pdf  # imports only where used keep the command line quick

    editions = render_pdf(document, theme, assets, wishes.standard)
    return {f"-{edition}" if edition else "": data for edition, data in editions.items()}


def _docx(document: Document, theme: Theme, assets: Assets, wishes: Wishes) -> dict[str, bytes]:
    from lessonkit.render.docx import render_docx

    pages = _pages(document, theme, assets)
    return {"": render_docx(document, theme, assets, template=wishes.word_template, pages=pages)}


def _pages(document: Document, theme: Theme, assets: Assets) -> dict[str, str]:
    """The pages of headings in the PDF, for contents that name them; none for a document that cannot be laid out."""
    if not any(isinstance(block, Contents) and block.note for block in walk(document.blocks)):
        return {}
    from lessonkit.render.pdf import page_labels

    try:
        return page_labels(document, theme, assets)
    except LessonkitError:
        return {}  # what is wrong is said where the PDF is asked for


def _html(document: Document, theme: Theme, assets: Assets, wishes: Wishes) -> dict[str, bytes]:
    from lessonkit.render.html import render_html

    return {"": render_html(document, theme, assets)}


FORMATS: dict[str, Callable[[Document, Theme, Assets, Wishes], dict[str, bytes]]] = {
    "pdf": _pdf,
    "docx": _docx,
    "html": _html,
}
"""By file name ending: what renders it to bytes by edition, such as `-print`."""

STANDARDS = ("ua-1", "ua-2")
"""What PDF files can conform to: PDF/UA-1 and PDF/A-2a, or PDF/UA-2, PDF/A-4 and Well-Tagged PDF."""


def render(
    document: Document,
    theme: Theme,
    assets: Assets,
    formats: Iterable[str],
    standard: str = "ua-1",
    word_template: WordTemplate | None = None,
) -> dict[str, bytes]:
    """Finished files by name, such as `talk-leaflet.pdf` and `talk-leaflet-print.pdf`.

    standard: one of STANDARDS, for PDF; word_template: the school's own, for Word files.
    Raises LessonkitError for what cannot be drawn: a word wider than its column, a panel that overflows.
    """
    wishes = Wishes(standard, word_template)
    return {
        f"{document.name}{edition}.{name}": data
        for name in formats
        for edition, data in FORMATS[name](document, theme, assets, wishes).items()
    }


def fitted(document: Document) -> tuple[str, ...]:
    """What was done so that a document which was just rendered as PDF fits its layout, one sentence each."""
    from lessonkit.render.pdf import fitted_panels

    return fitted_panels(document)


def read_word_template(path: Path) -> WordTemplate:
    """A school's own Word template. Raises LessonkitError, in one sentence, for a file that is none."""
    from lessonkit.render.docx.school import read_template

    return read_template(path)
