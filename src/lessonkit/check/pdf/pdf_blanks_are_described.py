"""Every blank to fill in says what belongs there.

Someone who cannot see the line hears nothing at all where something is to be written, and does not learn that the
sentence is unfinished.

Passes: a field that reads “blank: name of your school”.
Fails: a field drawn as a line, without words.
Clause: WCAG 2.2 SC 1.1.1, 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.expected import fields
from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.structure import walk
from lessonkit.check.rule import Finding, read_rule

TODO = "Report this fault."


def check(subject: PdfOutput) -> Iterator[Finding]:
    ours = list(fields(subject.document))
    theirs = [element for element in walk(subject.pdf.root) if element.original == "Field"]
    if len(ours) != len(theirs):
        what = f"The number of fields differs: {len(theirs)} in the PDF, {len(ours)} in the document."
        yield RULE.fail(what, TODO, ours[0].place if ours else subject.document.place)
        return
    for field, element in zip(ours, theirs, strict=True):
        if field.value is None and field.label not in (element.actual_text or ""):
            what = f"The blank for “{field.label}” is read as “{element.actual_text or ''}”."
            yield RULE.fail(what, TODO, field.place)


RULE = read_rule(__name__, __doc__, check)
