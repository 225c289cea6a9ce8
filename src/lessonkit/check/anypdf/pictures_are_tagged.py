"""A picture is tagged as a Figure.

A picture in a paragraph is passed over: nobody hears that there is one, and it has no words.

Passes: a Figure with its alternative text; a decorative picture as an artifact.
Fails: a P that holds nothing but a picture.
Fix: In Word, add alternative text to the picture and export again. In Acrobat, Fix reading order, Figure.
Clause: PDF/UA-1 7.3; WCAG 2.2 SC 1.1.1; Matterhorn 13-004
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Content, Drawn, Node, Run
from lessonkit.check.anypdf.pictures import drawn_of
from lessonkit.check.anypdf.subject import AnyPdf, around, at
from lessonkit.check.rule import Finding, read_rule

PICTURES = ("Figure", "Formula", "Form", "Annot", "Caption")
GRIDS = ("Table", "THead", "TBody", "TFoot", "TR")
"""They hold cells alone: what is drawn in them is lines and grounds."""
THIN = 2.0
"""Points."""
INSIDE = 0.9
"""Of words lies within what is drawn around them."""
SILENT = (*PICTURES, "Lbl")
"""A bullet may be drawn as well: the list says that there is an item."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in subject.facts.nodes:
        own = [kid for kid in node.kids if isinstance(kid, Content)]
        if not own or node.role in SILENT or node.inside(*PICTURES) or node.alt or node.actual_text:
            continue
        pictures = [each for content in own for each in subject.facts.pictures_of.get(content, ())]
        if pictures:
            what = f"A picture on page {pictures[0].page} is tagged as {node.role}, so it is not announced."
            yield RULE.fail(what, TODO, **at(pictures[0].page, "", pictures[0].box))
        elif any(each in subject.facts.shown for each in own) and not (_speaks(subject, own) or _frames(subject, node)):
            what = f"A drawing on page {own[0].page} is tagged as {node.role}, so it is not announced."
            yield RULE.review(what, TODO, **at(own[0].page))


def _speaks(subject: AnyPdf, contents: list[Content]) -> bool:
    return any(run.said.strip() for content in contents for run in subject.facts.runs_of.get(content, ()))


def _frames(subject: AnyPdf, node: Node) -> bool:
    """Whether all that is drawn is lines, or the ground of words in the element: some programs draw them there."""
    words = [run for run in subject.runs(node) if run.text.strip()]
    shapes = [each for each in drawn_of(subject, node) if not isinstance(each, Run) and not _is_line(each)]
    pages = {each.page for each in shapes}
    return bool(words) and (node.role in GRIDS or all(_is_ground(shapes, words, page) for page in pages))


def _is_line(shape: Drawn) -> bool:
    return min(shape.box.width, shape.box.height) <= THIN


def _is_ground(shapes: list[Drawn], words: list[Run], page: int) -> bool:
    """Whether words on a page lie within what is drawn there."""
    text, ground = (around(each for each in drawn if each.page == page) for drawn in (words, shapes))
    return text.meets(ground).area > INSIDE * text.area


TODO = "Tag it as a Figure with an alternative text, or mark it as decoration."


RULE = read_rule(__name__, __doc__, check)
