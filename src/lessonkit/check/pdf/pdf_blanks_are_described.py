"""Every blank to fill in says what belongs there.

Someone who cannot see the line hears nothing at all where something is to be written, and does not learn that the
sentence is unfinished.

Passes: a field that reads “blank: name of your school”.
Fails: a field drawn as a line, without words.
Clause: WCAG 2.2 SC 1.1.1, 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from lessonkit.check.expected import fields
from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.structure import Element, walk
from lessonkit.check.rule import Finding, read_rule
from lessonkit.document import Field

TODO = "Report this fault."


def check(subject: PdfOutput) -> Iterator[Finding]:
    found = [element for element in walk(subject.pdf.root) if element.original == "Field"]
    for field, element in zip_longest(fields(subject.document), found):
        place = field.place if field else subject.document.place
        if field is None or element is None:
            yield RULE.fail(f"The PDF has {len(found)} fields to fill in, the document another number.", TODO, place)
            return
        if field.value is None and not _describes(element, field):
            what = f"The blank for “{field.label}” is read as “{element.actual_text or ''}”."
            yield RULE.fail(what, TODO, place)


def _describes(element: Element, field: Field) -> bool:
    return field.label in (element.actual_text or "")


RULE = read_rule(__name__, __doc__, check)
