"""A picture has at least 150 pixels to an inch of paper.

With fewer the print looks blurred, and words or faces in it are lost on readers with low sight.

Passes: a photograph 900 pixels wide, drawn 100 mm wide: 229 to an inch.
Fails: the same one 300 pixels wide: 76 to an inch.
Clause: the project's own limit; half of what printers show
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.appearance import Page
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.drawing import Image
from lessonkit.drawing.image import dots_per_inch
from lessonkit.problems import LessonkitError

LEAST_DPI = 150


def check(subject: Designed) -> Iterator[Finding]:
    widest = _widest(subject.document.page)
    for figure in subject.figures():
        if subject.assets is None or not isinstance(figure.source, str):
            continue
        try:
            picture = subject.assets.picture(figure.source, figure.place)
        except LessonkitError:
            # The renderer stops at a picture that cannot be used, and says why.
            continue
        width = min(figure.width_mm, widest)
        if isinstance(picture, Image) and dots_per_inch(picture, width) < LEAST_DPI:
            needed = round(width / 25.4 * LEAST_DPI)
            what = f"The picture {figure.source} is {picture.width_px} pixels wide, too few for {width:g} mm on paper."
            todo = f"Use a copy with at least {needed} pixels across, or draw it smaller."
            yield RULE.review(what, todo, figure.place)


def _widest(page: Page) -> float:
    """The width of the widest column, in millimetres."""
    frames = [(frame.width, frame.margins) for frame in page.panels] or [(page.width, page.margins)]
    return max(width - margins.left - margins.right for width, margins in frames)


RULE = read_rule(__name__, __doc__, check)
