"""Colours that differ still differ when the page is printed in grey.

Schools print and copy in grey. Red and green that are equally dark then look the same: words are lost on their ground,
and nobody can tell which bar of a chart is which.

Passes: white words on dark blue; bars in dark teal and in pale orange; bars with hatching of their own.
Fails: red words on black; a red bar beside a green one that is as dark.
Fix: In the source, make one of the two lighter or darker, or give it a pattern or a name beside it; then export again.
Clause: our own, for paper; WCAG 2.2 SC 1.4.1 asks the same of colours on screens
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations

from lessonkit.check.anypdf.colours import BLACK, grey
from lessonkit.check.anypdf.facts import Colour, Fill, Page, Run
from lessonkit.check.anypdf.grounds import MOST_FILLS, SMALLEST_AREA, Ground, contrast, ratio
from lessonkit.check.anypdf.subject import AnyPdf, at, quoted, spot_of
from lessonkit.check.rule import Finding, read_rule

LEAST_CONTRAST = 2.95
"""Of words in grey: what large type needs, since colours that fail on screens are another rule's."""
ENOUGH_IN_COLOUR = 2.95
TWO_COLOURS = 0.3
"""How far apart red, green and blue of two areas lie that are meant as different colours: pale tints are not."""
ALIKE = 0.08
"""How far apart in grey they must be."""
LEAST_PART = 400.0
"""Square points of an area that is no rectangle; smaller ones are parts of drawings."""
NEAR = 6.0
"""Points between areas that are seen beside each other."""
WORDS = "Make the words or their ground lighter or darker."
AREAS = "Make one of the two lighter or darker, or give it a pattern, or its name beside it."


def check(subject: AnyPdf) -> Iterator[Finding]:
    for page, found in zip(subject.facts.pages, subject.grounds, strict=True):
        yield from _lost_words(page, found)
    yield from _twins(subject.facts.pages)


def _lost_words(page: Page, words: list[tuple[Run, Ground]]) -> Iterator[Finding]:
    """Words that stand out in colour and not in grey: one finding for each pair of colours."""
    seen: set[tuple[Colour | None, Colour]] = set()
    for run, ground in words:
        if ground.colour is None or (run.colour, ground.colour) in seen or ratio(run, ground.colour) < ENOUGH_IN_COLOUR:
            continue
        found = contrast(_in_grey(run.colour), _in_grey(ground.colour), run.alpha)
        if found < LEAST_CONTRAST:
            seen.add((run.colour, ground.colour))
            pair = f"{_name(run.colour)} on {_name(ground.colour)}"
            what = f"{quoted(run.text)} (page {page.number}) is {pair}; printed in grey, that is {found:.1f} to 1."
            yield RULE.fail(what, WORDS, **spot_of([run]))


def _in_grey(colour: Colour | None) -> Colour:
    level = grey(colour or BLACK)
    return (level, level, level)


def _twins(pages: list[Page]) -> Iterator[Finding]:
    """Areas beside each other that differ in colour only: one finding for each pair of colours."""
    seen: set[tuple[Colour, Colour]] = set()
    for page in pages:
        areas: dict[Colour, list[Fill]] = {}
        for fill in page.fills[:MOST_FILLS]:
            if fill.colour is not None and fill.alpha >= 1 and _is_part(fill):
                areas.setdefault(fill.colour, []).append(fill)
        for one, other in combinations(areas, 2):
            beside = _beside(areas[one], areas[other]) if (one, other) not in seen and _alike(one, other) else None
            if beside is not None:
                seen |= {(one, other), (other, one)}
                yield _twin(page, one, other, beside)


def _is_part(fill: Fill) -> bool:
    return fill.box.area >= (SMALLEST_AREA if fill.square else LEAST_PART)


def _alike(one: Colour, other: Colour) -> bool:
    """Two colours to the eye, one to a printer without colour."""
    return math.dist(one, other) >= TWO_COLOURS and abs(grey(one) - grey(other)) < ALIKE


def _beside(some: list[Fill], others: list[Fill]) -> Fill | None:
    """The first area that touches one of the others, or belongs to the same picture as one."""
    pictures = {fill.content for fill in others} - {None}
    for fill in some:
        around = fill.box._replace(left=fill.box.left - NEAR, bottom=fill.box.bottom - NEAR)
        around = around._replace(right=fill.box.right + NEAR, top=fill.box.top + NEAR)
        if fill.content in pictures or any(_meet(around, other) for other in others):
            return fill
    return None


def _meet(around: tuple[float, float, float, float], other: Fill) -> bool:
    left, bottom, right, top = around
    box = other.box
    return left < box.right and box.left < right and bottom < box.top and box.bottom < top


def _twin(page: Page, one: Colour, other: Colour, fill: Fill) -> Finding:
    percents = " and ".join(f"{100 * (1 - grey(colour)):.0f}%" for colour in (one, other))
    what = f"{_name(one)} and {_name(other)} on page {page.number} are nearly the same in grey: {percents} black."
    return RULE.review(what, AREAS, **at(page.number, box=fill.box))


def _name(colour: Colour | None) -> str:
    """`#0b5563`."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour or BLACK)


RULE = read_rule(__name__, __doc__, check)
