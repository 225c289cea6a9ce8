"""Renderers: a document tree in, the bytes of finished files out. One module and one line in FORMATS per format."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lessonkit.appearance import Theme
from lessonkit.document import Document
from lessonkit.drawing import Assets


def _pdf(document: Document, theme: Theme, assets: Assets, standard: str) -> dict[str, bytes]:
    from lessonkit.render.pdf import render_pdf  # imports only where used keep the command line quick

    editions = render_pdf(document, theme, assets, standard)
    return {f"-{edition}" if edition else "": data for edition, data in editions.items()}


def _docx(document: Document, theme: Theme, assets: Assets, standard: str) -> dict[str, bytes]:
    from lessonkit.render.docx import render_docx

    return {"": render_docx(document, theme, assets)}


def _html(document: Document, theme: Theme, assets: Assets, standard: str) -> dict[str, bytes]:
    from lessonkit.render.html import render_html

    return {"": render_html(document, theme, assets)}


FORMATS: dict[str, Callable[[Document, Theme, Assets, str], dict[str, bytes]]] = {
    "pdf": _pdf,
    "docx": _docx,
    "html": _html,
}
"""By file name ending: what renders it to bytes by edition, such as `-print`. The last argument is of STANDARDS."""

STANDARDS = ("ua-1", "ua-2")
"""What PDF files can conform to: PDF/UA-1 and PDF/A-2a, or PDF/UA-2, PDF/A-4 and Well-Tagged PDF."""


def render(
    document: Document, theme: Theme, assets: Assets, formats: Iterable[str], standard: str = "ua-1"
) -> dict[str, bytes]:
    """Finished files by name, such as `talk-leaflet.pdf` and `talk-leaflet-print.pdf`.

    standard: one of STANDARDS, for PDF.
    Raises LessonkitError for what cannot be drawn: a word wider than its column, a panel that overflows.
    """
    return {
        f"{document.name}{edition}.{name}": data
        for name in formats
        for edition, data in FORMATS[name](document, theme, assets, standard).items()
    }
