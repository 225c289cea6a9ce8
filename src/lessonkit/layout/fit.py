"""Which panels of a document may be set smaller when they are too full, and how far."""

from __future__ import annotations

from dataclasses import replace

from lessonkit.appearance import Fit, Page
from lessonkit.source.definition import Definition

LEAST = 12.0
"""Points: nothing for parents and children is set smaller, unless the layout says so."""
FOR_ADULTS_AT_WORK = "staff"


def fitting_page(page: Page, definition: Definition, adapted: bool) -> Page:
    """The page with what its panels may do for these readers; type that was made larger for somebody stays so."""
    if adapted:
        return replace(page, panels=tuple(replace(panel, fit=None) for panel in page.panels))
    return replace(page, panels=tuple(replace(panel, fit=_fit(panel.fit, definition)) for panel in page.panels))


def _fit(fit: Fit | None, definition: Definition) -> Fit | None:
    if fit is None or fit.under_12 or definition.audience == FOR_ADULTS_AT_WORK:
        return fit
    return replace(fit, size=(max(fit.size[0], LEAST), max(fit.size[1], LEAST)))
