"""The way from the page to the structure is the way from the structure to the page.

Some screen readers start from the words on the page and look up their element; a wrong entry gives a wrong role, a
missing one gives silence.

Passes: each number's entry names the element that holds it.
Fails: an entry that names another element; an annotation without one.
Fix: Export the file again from its source; only the program that wrote it can mend this.
Clause: ISO 32000-1 14.7.4.4; PDF/UA-1 7.1, 7.18
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Content, Page, Pointer
from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.check.rule import Finding, read_rule

TODO = "Export the file again; the program that made it has a fault."


def check(subject: AnyPdf) -> Iterator[Finding]:
    facts = subject.facts
    if facts.nodes and not facts.parents:
        yield RULE.fail("The file has no parent tree, so words on a page do not lead to their element.", TODO)
    elif facts.nodes:
        for page in facts.pages:
            yield from _content(subject, page)
        yield from _entries(subject)
        yield from _annotations(subject)


def _content(subject: AnyPdf, page: Page) -> Iterator[Finding]:
    """From the structure to the page and back; one finding a page is enough."""
    listed = subject.facts.parents.get(-1 if page.parents is None else page.parents, [])
    for content in sorted(page.contents):
        held = [node.number for node in subject.facts.holders.get(content, ()) if node.number]
        found = listed[content.number] if content.number < len(listed) else 0
        if held and not content.stream and found not in held:
            what = "leads to no element" if not found else "leads to another element than the one that holds it"
            yield RULE.fail(f"Content {content.number} of page {page.number} {what}.", TODO)
            return


def _entries(subject: AnyPdf) -> Iterator[Finding]:
    """Entries that lead to elements outside the structure, or that belong to no content of their page."""
    known = {node.number for node in subject.facts.nodes}
    for page in subject.facts.pages:
        listed = subject.facts.parents.get(-1 if page.parents is None else page.parents, [])
        for number, entry in enumerate(listed):
            if entry and entry not in known:
                what = f"Content {number} of page {page.number} leads to an element outside the structure."
                yield RULE.fail(what, TODO)
                return
            if entry and Content(page.number, number) not in page.contents:
                yield RULE.fail(
                    f"The parent tree names content {number} of page {page.number}, which is not there.", TODO
                )
                return


def _annotations(subject: AnyPdf) -> Iterator[Finding]:
    holders = {
        pointer.object: node for node in subject.facts.nodes for pointer in node.kids if isinstance(pointer, Pointer)
    }
    for annotation in subject.facts.annotations:
        holder = holders.get(annotation.number) if annotation.number else None
        listed = subject.facts.parents.get(-1 if annotation.parent is None else annotation.parent, [])
        if holder is not None and holder.number and listed[:1] != [holder.number]:
            what = f"A {annotation.kind.lower()} on page {annotation.page} does not lead to its element."
            yield RULE.fail(what, TODO)
            return


RULE = read_rule(__name__, __doc__, check)
