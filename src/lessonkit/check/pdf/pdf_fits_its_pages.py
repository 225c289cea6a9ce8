"""A document has no more pages than its kind allows.

The second page of a letter is not read, and the second sheet of a poster is never hung up.

Passes: a letter of one page.
Fails: a letter whose last lines stand on a second page.
Clause: the project's own: how many pages a layout allows
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.structure import page_of, walk, words
from lessonkit.check.rule import Finding, read_rule

LEAVES = ("P", "H1", "H2", "H3", "H4", "Caption")


def check(subject: PdfOutput) -> Iterator[Finding]:
    most, pages = subject.document.page.most_pages, subject.pdf.pages
    if most and pages > most:
        what = f"It has {pages} pages, but its layout allows {most}{_excess(subject, most)}."
        yield RULE.fail(what, "Shorten it, or choose another layout.", subject.document.place)


def _excess(subject: PdfOutput, most: int) -> str:
    """How many words stand on the pages that are too many."""
    beyond = (element for element in walk(subject.pdf.root) if element.role in LEAVES)
    count = sum(len(words(element).split()) for element in beyond if (page_of(element) or 1) > most)
    return f"; about {count} words are too many" if count else ""


RULE = read_rule(__name__, __doc__, check)
