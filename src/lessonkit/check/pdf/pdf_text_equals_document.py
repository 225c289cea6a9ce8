"""The PDF says what the author wrote, word for word and in order.

A line break can join two words, an imposed sheet can mix up passages, a box can swallow a sentence: the page still
looks right, and a listener hears nonsense or nothing.

Passes: “online abuse” over two lines, with a space at the end of the first.
Fails: “online abuse” over two lines, read as “onlineabuse”.
Clause: PDF/UA-1 7.1, 7.2; WCAG 2.2 SC 1.3.2
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.equality import compare
from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.structure import lines
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import reading_lines


def check(subject: PdfOutput) -> Iterator[Finding]:
    return compare(reading_lines(subject.document), lines(subject.pdf.root), subject.document, RULE.id)


RULE = read_rule(__name__, __doc__, check)
