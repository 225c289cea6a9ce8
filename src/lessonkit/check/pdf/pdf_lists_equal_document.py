"""The PDF's lists are lists, with all their items.

A screen reader says how many items there are, and where the list ends; a list that is only dots and lines loses that.

Passes: an L with three LI, numbered when the author numbered it.
Fails: three paragraphs that begin with a dot; a numbered list that does not say so.
Clause: PDF/UA-1 7.6; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from lessonkit.check.expected import lists
from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.structure import Element, find
from lessonkit.check.rule import Finding, read_rule
from lessonkit.document import List

TODO = "Report this fault."
NUMBERED = {"Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha", "Ordered"}


def check(subject: PdfOutput) -> Iterator[Finding]:
    for ours, theirs in zip_longest(lists(subject.document), find(subject.pdf.root, "L")):
        one = _expected(ours) if ours else "no further list"
        other = _found(theirs) if theirs else "no further list"
        if one != other:
            place = ours.place if ours else subject.document.place
            yield RULE.fail(f"The PDF has {other} where the author has {one}.", TODO, place)
            return


def _expected(found: List) -> str:
    return _named(len(found.items), found.kind == "number")


def _found(element: Element) -> str:
    items = sum(isinstance(kid, Element) and kid.role == "LI" for kid in element.kids)
    return _named(items, element.attributes.get("ListNumbering") in NUMBERED)


def _named(items: int, numbered: bool) -> str:
    return f"a {'numbered ' if numbered else ''}list of {items} item{'s' if items > 1 else ''}"


RULE = read_rule(__name__, __doc__, check)
