"""The PDF's lists are lists, with all their items.

A screen reader says how many items there are, and where the list ends; a list that is only dots and lines loses that.

Passes: an L with three LI, numbered when the author numbered it; a term as the label of what is said of it.
Fails: three paragraphs that begin with a dot; a numbered list that does not say so.
Clause: PDF/UA-1 7.6; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from lessonkit.check.expected import lists
from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.structure import TERMS, Element, find
from lessonkit.check.rule import Finding, read_rule
from lessonkit.document import DefinitionList, List, Numbering

TODO = "Report this fault."
NUMBERINGS: dict[str, Numbering] = {
    "Decimal": "decimal",
    "Ordered": "decimal",
    "LowerAlpha": "lower-alpha",
    "UpperAlpha": "upper-alpha",
    "LowerRoman": "lower-roman",
    "UpperRoman": "upper-roman",
}


def check(subject: PdfOutput) -> Iterator[Finding]:
    for ours, theirs in zip_longest(lists(subject.document), find(subject.pdf.root, "L")):
        one = _expected(ours) if ours else "no further list"
        other = _found(theirs, subject.document.words["ticked-box"]) if theirs else "no further list"
        if one != other:
            place = ours.place if ours else subject.document.place
            yield RULE.fail(f"The PDF has {other} where the author has {one}.", TODO, place)
            return


def _expected(found: List | DefinitionList) -> str:
    if isinstance(found, DefinitionList):
        return _named("list", len(found.items), "term")
    ticked = sum(item.checked for item in found.items) if found.kind == "check" else 0
    return _named(_numbered(found.numbering) if found.kind == "number" else "list", len(found.items), "item", ticked)


def _found(element: Element, ticked: str) -> str:
    """The list in the PDF; ticked: what is spoken of a box that is ticked."""
    items = [kid for kid in element.kids if isinstance(kid, Element) and kid.role == "LI"]
    numbering = str(element.attributes.get("ListNumbering", ""))
    if numbering in TERMS:
        return _named("list", len(items), "term")
    kind = _numbered(NUMBERINGS[numbering]) if numbering in NUMBERINGS else "list"
    return _named(kind, len(items), "item", sum(_is_ticked(item, ticked) for item in items))


def _is_ticked(item: Element, ticked: str) -> bool:
    labels = (kid for kid in item.kids if isinstance(kid, Element) and kid.role == "Lbl")
    return any(label.actual_text == ticked for label in labels)


def _numbered(numbering: Numbering) -> str:
    return "numbered list" if numbering == "decimal" else f"{numbering} list"


def _named(kind: str, count: int, what: str, ticked: int = 0) -> str:
    return f"a {kind} of {count} {what}{'s' if count > 1 else ''}{f', {ticked} ticked' if ticked else ''}"


RULE = read_rule(__name__, __doc__, check)
