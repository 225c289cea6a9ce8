"""A list is written as a list, not with bullets or numbers typed into a paragraph.

A screen reader says how many points a list has and moves from one to the next; typed dots run together in one sentence.

Passes: points with one line for each point.
Fails: a text that says “• Stay calm • Listen” or “1) Stay calm 2) Listen”; a point that says “a) Stay calm”.
Clause: WCAG 2.2 SC 1.3.1 (technique H48); PDF/UA-1 7.6
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, models, paragraphs, passages, spoken
from lessonkit.problems import Place
from lessonkit.source.blocks.checklist import Checklist
from lessonkit.source.blocks.points import Points
from lessonkit.source.blocks.steps import Steps
from lessonkit.source.markdown import parse_markdown
from lessonkit.source.values import SourceText

BULLETS = "•●▪■◦‣∙➤➢✓✔☐☑"
TYPED = re.compile(rf"(?:^|\s)[{BULLETS}]\s|\n(?:[-–*·]|\(?(?:\d{{1,2}}|[a-z])[.)])\s")
"""A bullet anywhere; a dash, figure or letter at the start of a line that follows a forced line end."""

COUNTED = re.compile(r"(?:^|\s)(\(?(?:1|a)\)) [^\n]+?[.,;!?] +\(?(?:2|b)\) ")
"""Two labels in one line; points of a list in Markdown have lines of their own."""
LABEL = re.compile(r"\s*(\(?(?:\d{1,2}[.)]|[a-z]\))(?=\s)|Step\s+\d{1,2}(?=\s*[:.–—-]\s))", re.I)
BLOCKS = "Use a `points`, `steps` or `checklist` block."


def check(subject: Sources) -> Iterator[Finding]:
    labelled = {id(item) for item in _items(subject) if LABEL.match(item)}
    for passage in passages(subject.definition):
        if id(passage.text) in labelled:
            yield _labelled(passage.text)
            continue
        if match := COUNTED.search(passage.text):
            yield _typed(match[1], passage.text.place_of(match.start(1)))
            continue
        for paragraph in paragraphs(parse_markdown(passage.text)):
            if match := TYPED.search(spoken(paragraph.inlines, "\n")):
                yield _typed(match[0].strip(), paragraph.place)


def _items(subject: Sources) -> Iterator[SourceText]:
    """The points of lists, which get their bullets and numbers from the layout."""
    for model in models(subject.definition):
        match model:
            case Points():
                yield from model.points
            case Steps():
                yield from model.steps
            case Checklist():
                yield from model.checklist


def _labelled(item: SourceText) -> Finding:
    match = LABEL.match(item)
    assert match is not None
    what = f"“{match[1]}” is typed before this point, which has a number or bullet of its own."
    return RULE.fail(what, "Delete it; numbers come with `steps`.", item.place)


def _typed(label: str, place: Place) -> Finding:
    return RULE.fail(f"“{label}” begins a point of a list that is typed into a paragraph.", BLOCKS, place)


RULE = read_rule(__name__, __doc__, check)
