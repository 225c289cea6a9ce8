"""A picture is tagged as a Figure.

A picture in a paragraph is passed over: nobody hears that there is one, and it has no words.

Passes: a Figure with its alternative text; a decorative picture as an artifact.
Fails: a P that holds nothing but a picture.
Fix: In Word, add alternative text to the picture and export again. In Acrobat, Fix reading order, Figure.
Clause: PDF/UA-1 7.3; WCAG 2.2 SC 1.1.1; Matterhorn 13-004
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Content
from lessonkit.check.anypdf.subject import AnyPdf, at
from lessonkit.check.rule import Finding, read_rule

PICTURES = ("Figure", "Formula", "Form", "Annot", "Caption")
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
        elif any(content in subject.facts.shown for content in own) and not _speaks(subject, own):
            what = f"A drawing on page {own[0].page} is tagged as {node.role}, so it is not announced."
            yield RULE.review(what, TODO, **at(own[0].page))


def _speaks(subject: AnyPdf, contents: list[Content]) -> bool:
    return any(run.said.strip() for content in contents for run in subject.facts.runs_of.get(content, ()))


TODO = "Tag it as a Figure with an alternative text, or mark it as decoration."


RULE = read_rule(__name__, __doc__, check)
