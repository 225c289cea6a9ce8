"""A link in a sentence looks like one.

Who sees the page, or sees it badly, finds a link by its line or its looks; one that looks like its neighbours is known
to a screen reader alone.

Passes: underlined words; words in bold and another colour; an address, which is known by itself.
Fails: For a person to look at: a link in a sentence, in the colour and weight of the words around it.
Fix: In Word, give it the style Hyperlink, and export again.
Clause: WCAG 2.2 SC 1.4.1 (technique G182); our own
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lessonkit.check.anypdf.facts import Box, Page, Run
from lessonkit.check.anypdf.linking import Linked, linked
from lessonkit.check.anypdf.subject import AnyPdf, Block, quoted
from lessonkit.check.rule import Finding, read_rule

TODO = "Underline it, or let it differ in weight and colour."
ADDRESS = re.compile(r"@|://|www\.|\.[a-z]{2,}\b|^[\d\s()+.–-]+$", re.IGNORECASE)
FEWEST_AROUND = 12
"""Letters of the sentence around it."""
MOST_LINKS, MOST_LINES = 300, 3_000
THIN = 3.0
"""Points: a line, not an area."""
BELOW, ABOVE = 0.4, 0.1
"""In parts of the size, from the baseline: where a line under words lies."""
LONG = 0.6
"""In parts of the words."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    blocks = {id(run): block for block in subject.blocks for run in block.runs}
    lines: dict[int, list[Box]] = {}
    found: list[Linked] = []
    for link in islice(linked(subject), MOST_LINKS):
        runs = [run for run in subject.runs(link.node) if run.text.strip()]
        leads_out = any(each.address and not each.framed for each in link.annotations)
        if not runs or not leads_out or link.has_picture or ADDRESS.search(link.words) or id(runs[0]) not in blocks:
            continue
        if _looks_like_its_neighbours(runs, blocks[id(runs[0])]):
            page = subject.facts.pages[runs[0].page - 1]
            if not _is_underlined(runs[0], lines.setdefault(page.number, _lines(page))):
                found.append(link)
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        what = f"The link {quoted(found[0].words)}{more} looks like the words around it."
        yield RULE.review(what, TODO, **found[0].spot)


def _looks_like_its_neighbours(runs: list[Run], block: Block) -> bool:
    own = set(map(id, runs))
    around = [run for run in block.runs if id(run) not in own and run.text.strip()]
    looks = {(run.colour, run.face.bold, run.face.italic) for run in around}
    enough = sum(len(run.text.strip()) for run in around) >= FEWEST_AROUND
    return enough and all((run.colour, run.face.bold, run.face.italic) in looks for run in runs)


def _lines(page: Page) -> list[Box]:
    drawn = (each.box for each in islice((*page.strokes, *page.fills), MOST_LINES))
    return [box for box in drawn if box.height <= THIN < box.width]


def _is_underlined(run: Run, lines: list[Box]) -> bool:
    low, high = run.baseline - BELOW * run.size, run.baseline + ABOVE * run.size
    over = (min(line.right, run.box.right) - max(line.left, run.box.left) for line in lines if low < line.top < high)
    return sum(max(0.0, width) for width in over) > LONG * run.box.width


RULE = read_rule(__name__, __doc__, check)
