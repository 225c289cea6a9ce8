"""An alternative text repeats neither the caption nor that of another picture.

Hearing the same words twice tells nothing about the picture, and sounds as if the reader were stuck.

Passes: an alternative text and a caption that add to each other.
Fails: the caption as alternative text; three pictures called “Children”.
Fix: In Word, right-click the picture, View Alt Text. In Acrobat, Prepare for accessibility, Add alternate text.
Clause: WCAG 2.2 SC 1.1.1; our own
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Node
from lessonkit.check.anypdf.pictures import alt_of, described
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold


def check(subject: AnyPdf) -> Iterator[Finding]:
    known: dict[str, Node] = {}
    for node in described(subject):
        alt = _plain(alt_of(node))
        captions = {_plain(subject.words(each)) for each in _near(node) if each.role in ("Caption", "P")}
        if alt and alt in captions:
            what = f"The alternative text {quoted(alt_of(node))} is the same as the caption."
            yield RULE.fail(what, "Say what the picture shows beyond that.", **subject.spot(node, alt))
        elif alt and node.role == "Figure" and known.setdefault(alt, node) is not node:
            what = f"Two pictures have the same alternative text, {quoted(alt_of(node))}."
            yield RULE.review(what, "Say what sets them apart, if anything does.", **subject.spot(node, alt))


def _near(node: Node) -> list[Node]:
    """What is in the picture's element, and what stands beside it."""
    beside = node.parent.nodes if node.parent is not None else []
    at = beside.index(node) if node in beside else 0
    return [*node.nodes, *beside[max(0, at - 1) : at + 2]]


def _plain(text: str) -> str:
    return fold(text).casefold().rstrip(".")


RULE = read_rule(__name__, __doc__, check)
