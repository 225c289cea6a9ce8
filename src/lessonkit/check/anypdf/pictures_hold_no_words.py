"""Words are not part of a picture.

Words in a picture cannot be read aloud, and blur when enlarged.

Passes: a photograph; a diagram drawn with real text.
Fails: a screenshot of a letter.
Fix: In the source, type the words as text beside the picture; or say all of them in its alternative text. In Acrobat,
Reading Order, right-click the picture, Edit Alternate Text.
Clause: WCAG 2.2 SC 1.4.5
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Page, Picture
from lessonkit.check.anypdf.subject import AnyPdf, at
from lessonkit.check.rule import Finding, read_rule

LEAST_OF_PAGE = 0.04
MOST_OF_PAGE = 0.6
"""Above it the page is a scan, which another rule tells."""
SQUARE = 0.02
LEAST_PIXELS = 150


def check(subject: AnyPdf) -> Iterator[Finding]:
    for page in subject.facts.pages:
        found = [picture for picture in page.pictures if _may_hold_words(page, picture)]
        if found:
            what = f"A picture on page {page.number} may hold words, by its few colours; a person must look."
            todo = "If it holds words, set them as text, or say all of them in its alternative text."
            yield RULE.review(what, todo, **at(page.number, "", found[0].box))


def _may_hold_words(page: Page, picture: Picture) -> bool:
    """Few colours, and neither small nor square as a QR code is."""
    share = picture.box.area / max(1.0, page.box.area)
    square = abs(picture.columns - picture.rows) <= SQUARE * picture.rows
    large = min(picture.columns, picture.rows) >= LEAST_PIXELS
    return picture.few_colours and LEAST_OF_PAGE <= share < MOST_OF_PAGE and large and not square


RULE = read_rule(__name__, __doc__, check)
