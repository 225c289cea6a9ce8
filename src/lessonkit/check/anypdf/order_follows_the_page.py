"""Things are read in the order in which they stand on the page.

A screen reader follows the structure. Where that jumps back up a column, sentences come before what they rest on.

Passes: down the left column, then down the right one; the panels of a folded leaflet, one after the other.
Fails: a paragraph that is read after the one below it; a row of a table after the one below it; two cells of a row in
each other’s place, so that each is heard under the header of the other; a cell that stands in another row; a caption on
another page than its picture, or beside none, or above its table and read after it; words of a line, or
paragraphs of a cell, in each other’s place.
Fix: In Acrobat, open the Tags panel and drag the elements into the order in which they are read.
Clause: WCAG 2.2 SC 1.3.2; PDF/UA-1 7.2; Matterhorn 09-001
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise
from unicodedata import bidirectional

from lessonkit.check.anypdf.facts import Box, Node, Page, Run
from lessonkit.check.anypdf.subject import AnyPdf, Block, around, quoted
from lessonkit.check.anypdf.table_order import steps_aside, strays
from lessonkit.check.rule import Finding, read_rule

NOTES = ("Note", "FENote")
FLOATING = (*NOTES, "Figure", "Caption", "Table", "Aside", "Formula", "Form", "TOC")
CAPTIONED = ("Figure", "Table", "Formula", "Form", "L", "TOC", "TOCI", "Index", "Code", "Aside", "Note")
TODO = "If that is not meant, change the order in the source, or in the tags."
OVERLAP = 0.5
LEVEL = 0.5
"""Points between the baselines of words that stand beside each other."""
SLACK = 2.0
"""Points that a line may reach into the one above."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    upright = {page.number for page in subject.facts.pages if page.box.height > page.box.width and not page.rotated}
    yield from _pages([block for block in subject.blocks if block.page in upright])
    for page in subject.facts.pages:
        if not page.rotated:
            blocks = [block for block in subject.blocks if block.page == page.number]
            yield from _page(page, [block for block in blocks if _flows(block)])
            yield from _page(page, [block for block in blocks if _is_note(block)])
    yield from _tables(subject)
    yield from _captions(subject)
    yield from _captions_alone(subject)
    yield from _late_captions(subject)
    yield from _parts(subject)
    yield from _cells(subject)


def _tables(subject: AnyPdf) -> Iterator[Finding]:
    """The first step of each table that goes up, or against the others along its row; else the first cell astray."""
    for table in subject.facts.nodes:
        if table.role != "Table":
            continue
        if step := next(steps_aside(subject, table), None):
            before, after = (quoted(subject.words(cell)) for cell in step)
            what = f"In a table, the cell {after} is read after {before}, which stands behind it on the page."
            yield RULE.review(what, TODO, **subject.spot(step.after))
        elif stray := next(strays(subject, table), None):
            before, after = (quoted(subject.words(cell)) for cell in stray)
            what = f"In a table, the cell {after} is read in the row of {before} but stands beside another one."
            yield RULE.fail(what, TODO, **subject.spot(stray.after))


def _cells(subject: AnyPdf) -> Iterator[Finding]:
    """The first step up from one part of each cell to the next: a cell is a column of its own."""
    told: set[Node] = set()
    for one, other in pairwise(block for block in subject.blocks if block.text and block.page):
        cell = _cell(one.node)
        if cell is None or cell in told or cell is not _cell(other.node) or one.page != other.page:
            continue
        if _goes_up(_box(one, one.page), _box(other, one.page)):
            told.add(cell)
            what = f"In a cell, {quoted(other.text)} is read after {quoted(one.text)}, which stands below it."
            yield RULE.review(what, TODO, **other.spot)


def _cell(node: Node) -> Node | None:
    return next((each for each in (node, *node.above()) if each.role in ("TD", "TH")), None)


def _captions(subject: AnyPdf) -> Iterator[Finding]:
    """Captions that stand on another page than what they belong to."""
    told: set[Node] = set()
    for block in subject.blocks:
        parent = block.node.parent
        if block.node.role != "Caption" or not block.page or parent is None or parent in told:
            continue
        told.add(parent)
        beside = (node for node in parent.nodes if node.role != "Caption")
        pages = {content.page for node in beside for content in subject.contents(node) if content.page}
        if pages and not min(pages) <= block.page <= max(pages):
            what = f"The caption {quoted(block.text)}, on page {block.page}, belongs to what is on page {min(pages)}."
            yield RULE.review(what, TODO, **block.spot)


def _late_captions(subject: AnyPdf) -> Iterator[Finding]:
    """Captions above a table that are read after it: nobody hears first what the table tells."""
    for block in subject.blocks:
        table = block.node.parent
        if block.node.role != "Caption" or table is None or table.role != "Table" or table.nodes[-1] is not block.node:
            continue
        cells = [run for node in table.nodes[:-1] for run in subject.runs(node)]
        beside = [run for run in cells if run.page == block.page == cells[0].page]
        if beside and _goes_up(around(beside), _box(block, block.page)):
            what = f"The caption {quoted(block.text)} stands above its table but is read after it."
            yield RULE.review(what, "Make it the first element of the table.", **block.spot)


def _captions_alone(subject: AnyPdf) -> Iterator[Finding]:
    """Captions that stand beside nothing that has one."""
    for block in subject.blocks:
        parent = block.node.parent
        if block.node.role == "Caption" and parent is not None and not _belongs(block.node, parent):
            what = f"The caption {quoted(block.text)} stands beside nothing that has one."
            yield RULE.review(what, "Move it to its picture or table, or tag it as a paragraph.", **block.spot)


def _belongs(caption: Node, parent: Node) -> bool:
    """Whether a picture, a table or a list is around a caption, or stands before or after it; a Div may be one."""
    others = [node for node in parent.nodes if node.role != "Caption" or node is caption]
    at = others.index(caption)
    near = {each.role for node in others[max(0, at - 1) : at + 2] for each in node.walk()}
    return parent.role == "Div" or bool({parent.role, *(each.role for each in parent.above()), *near} & set(CAPTIONED))


def _pages(blocks: list[Block]) -> Iterator[Finding]:
    """The first step from a page to one before it; the panels on a lying page may be folded into any order."""
    for one, other in pairwise(block for block in blocks if _flows(block)):
        if other.page < one.page:
            what = f"{quoted(other.text)}, on page {other.page}, is read after {quoted(one.text)}, on page {one.page}."
            yield RULE.review(what, TODO, **other.spot)
            return


def _flows(block: Block) -> bool:
    """Words of the text itself: not those that may stand anywhere."""
    return block.node.role not in FLOATING and not block.node.inside(*FLOATING) and bool(block.text)


def _is_note(block: Block) -> bool:
    return block.node.role in NOTES or block.node.inside(*NOTES)


def _page(page: Page, blocks: list[Block]) -> Iterator[Finding]:
    """The first step back on a page; the others follow from it, or are like it."""
    for one, other in pairwise(blocks):
        before, after = _box(one, page.number), _box(other, page.number)
        if _goes_up(before, after) or (page.box.height > page.box.width and _goes_left(before, after)):
            what = f"On page {page.number}, {quoted(other.text)} is read after {quoted(one.text)}, which stands"
            where = "below it" if _goes_up(before, after) else "to the right of it"
            yield RULE.review(f"{what} {where}.", TODO, **other.spot)
            return
    for block in blocks:
        for above, below in pairwise(line for line in block.lines if line.page == page.number):
            if above.runs[0].level and below.runs[0].level and _goes_up(above.box, below.box):
                what = f"On page {page.number}, {quoted(below.text)} is read after {quoted(above.text)}, which stands"
                yield RULE.review(f"{what} below it in the same paragraph.", TODO, **block.spot)
                return


def _parts(subject: AnyPdf) -> Iterator[Finding]:
    """Words of a line, in a cell too, that are read after those to their right, from another piece of content."""
    for block in subject.blocks:
        pairs = [] if block.node.inside("Formula", "Figure") else [pairwise(line.runs) for line in block.lines]
        if step := next((pair for pair in chain.from_iterable(pairs) if _steps_back(*pair)), None):
            right, left = (quoted(run.text) for run in step)
            what = f"On page {block.page}, {left} is read after {right}, which stands to the right of it"
            yield RULE.review(f"{what} in the same line.", TODO, **block.spot)


def _steps_back(one: Run, other: Run) -> bool:
    level = one.level and other.level and abs(one.baseline - other.baseline) <= LEVEL
    back = one.content != other.content and other.box.right <= one.box.left + SLACK
    return level and back and _runs_right(one.text) and _runs_right(other.text)


def _runs_right(text: str) -> bool:
    """Whether words are there, and none of a script that is written from right to left."""
    return any(map(str.isalnum, text)) and {"R", "AL", "AN"}.isdisjoint(map(bidirectional, text))


def _box(block: Block, page: int) -> Box:
    return around(run for run in block.runs if run.page == page)


def _goes_up(before: Box, after: Box) -> bool:
    shared = min(before.right, after.right) - max(before.left, after.left)
    return after.bottom >= before.top - SLACK and shared > OVERLAP * min(before.width, after.width)


def _goes_left(before: Box, after: Box) -> bool:
    """On an upright page; on a lying one the panels of a leaflet may be folded into any order."""
    shared = min(before.top, after.top) - max(before.bottom, after.bottom)
    return after.right < before.left and shared > OVERLAP * min(before.height, after.height)


RULE = read_rule(__name__, __doc__, check)
