"""PDF: a document laid out to pages of placed pieces, which are then painted as a tagged file."""

from __future__ import annotations

from dataclasses import replace

from lessonkit.appearance import WHITE, Theme, on_paper, tint_of
from lessonkit.document import Document
from lessonkit.drawing import Assets
from lessonkit.render.pdf.pages import lay_out_pages
from lessonkit.render.pdf.paint import paint
from lessonkit.render.pdf.panels import impose
from lessonkit.render.pdf.pieces import LaidPage
from lessonkit.render.pdf.standard import STANDARDS
from lessonkit.render.pdf.tagging import structure

LATEST: list[tuple[Document, Theme, dict[str, str]]] = []
"""The page numbers of the document laid out last: its Word file, made right after, need not lay it out again."""
FITTED: list[tuple[Document, tuple[str, ...]]] = []
"""What was done so that the document laid out last fits its panels."""
PRINT = "print"
"""The edition that is printed: a leaflet to fold, or a document without the tint that its pages have on screens."""


def render_pdf(document: Document, theme: Theme, assets: Assets, standard: str = "ua-1") -> dict[str, bytes]:
    """The editions of a document as tagged PDF: "" to read, and "print" if that is imposed on sheets or has no tint.

    standard: a name from STANDARDS: `ua-1` is PDF/UA-1 and PDF/A-2a, `ua-2` is PDF/UA-2, PDF/A-4 and Well-Tagged PDF.
    Raises LessonkitError for what cannot be drawn: a missing character, a word wider than its column, a full panel.
    """
    tree = structure(document)
    pages = lay_out_pages(document, tree, theme, assets)
    LATEST[:] = [(document, theme, _labels(pages))]
    FITTED[:] = [(document, tuple(page.fitted for page in pages if page.fitted))]
    read = impose(document, theme, pages, document.page.reading) if document.page.reading else pages
    editions = {"": paint(document, tree, theme, _on_ground(read, theme), STANDARDS[standard])}
    loses_tint = bool(tint_of(theme)) and not theme.tint_prints
    if loses_tint:
        theme = on_paper(theme, WHITE)
        pages = lay_out_pages(document, tree, theme, assets)
    if document.page.sheets or loses_tint:
        wanted = document.page.sheets or document.page.reading
        sheets = impose(document, theme, pages, wanted) if wanted else pages
        editions[PRINT] = paint(document, tree, theme, _on_ground(sheets, theme), STANDARDS[standard])
    return editions


def _on_ground(pages: tuple[LaidPage, ...], theme: Theme) -> tuple[LaidPage, ...]:
    return tuple(replace(page, ground=tint_of(theme)) for page in pages) if tint_of(theme) else pages


def fitted_panels(document: Document) -> tuple[str, ...]:
    """What was done so that a document which was just rendered fits its panels, one sentence each."""
    return next((said for known, said in FITTED if known is document), ())


def page_labels(document: Document, theme: Theme, assets: Assets) -> dict[str, str]:
    """The number of the page that each heading and panel stands on, by its id.

    Raises LessonkitError for what cannot be drawn.
    """
    for known, its_theme, labels in LATEST:
        if known is document and its_theme is theme:
            return labels
    return _labels(lay_out_pages(document, structure(document), theme, assets))


def _labels(pages: tuple[LaidPage, ...]) -> dict[str, str]:
    return {anchor.id: page.label for page in pages for anchor in page.anchors}
