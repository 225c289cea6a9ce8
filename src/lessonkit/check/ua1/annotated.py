"""Links, fields and remarks are in the structure and say what they are (PDF/UA-1 7.18)."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Annotation, Box, PdfFacts
from lessonkit.check.ua1.broken import Broken, rule

MARK = "PrinterMark"
OF_ALL = ("ANNOTATION-ANNOT-TAG", "ANNOTATION-CONTENTS-ALT", "TRAPNET-ANNOTATION", "PRINTER-MARK-ARTIFACT")
OF_SOME = ("LINK-LINK-TAG", "LINK-CONTENTS", "WIDGET-FORM-TAG", "FORM-FIELD-TU-ALT")
RULES = frozenset(map(rule, (*OF_ALL, *OF_SOME)))


def broken(facts: PdfFacts) -> Iterator[Broken]:
    """Annotations that can be seen and are not in the structure, or say nothing."""
    boxes = {page.number: page.box for page in facts.pages}
    for annotation in facts.annotations:
        box = boxes.get(annotation.page)
        if not annotation.hidden and box is not None and not _is_outside(annotation, box):
            number = _element(annotation, facts)
            where = f"a {annotation.kind} annotation on page {annotation.page}"
            said = facts.parent_alts.get(number, "")
            for name, what in _faults(annotation, facts.parent_roles.get(number, ""), said):
                yield Broken(rule(name), f"{where} {what}", annotation)


def _element(annotation: Annotation, facts: PdfFacts) -> int:
    """The object number of the element that the parent tree leads to; 0 for none."""
    key = annotation.parent
    return 0 if key is None or key in facts.parent_lists else (facts.parents.get(key) or [0])[0]


def _is_outside(annotation: Annotation, page: Box) -> bool:
    box = annotation.box
    across = box.right <= page.left or box.left >= page.right
    return across or box.top <= page.bottom or box.bottom >= page.top


def _faults(annotation: Annotation, role: str, said: str) -> Iterator[tuple[str, str]]:
    match annotation.kind:
        case "Widget":
            if role != "Form":
                yield "WIDGET-FORM-TAG", "is not in a Form element"
            if annotation.has_title and not (annotation.own_label or said):
                yield "FORM-FIELD-TU-ALT", "has no name"
            return
        case "Link":
            if role != "Link":
                yield "LINK-LINK-TAG", "is not in a Link element"
            if not annotation.contents:
                yield "LINK-CONTENTS", "has no description"
        case "TrapNet":
            yield "TRAPNET-ANNOTATION", "must not be there"
        case "PrinterMark" if role:
            yield "PRINTER-MARK-ARTIFACT", "is in the structure"
    if annotation.kind not in (MARK, "Link") and role != "Annot":
        yield "ANNOTATION-ANNOT-TAG", "is not in an Annot element"
    if not (annotation.contents or said):
        yield "ANNOTATION-CONTENTS-ALT", "has no words"
