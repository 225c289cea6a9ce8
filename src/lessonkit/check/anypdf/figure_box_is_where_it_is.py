"""The box of a picture is where the picture is.

Readers that show, enlarge or reflow a picture take it from its box; a wrong one shows something else.

Passes: a BBox around the picture.
Fails: no BBox; one in another corner of the page.
Fix: Export the file again. In Acrobat, Prepare for accessibility, Fix reading order, draw a box around the picture
and choose Figure.
Clause: ISO 32000-1 14.8.5.4.3; PDF/UA-1 7.3
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Box, Node
from lessonkit.check.anypdf.pictures import alt_of, drawn_of
from lessonkit.check.anypdf.subject import AnyPdf, at, quoted
from lessonkit.check.rule import Finding, read_rule

TODO = "Export the file again; the program that made it should write the box."
SHARE = 0.5
"""Of what is drawn: so much lies inside the box."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in subject.facts.nodes:
        if node.role == "Figure" and not node.inside("Figure") and subject.contents(node):
            yield from _figure(subject, node)


def _figure(subject: AnyPdf, node: Node) -> Iterator[Finding]:
    drawn = drawn_of(subject, node)
    if len({each.page for each in drawn}) > 1:
        return
    named = f"The picture {quoted(alt_of(node))}" if alt_of(node) else "A picture"
    box = _box(node)
    if box is None:
        yield RULE.fail(f"{named} does not say where it is.", TODO, **subject.spot(node))
    elif drawn:
        around = drawn[0].box
        for each in drawn:
            around = around.joins(each.box)
        if around.area and around.meets(box).area < SHARE * around.area:
            what = f"{named} says that it is somewhere else than it is drawn."
            yield RULE.fail(what, TODO, **at(drawn[0].page, "", around))


def _box(node: Node) -> Box | None:
    found = node.attributes.get("BBox")
    if not isinstance(found, list) or len(found) != 4 or not all(isinstance(side, int | float) for side in found):
        return None
    return Box(*(float(side) for side in found))


RULE = read_rule(__name__, __doc__, check)
