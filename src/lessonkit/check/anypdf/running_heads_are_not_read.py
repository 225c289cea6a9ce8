"""What stands at the head or foot of every page is decoration.

Read aloud on each page, it cuts sentences that go on on the next one.

Passes: a running head as an artifact of the type Pagination.
Fails: the name of the school at the top of each page, tagged as a paragraph.
Fix: In Word, put it into the header or footer and export again. In Acrobat, Fix reading order, Background/Artifact.
Clause: PDF/UA-1 7.8; Matterhorn 17
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.anypdf.subject import HEADINGS, AnyPdf, Block, quoted
from lessonkit.check.rule import Finding, read_rule

MARGIN = 0.1
"""In parts of the page."""
NUMBER = re.compile(r"\d+")
ALIGNED = 3.0


def check(subject: AnyPdf) -> Iterator[Finding]:
    found: dict[str, list[Block]] = {}
    for block in subject.blocks:
        if (
            block.page
            and len(block.lines) == 1
            and not block.node.inside("Table", "TOC")
            and _in_margin(subject, block)
        ):
            found.setdefault(_plain(block), []).append(block)
    for blocks in found.values():
        one = blocks[0]
        pages = {block.page for block in blocks if abs(block.runs[0].baseline - one.runs[0].baseline) <= ALIGNED}
        if len(pages) > 1:
            what = f"{quoted(one.text)} stands in the margin of {len(pages)} pages and is read on each."
            yield RULE.review(what, "Mark it as an artifact, or put it into the header of the source.", **one.spot)


def _plain(block: Block) -> str:
    """The words; without their numbers, unless they are a heading such as “Part 2”."""
    words = block.text.casefold()
    return words if block.node.role in HEADINGS else NUMBER.sub("0", words)


def _in_margin(subject: AnyPdf, block: Block) -> bool:
    page = subject.facts.pages[block.page - 1].box
    at = (block.runs[0].baseline - page.bottom) / max(1.0, page.height)
    return not MARGIN < at < 1 - MARGIN


RULE = read_rule(__name__, __doc__, check)
