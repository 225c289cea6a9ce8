"""What is marked as decoration holds no words that a reader needs.

Decoration is never read aloud: a sentence that slipped into it is lost, and no validator notices.

Passes: a page number; a running head; a table's header row, repeated on the next page.
Fails: a paragraph inside an artifact. For a person to look at: a telephone number at the foot of the pages that stands
nowhere else.
Fix: In Acrobat, Prepare for accessibility, Fix reading order: draw a box around the words and choose Text.
Clause: PDF/UA-1 7.1; Matterhorn 01-002
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.anypdf.contacts import contacts, is_among, mails
from lessonkit.check.anypdf.facts import Page
from lessonkit.check.anypdf.subject import AnyPdf, Line, lines, quoted, spot_of
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

TODO = "If it says something, tag it as what it is."
MARGIN = 0.12
"""In parts of the page: running heads and feet stand outside it."""
RUNNING = ("Pagination", "Header", "Footer", "PageNum", "Watermark", "LineNum", "BatesN", "Redaction")
SMALL = 0.6
"""In parts of the body's size."""
NUMBER = re.compile(r"\d+")
FEW_WORDS = 3
CELL_GAP = 0.5
"""In parts of the size: wider than between words."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    if not subject.facts.nodes:
        return
    found = [(page, line) for page in subject.facts.pages for line in _lines(page)]
    pages = Counter(text for text, _ in {(_plain(line), page.number) for page, line in found})
    read = fold(" ".join(block.text for block in subject.blocks)).casefold()
    known = {*subject.telephones, *mails(read)}
    for page, line in found:
        words = fold(line.text)
        reached = {each for each in contacts(words) if not is_among(known, each)}
        small = max(run.size for run in line.runs) < SMALL * subject.body_size
        running = pages[_plain(line)] > 1 or _is_running(page, line)
        if small or not (any(map(str.isalpha, words)) or reached) or _is_read(line, read):
            continue
        if running and not reached:
            continue
        known |= reached  # each is told once
        what = f"{quoted(words)} on page {page.number} is marked as decoration, so it is not read."
        outcome = RULE.fail if len(words.split()) >= FEW_WORDS and not running else RULE.review
        yield outcome(what, TODO, **spot_of(line.runs))


def _lines(page: Page) -> list[Line]:
    return lines([run for run in page.runs if run.artifact is not None and run.text.strip() and run.mode != 3])


def _is_read(line: Line, read: str) -> bool:
    """Whether the words stand elsewhere as real text, such as those of a header row that is repeated, cell by cell."""
    cells = [line.runs[0].text]
    for one, other in pairwise(line.runs):
        apart = other.box.left - one.box.right > CELL_GAP * other.size
        cells = [*cells, other.text] if apart else [*cells[:-1], cells[-1] + other.text]
    return all(fold(cell).casefold() in read for cell in cells)


def _plain(line: Line) -> str:
    """The words without their numbers, so that the feet of all pages are the same."""
    return NUMBER.sub("0", fold(line.text)).casefold()


def _is_running(page: Page, line: Line) -> bool:
    """Whether it says that it is a running head or foot, or a watermark, and stands where one stands."""
    kind = line.runs[0].artifact
    if kind == "Watermark":
        return True
    middle = (line.box.bottom + line.box.top) / 2 - page.box.bottom
    return kind in RUNNING and not MARGIN * page.box.height < middle < (1 - MARGIN) * page.box.height


RULE = read_rule(__name__, __doc__, check)
