"""The PDF's links are the author's, and lead where the author said.

A link that cannot be clicked, or that leads elsewhere, can send a child to the wrong help.

Passes: “Childline” with an annotation that opens the Childline website.
Fails: “Childline” in blue, without an annotation; contents that lead to a wrong page.
Clause: PDF/UA-1 7.18.5; WCAG 2.2 SC 2.4.4
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from lessonkit.check.expected import ExpectedLink, links
from lessonkit.check.pdf.output import FoundLink, PdfOutput, found_links
from lessonkit.check.pdf.structure import headings, page_of
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import headings as document_headings

TODO = "Report this fault."


def check(subject: PdfOutput) -> Iterator[Finding]:
    pages = _pages(subject)
    for one, other in zip_longest(links(subject.document), found_links(subject.pdf)):
        if one is None or other is None or one.words != other.words:
            place = one.place if one else subject.document.place
            yield RULE.fail(f"The PDF has {_named(other)} where the author has {_named(one)}.", TODO, place)
            return
        yield from _target(one, other, pages.get(one.target, one.target))


def _target(link: ExpectedLink, found: FoundLink, target: str) -> Iterator[Finding]:
    if not found.annotations:
        yield RULE.fail(f"The link “{link.words}” cannot be clicked.", TODO, link.place)
    for leads in dict.fromkeys(annotation.target for annotation in found.annotations):
        if leads != target:
            yield RULE.fail(
                f"The link “{link.words}” leads to {leads or 'nowhere'}, not to {target}.", TODO, link.place
            )


def _pages(subject: PdfOutput) -> dict[str, str]:
    """`#id` of each heading and the page it is on in this PDF."""
    ids = (f"#{heading.id}" for heading in document_headings(subject.document))
    found = (f"page {page_of(element)}" for _, element in headings(subject.pdf.root))
    return dict(zip(ids, found, strict=False))


def _named(link: ExpectedLink | FoundLink | None) -> str:
    return "no further link" if link is None else f"the link “{link.words}”"


RULE = read_rule(__name__, __doc__, check)
