"""Every form field says what belongs into it.

A screen reader announces the field's own name; a label beside it is only seen.

Passes: a text field whose tooltip is “Name of your school”.
Fails: a text field without a tooltip.
Fix: In Acrobat, Prepare a form, Properties of the field, Tooltip.
Clause: PDF/UA-1 7.18.4; WCAG 2.2 SC 1.3.1, 4.1.2
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf, at
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    for annotation in subject.facts.annotations:
        if annotation.kind == "Widget" and not annotation.hidden and not (annotation.label or annotation.contents):
            what = f"A form field on page {annotation.page} has no name."
            todo = "Give it a tooltip that says what belongs into it."
            yield RULE.fail(what, todo, **at(annotation.page, "", annotation.box))


RULE = read_rule(__name__, __doc__, check)
