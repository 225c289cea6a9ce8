"""Elements that hold nothing are not there.

An empty paragraph is announced as “blank”; a row of them, made for space, is heard one by one.

Passes: space that comes from the style of a paragraph.
Fails: three empty P in a row; an LI without words; a Figure with an alternative text in which nothing is drawn.
Fix: In Word, delete empty lines and use the spacing of the style; then export again. In Acrobat, Tags panel, Delete
Empty Tags.
Clause: WCAG 2.2 SC 1.3.1; our own
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Content, Node
from lessonkit.check.anypdf.pictures import described
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule

ROLES = ("P", "LI", "Link", "Caption", "BlockQuote", "L", "Table", "Figure")


def check(subject: AnyPdf) -> Iterator[Finding]:
    drawn = {content for page in subject.facts.pages for content in page.contents}
    found = [node for node in subject.facts.nodes if node.role in ROLES and _is_empty(subject, node, drawn)]
    found = [node for node in found if not any(above in found for above in node.above())]
    if found:
        kinds = ", ".join(dict.fromkeys(node.role for node in found))
        what = f"{len(found)} element{'s' if len(found) > 1 else ''} of the structure ({kinds}) hold nothing."
        yield RULE.review(what, "Delete them, or give them their content.", **subject.spot(found[0]))
    blank = [node for node in described(subject) if node.alt and _is_blank(subject, node, drawn)]
    if blank:
        more = f" (and {len(blank) - 1} more)" if len(blank) > 1 else ""
        what = f"{quoted(blank[0].alt or '')}{more} is announced as a picture, but nothing is drawn there."
        yield RULE.review(what, "Delete it, or put the picture into its element.", **subject.spot(blank[0]))


def _is_blank(subject: AnyPdf, node: Node, drawn: set[Content]) -> bool:
    """A picture that is announced and not there."""
    contents = subject.contents(node)
    words = any(run.text.strip() for content in contents for run in subject.facts.runs_of.get(content, ()))
    return bool(contents) and not words and all(each in drawn - subject.facts.shown for each in contents)


def _is_empty(subject: AnyPdf, node: Node, drawn: set[Content]) -> bool:
    """No words, and nothing else either; table cells may be empty."""
    if node.inside("TD", "TH") or node.alt or node.actual_text or subject.pointers(node):
        return False
    contents = subject.contents(node)
    if any(
        run.said.strip() or run.text.strip() for content in contents for run in subject.facts.runs_of.get(content, ())
    ):
        return False
    return not any(content in subject.facts.shown or content not in drawn for content in contents)


RULE = read_rule(__name__, __doc__, check)
