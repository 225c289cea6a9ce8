"""Every element finds its content, and no two share it.

An element whose content is missing is announced and then silent; content in two elements is read twice.

Passes: each number in one element, and on its page.
Fails: an element that names a number which its page does not have; two elements with the same number.
Fix: Export the file again from its source; a program that rearranges finished pages breaks this. In Acrobat, Tags
panel, delete a tag that holds nothing.
Clause: ISO 32000-1 14.7.4.2
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.check.rule import Finding, read_rule

TODO = "Export the file again; the program that made it has a fault."


def check(subject: AnyPdf) -> Iterator[Finding]:
    drawn = {content for page in subject.facts.pages for content in page.contents}
    for content, nodes in subject.facts.holders.items():
        if content not in drawn and (content.page, content.number, 0) not in drawn:
            where = f" of page {content.page}" if content.page else ""
            yield RULE.fail(f"A {nodes[0].role} names content {content.number}{where}, which is not there.", TODO)
        elif len(nodes) > 1:
            roles = f"{nodes[0].role} and {nodes[1].role}"
            what = f"Content {content.number} of page {content.page} stands in two elements, {roles}: it is read twice."
            yield RULE.fail(what, TODO, **subject.spot(nodes[0]))


RULE = read_rule(__name__, __doc__, check)
