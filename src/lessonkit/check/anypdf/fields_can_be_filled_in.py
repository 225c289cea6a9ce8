"""Form fields are in the structure and on the page, large enough, and not over words.

Whoever uses a keyboard comes into every field. One that nobody sees, or that covers what it asks, cannot be filled in.

Passes: a text field beside the words that ask for it.
Fails: a field that no element holds; one outside the page; one as low as a line. For a person to look at: one over a
sentence.
Fix: In Acrobat, Prepare a form, and move the field; or delete it.
Clause: WCAG 2.2 SC 2.4.7, 2.5.8; our own
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lessonkit.check.anypdf.facts import Annotation, Page, Pointer
from lessonkit.check.anypdf.subject import AnyPdf, at, quoted
from lessonkit.check.rule import Finding, read_rule

TODO = "Move it, or delete it if nobody fills it in."
TAG = "Tag it as a Form: in Acrobat, Accessibility Tags, Find, Unmarked Annotations."
SMALLEST = 5.0
"""Points: a tick box is twice as high."""
FEWEST_WORDS = 5
"""What asks for a date in the field itself has fewer."""
MOST_FIELDS = 200
"""On one page; beyond it they are not held against words."""
INSIDE = 0.7
"""In parts of the size of words: what lies under a field."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    held = {kid.object for node in subject.facts.nodes for kid in node.kids if isinstance(kid, Pointer)}
    pages = {page.number: page for page in subject.facts.pages}
    found: dict[int, list[Annotation]] = {}
    for field in subject.facts.annotations:
        if field.kind == "Widget" and not field.hidden and field.field_kind != "Sig" and field.page in pages:
            found.setdefault(field.page, []).append(field)
    for number, fields in found.items():
        for field in fields:
            yield from _place(field, pages[number])
            if subject.facts.nodes and field.number not in held:
                yield RULE.fail(f"{_named(field)} is not in the structure.", TAG, **at(number, "", field.box))
        for field in islice(fields, MOST_FIELDS):
            yield from _words(field, pages[number])


def _named(field: Annotation) -> str:
    return f"The form field {quoted(field.label or field.contents or field.field_name)} on page {field.page}"


def _place(field: Annotation, page: Page) -> Iterator[Finding]:
    spot = at(field.page, "", field.box)
    if min(field.box.width, field.box.height) < SMALLEST:
        yield RULE.fail(f"{_named(field)} is too small to be seen.", TODO, **spot)
    elif field.box.meets(page.box).area < field.box.area / 2:
        yield RULE.fail(f"{_named(field)} stands outside the page.", TODO, **spot)


def _words(field: Annotation, page: Page) -> Iterator[Finding]:
    under = [run.text for run in page.runs if run.box.meets(field.box).area > INSIDE * run.box.area > 0]
    words = " ".join("".join(under).split())
    if len(words.split()) >= FEWEST_WORDS:
        yield RULE.review(f"{_named(field)} lies over {quoted(words)}.", TODO, **at(field.page, words, field.box))


RULE = read_rule(__name__, __doc__, check)
