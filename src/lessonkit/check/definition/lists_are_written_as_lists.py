"""A list is written as a list, not with bullets or numbers typed into a paragraph.

A screen reader says how many points a list has and moves from one to the next; typed dots run together in one sentence.

Passes: points with one line for each point.
Fails: a text that says “• Stay calm • Listen”.
Clause: WCAG 2.2 SC 1.3.1 (technique H48); PDF/UA-1 7.6
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, paragraphs, passages, spoken
from lessonkit.source.markdown import parse_markdown

BULLETS = "•●▪■◦‣∙➤➢✓✔☐☑"
TYPED = re.compile(rf"(?:^|\s)[{BULLETS}]\s|\n(?:[-–*·]|\(?(?:\d{{1,2}}|[a-z])[.)])\s")
"""A bullet anywhere; a dash, figure or letter at the start of a line that follows a forced line end."""


def check(subject: Sources) -> Iterator[Finding]:
    for passage in passages(subject.definition):
        for paragraph in paragraphs(parse_markdown(passage.text)):
            if match := TYPED.search(spoken(paragraph.inlines, "\n")):
                what = f"“{match[0].strip()}” begins a point of a list that is typed into a paragraph."
                yield RULE.fail(what, "Use a `points`, `steps` or `checklist` block.", paragraph.place)


RULE = read_rule(__name__, __doc__, check)
