"""The PDF has the document's title and shows it.

The title is what a screen reader says first and what the window and its tab are called.

Passes: the title in the metadata, and a window that shows it.
Fails: an empty title; a window that shows the file's name.
Clause: PDF/UA-1 7.1; WCAG 2.2 SC 2.4.2
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.rule import Finding, read_rule

TODO = "Report this fault."


def check(subject: PdfOutput) -> Iterator[Finding]:
    pdf, document = subject.pdf, subject.document
    titles = {"information": pdf.title, "metadata": pdf.metadata_title}
    if pdf.version >= "2.0":
        del titles["information"]
    for where, title in titles.items():
        if title != document.title:
            what = f"The title in the PDF's {where} is “{title}”, not “{document.title}”."
            yield RULE.fail(what, TODO, document.place)
    if not pdf.shows_title:
        yield RULE.fail("The PDF's window shows the file's name, not the title.", TODO, document.place)


RULE = read_rule(__name__, __doc__, check)
