"""What is read aloud can be seen.

Words outside the page or without ink are heard and not seen: a leftover, or a trick.

Passes: words on the page.
Fails: a paragraph beside the page, or under a box or a picture; words on a layer that is off; invisible words with
nothing beneath them.
Fix: In the source, delete what nobody sees, or give it a colour that stands out; then export again. In Acrobat, Redact,
Remove Hidden Information.
Clause: our own; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Fill, Page, Picture, Run
from lessonkit.check.anypdf.subject import AnyPdf, quoted, spot_of
from lessonkit.check.rule import Finding, read_rule

CUT_OUT = 7
UNSEEN = (3, CUT_OUT)
"""Text rendering modes that draw no letters; what is drawn later may show through those of the second."""
MOST_OF_PAGE = 0.6
"""Larger pictures are scans: the words that were recognised lie beneath."""
SOME_LETTERS = 1.5
"""As wide as two or three, in parts of the size."""
BLANK = " " * 3
TINY = 1.0
"""Points."""
MOST_CUT, LEAST_SEEN = 0.6, 0.85
TODO = "Take it away, or put it where it can be seen."


def check(subject: AnyPdf) -> Iterator[Finding]:
    for page in subject.facts.pages:
        read = [run for run in page.runs if run.content is not None and run.text.strip()]
        covers = [fill for fill in page.fills if fill.square and fill.alpha >= 1]
        pictures = [each for each in page.pictures if each.opaque and each.box.area < MOST_OF_PAGE * page.box.area]
        cases = {
            "stands outside page {}": [run for run in read if run.box.area and not run.box.meets(page.box).area],
            "is cut by the edge of page {}": [run for run in read if _is_cut(run, page)],
            "on page {} is invisible": [run for run in read if run.mode in UNSEEN and not _over_picture(page, run)],
            "on page {} is too small to be seen": [run for run in read if run.size < TINY],
            "on page {} stands on a layer that is switched off": [run for run in read if run.off],
            "on page {} is cut away": [run for run in read if run.cut > MOST_CUT],
            "on page {} lies under a box": [run for run in read if any(_covers(fill, run) for fill in covers)],
            "on page {} lies under a picture": [run for run in read if any(_covers(each, run) for each in pictures)],
        }
        for what, runs in cases.items():
            if runs:
                words = quoted("".join(run.text for run in runs))
                yield RULE.review(f"{words} {what.format(page.number)}.", TODO, **spot_of(runs))


def _is_cut(run: Run, page: Page) -> bool:
    """Partly outside, by more than the room around its letters."""
    seen = run.box.meets(page.box).area
    return run.level and 0 < seen < LEAST_SEEN * run.box.area


def _covers(fill: Fill | Picture, run: Run) -> bool:
    """Whether an opaque area is drawn over words, or over some of them."""
    if fill.order < run.order or run.cut > MOST_CUT or fill.box.bottom > run.box.top or fill.box.top < run.box.bottom:
        return False
    hidden = fill.box.meets(run.box)
    if not hidden.area or hidden.height < MOST_CUT * run.box.height:
        return False
    blank = bool(run.gaps) or BLANK in run.text  # it may lie over a blank to write in
    return hidden.area > MOST_CUT * run.box.area or (hidden.width > SOME_LETTERS * run.size and not blank)


def _over_picture(page: Page, run: Run) -> bool:
    """Recognised words lie invisible over the scan; others are cut out of a picture or an area."""
    areas = [*page.pictures, *(page.fills if run.mode == CUT_OUT else ())]
    return any(each.box.meets(run.box).area for each in areas)


RULE = read_rule(__name__, __doc__, check)
