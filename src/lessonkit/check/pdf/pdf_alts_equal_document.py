"""The PDF's pictures have the author's alternative texts.

A picture that is spoken with another one's words misleads.

Passes: each Figure with the alternative text of its picture, decorative ones left out.
Fails: a picture without its text; a decorative one with a text.
Clause: PDF/UA-1 7.3; WCAG 2.2 SC 1.1.1
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from lessonkit.check.expected import alts
from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.structure import find
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

TODO = "Report this fault."


def check(subject: PdfOutput) -> Iterator[Finding]:
    found = [fold(element.alt or "") for element in find(subject.pdf.root, "Figure")]
    for one, other in zip_longest(alts(subject.document), found):
        ours, place = one or (None, subject.document.place)
        if ours != other:
            yield RULE.fail(f"The PDF has {_named(other)} where the author has {_named(ours)}.", TODO, place)
            return


def _named(alt: str | None) -> str:
    return "no further picture" if alt is None else f"a picture with the text “{alt}”"


RULE = read_rule(__name__, __doc__, check)
