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

from lessonkit.check.anypdf.subject import AnyPdf, at
from lessonkit.check.rule import Finding, read_rule

TODO = "Export the file again; the program that made it has a fault."

TAKEN_OUT = "If a page was taken out, export the rest again from its source."


def check(subject: AnyPdf) -> Iterator[Finding]:
    drawn = {content for page in subject.facts.pages for content in page.contents}
    lost: dict[int, list[str]] = {}
    for content, nodes in subject.facts.holders.items():
        if content not in drawn and (content.page, content.number, 0) not in drawn:
            lost.setdefault(content.page, []).append(nodes[0].role)
        elif len(nodes) > 1:
            roles = f"{nodes[0].role} and {nodes[1].role}"
            what = f"Content {content.number} of page {content.page} stands in two elements, {roles}: it is read twice."
            yield RULE.fail(what, TODO, **subject.spot(nodes[0]))
    for page, missing in lost.items():
        kinds = ", ".join(dict.fromkeys(missing))
        count = f"{len(missing)} elements ({kinds})" if len(missing) > 1 else f"An element ({kinds})"
        name = "name" if len(missing) > 1 else "names"
        where = f"that page {page} does not have" if page else "of a page that is not in the file"
        yield RULE.fail(f"{count} {name} content {where}.", TODO if page else TAKEN_OUT, **at(page))


RULE = read_rule(__name__, __doc__, check)
