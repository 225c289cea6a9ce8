"""Pages hold words, not pictures of words.

A scanned page is silent: nothing on it can be read aloud, searched or enlarged without blur.

Passes: a page of text.
Fails: a page that is a single picture. For a person to look at: a page of outlines of letters; an empty page.
Fix: Make the file from its source. In Acrobat, Scan & OCR, Recognise Text; then tag it and read it through.
Clause: WCAG 2.2 SC 1.4.5; PDF/UA-1 7.1; Matterhorn 08
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Page
from lessonkit.check.anypdf.subject import AnyPdf, at
from lessonkit.check.rule import Finding, read_rule

MOST_OF_PAGE = 0.6
LEAST, LARGEST, MANY = 3.0, 40.0, 150
"""Points that letters are high, and how many make a text."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    for page in subject.facts.pages:
        if not (page.runs or page.fills or page.pictures or page.strokes):
            what = f"Page {page.number} is empty."
            yield RULE.review(what, "Take it out, unless print needs it.", **at(page.number))
            continue
        area = sum(picture.box.meets(page.box).area for picture in page.pictures)
        words = [run for run in page.runs if run.text.strip()]
        if not words and _is_outlined(page):
            what = f"Page {page.number} has shapes of the size of letters, and no words."
            yield RULE.review(what, "Keep words as words when you export it, not as outlines.", **at(page.number))
        if area < MOST_OF_PAGE * page.box.area or any(run.mode != 3 for run in words):
            continue
        spot = at(page.number, "", page.pictures[0].box)
        if words:
            what = f"Page {page.number} is a picture with recognised words behind it; a person must compare them."
            yield RULE.review(what, "Read the recognised words against the picture.", **spot)
        else:
            what = f"Page {page.number} is a picture without words."
            yield RULE.fail(what, "Make it from its source, or run text recognition and tag the words.", **spot)


def _is_outlined(page: Page) -> bool:
    """Whether it may be a page of words that were turned into outlines."""
    shapes = (fill.box for fill in page.fills if not fill.square)
    return sum(LEAST < box.height < LARGEST and 0 < box.width < LARGEST for box in shapes) >= MANY


RULE = read_rule(__name__, __doc__, check)
