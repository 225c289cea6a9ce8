"""Text is set to one side, not justified.

Justified lines have gaps of different widths, which run into rivers of white; with dyslexia the eye falls into them.

Passes: align: left.
Fails: align: justified.
Clause: WCAG 2.2 SC 1.4.8; British Dyslexia Association, Dyslexia friendly style guide
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import List, Paragraph
from lessonkit.problems import Place


def check(subject: Designed) -> Iterator[Finding]:
    theme = subject.theme
    paragraphs = [(block.style, block.place) for block in subject.blocks(Paragraph)]
    lists = [(block.style, block.place) for block in subject.blocks(List)]
    first: dict[str, Place] = {}
    for name, place in paragraphs + lists:
        first.setdefault(name, place)
    for name, place in first.items():
        if name in theme.styles and theme.styles[name].align == "justified":
            what = f"Theme {theme.name}: text in the style {name} is justified."
            yield RULE.review(what, "Write `align: left` in the theme.", place)


RULE = read_rule(__name__, __doc__, check)
