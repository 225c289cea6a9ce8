"""What looks like a list is tagged as one.

A screen reader says how many items a list has and where it ends; paragraphs that begin with a dot lose that.

Passes: an L with three LI.
Fails: three paragraphs that begin with “•” or with 1., 2., 3.; a list whose last item is a paragraph; lines in a
cell of a table that begin with “•”.
Fix: In Word, select the lines and choose Bullets or Numbering; then export again. In Acrobat, Tags panel, New Tag: a
List with a List Item and its List Item Body for each line.
Clause: PDF/UA-1 7.6; WCAG 2.2 SC 1.3.1; Matterhorn 16
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.anypdf.facts import Node
from lessonkit.check.anypdf.labels import CLEAR, bullet_of, number_of
from lessonkit.check.anypdf.subject import AnyPdf, Block, quoted, same_line
from lessonkit.check.rule import Finding, read_rule

TODO = "Make it a real list in the source, and export it again; or tag it as L, LI, Lbl and LBody."
DASHES = "-–—"
CELLS = ("TD", "TH")
NOT_HERE = ("L", "TOC", "Note", "FENote", "Index", "BibEntry", "Code")


def check(subject: AnyPdf) -> Iterator[Finding]:
    loose = [block for block in subject.blocks if not _is_elsewhere(block)]
    told: set[int] = set()
    for block in loose:
        starts = [line.text for line in block.lines]
        if any(_follow(one, other) for one, other in pairwise(starts)):
            told.add(id(block))
            yield _finding(block, starts)
    outside = [block for block in loose if not block.node.inside("Table") and not block.node.role.startswith("T")]
    yield from _bullets_alone(outside)
    yield from _numbers_alone(outside)
    yield from _left_out(subject, outside)
    for one, other in pairwise(loose):
        if id(one) in told or one.node.parent is not other.node.parent or not _follow(one.text, other.text):
            continue
        if one.node.role in CELLS:  # each may begin with a bullet or a number of its own
            continue
        if id(one.node) not in told:
            yield _finding(one, [one.text, other.text])
        told |= {id(one.node), id(other.node)}


def _left_out(subject: AnyPdf, loose: list[Block]) -> Iterator[Finding]:
    """The first or the last item of a list that is a paragraph beside it."""
    blocks = {block.node: block for block in loose}
    for parent in dict.fromkeys(block.node.parent for block in loose):
        for one, other in pairwise(parent.nodes if parent else ()):
            block, beside = blocks.get(other, blocks.get(one)), one if other in blocks else other
            items = beside.nodes if beside.role == "L" and block is not None else []
            if block is not None and items and _joins(subject, one, other, items, block):
                yield _finding(block, [block.text])


def _joins(subject: AnyPdf, one: Node, other: Node, items: list[Node], block: Block) -> bool:
    """Whether a paragraph goes on as the items of a list begin, or goes before them."""
    before = block.text if block.node is one else subject.words(items[-1])
    after = block.text if block.node is other else subject.words(items[0])
    return _follow(before, after)


def _bullets_alone(loose: list[Block]) -> Iterator[Finding]:
    """Bullets that are elements of their own, beside their words."""
    alone = [block for block in loose if block.text.strip() in CLEAR and block.text.strip()]
    following = {id(block): after for block, after in pairwise(loose)}
    if len(alone) > 1 and id(alone[0]) in following:
        yield _finding(alone[0], [f"{alone[0].text} {following[id(alone[0])].text}"])


def _numbers_alone(loose: list[Block]) -> Iterator[Finding]:
    """Numbers that count on, each an element of its own, with its words beside it on one line."""
    found = [(one, other) for one, other in pairwise(loose) if _is_number_beside(one, other)]
    if found and any(_follow(one.text, other.text) for (one, _), (other, _) in pairwise(found)):
        number, words = found[0]
        yield _finding(number, [f"{number.text} {words.text}"])


def _is_number_beside(one: Block, other: Block) -> bool:
    alone = number_of(one.text) is not None and " " not in one.text.strip()
    beside = bool(one.runs and other.runs) and one.page == other.page and same_line(one.runs[-1], other.runs[0])
    return alone and beside and other.runs[0].box.left >= one.runs[-1].box.right


def _is_elsewhere(block: Block) -> bool:
    role = block.node.role
    return (role.startswith(("H", "T", "L", "Caption")) and role not in CELLS) or block.node.inside(*NOT_HERE)


def _follow(one: str, other: str) -> bool:
    """Whether both begin with the same bullet, or with a number and the next."""
    bullet, first = bullet_of(one), number_of(one)
    if bullet and bullet == bullet_of(other):
        return True
    second = number_of(other)
    return first is not None and second is not None and first[0] == second[0] and second[1] == first[1] + 1


def _finding(block: Block, starts: list[str]) -> Finding:
    bullets = {bullet_of(start) for start in starts} - {""}
    outcome = RULE.review if bullets and bullets <= set(DASHES) else RULE.fail
    what = f"{quoted(starts[0].strip())} begins what looks like a list but is tagged as {block.node.role}."
    return outcome(what, TODO, **block.spot)


RULE = read_rule(__name__, __doc__, check)
