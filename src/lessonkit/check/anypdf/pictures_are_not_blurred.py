"""Pictures are fine enough to be recognised.

Who sees badly enlarges a picture; one of few dots shows only its squares.

Passes: a photograph with 150 dots to the inch.
Fails: For a person to look at: one with 40.
Fix: In Word, Options, Advanced, Do not compress images in file; put the original in again, and export.
Clause: our own; RNIB Clear Print
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.pictures import described
from lessonkit.check.anypdf.subject import AnyPdf, at
from lessonkit.check.rule import Finding, read_rule

COARSE = 72.0
"""Dots to the inch."""
INCH = 72.0
LARGE = 100.0
"""Points: an icon may be coarse."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in described(subject):
        for content in subject.contents(node):
            for picture in subject.facts.pictures_of.get(content, ()):
                dots = INCH * picture.columns / picture.box.width if picture.box.width else COARSE
                if dots < COARSE and picture.box.width > LARGE and picture.box.height > LARGE / 2:
                    what = f"A picture on page {picture.page} has {dots:.0f} dots to the inch, so it looks blurred."
                    yield RULE.review(
                        what, "Put the original in, or make it smaller.", **at(picture.page, "", picture.box)
                    )


RULE = read_rule(__name__, __doc__, check)
