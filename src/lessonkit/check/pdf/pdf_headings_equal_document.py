"""The PDF's headings are the author's, with their levels.

A heading that is only large print cannot be found by someone who moves from heading to heading.

Passes: H1, H2, H2 for a title and two chapters.
Fails: a chapter's heading tagged as a paragraph.
Clause: PDF/UA-1 7.4; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from lessonkit.check.equality import readable
from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.structure import headings as found_headings
from lessonkit.check.pdf.structure import words
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import headings, plain

TODO = "Report this fault."


def check(subject: PdfOutput) -> Iterator[Finding]:
    ours = [(heading.level, plain(heading.content)) for heading in headings(subject.document)]
    theirs = [(level, words(element)) for level, element in found_headings(subject.pdf.root)]
    places = [heading.place for heading in headings(subject.document)]
    for number, (one, other) in enumerate(zip_longest(ours, theirs)):
        if one != other:
            place = places[number] if number < len(places) else subject.document.place
            yield RULE.fail(f"The PDF has {_named(other)} where the author has {_named(one)}.", TODO, place)
            return


def _named(heading: tuple[int, str] | None) -> str:
    if heading is None:
        return "no further heading"
    return f"“{readable(heading[1])}” at level {heading[0]}"


RULE = read_rule(__name__, __doc__, check)
