"""Every form field says what belongs into it.

A screen reader announces the field's own name; a label beside it is only seen.

Passes: a text field whose tooltip is “Name of your school”.
Fails: a text field without a tooltip; one called “Text1”, “undefined” or “school_name_2”. For a person to look at: two
fields called “Name”.
Fix: In Acrobat, Prepare a form, Properties of the field, Tooltip.
Clause: PDF/UA-1 7.18.4; WCAG 2.2 SC 1.3.1, 2.4.6, 4.1.2
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Annotation
from lessonkit.check.anypdf.subject import AnyPdf, at, quoted
from lessonkit.check.rule import Finding, read_rule

TODO = "Give it a tooltip that says what belongs into it."
TELLS_NOTHING = re.compile(
    r"^(?:undefined|untitled|(?:text|check|combo|list|radio|push)? ?(?:field|box|button)|text|drop ?down|fill|textfeld"
    r"|kontrollkästchen)[\s_-]*\d*$|^(?:date|signature|group|image)[\s_-]*\d+$|^\S+_\S*$|\[\d+\]",
    re.IGNORECASE,
)


def check(subject: AnyPdf) -> Iterator[Finding]:
    known: dict[str, str] = {}
    for field in subject.facts.annotations:
        if field.kind != "Widget" or field.hidden:
            continue
        called, spot = (field.label or field.contents).strip(), at(field.page, "", field.box)
        if not called:
            yield RULE.fail(f"A form field on page {field.page} has no name.", TODO, **spot)
        elif TELLS_NOTHING.search(called):
            what = f"A form field on page {field.page} is called {quoted(called)}, which tells nothing."
            yield RULE.fail(what, TODO, **spot)
        elif known.setdefault(called.casefold(), _field(field)) != _field(field):
            what = f"Two form fields are called {quoted(called)}; the second is on page {field.page}."
            yield RULE.review(what, "Say in each tooltip which of them it is.", **spot)


def _field(field: Annotation) -> str:
    return field.field_name or str(field.number)


RULE = read_rule(__name__, __doc__, check)
