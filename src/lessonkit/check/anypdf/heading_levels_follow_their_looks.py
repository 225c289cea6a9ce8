"""Headings that look alike have one level, and the higher level looks larger.

The levels are to a listener what size and weight are to a reader; where both differ, one of them gets lost.

Passes: H1 of 22 points, H2 of 17, H3 of 13.
Fails: H2 of 13 points below H3 of 17; H2 of 17 points and of 13.
Fix: In Word, give each heading the style of its level, and export again. In Acrobat, Tags panel, Properties, Type.
Clause: PDF/UA-1 7.4; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from lessonkit.check.anypdf.subject import AnyPdf, Block, quoted
from lessonkit.check.rule import Finding, read_rule

ALIKE = 1.15
"""So many times larger counts as another look."""
FEWEST = 2


def check(subject: AnyPdf) -> Iterator[Finding]:
    sizes: dict[int, list[tuple[float, Block]]] = {}
    for block in subject.headings:
        if block.node.role != "H" and block.runs and not block.node.inside("Table"):
            sizes.setdefault(int(block.node.role[1]), []).append((block.size, block))
    usual = {level: median(size for size, _ in found) for level, found in sizes.items()}
    for level, below in zip(sorted(usual), sorted(usual)[1:], strict=False):
        if usual[below] > ALIKE * usual[level]:
            one, other = sizes[level][0][1], sizes[below][0][1]
            what = f"{quoted(other.text)}, of level {below}, looks larger than {quoted(one.text)}, of level {level}."
            yield RULE.review(what, "Give each heading the level that it looks like.", **other.spot)
    for level, found in sizes.items():
        small, large = min(found, key=_size), max(found, key=_size)
        others = [size for size, _ in found if size < large[0] / ALIKE]
        if level > 1 and large[0] > ALIKE * small[0] and min(len(others), len(found) - len(others)) >= FEWEST:
            what = f"{quoted(large[1].text)} and {quoted(small[1].text)} are both of level {level} and look different."
            yield RULE.review(what, "Give each heading the level that it looks like.", **small[1].spot)


def _size(found: tuple[float, Block]) -> float:
    return found[0]


RULE = read_rule(__name__, __doc__, check)
