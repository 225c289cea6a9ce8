"""What looks like a heading is tagged as one.

People who see the page find their way by its headings. A large bold line that is tagged as a paragraph is none for a
screen reader: it cannot be jumped to.

Passes: a large bold line tagged as H2.
Fails: a line that looks like the other headings, tagged as P.
Fix: In Word, give it a Heading style and export again. In Acrobat, Fix reading order, draw a box around it and choose
Heading.
Clause: PDF/UA-1 7.4; WCAG 2.2 SC 1.3.1; Matterhorn 13-004, 14
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

from lessonkit.check.anypdf.subject import AnyPdf, Block, quoted, same_line
from lessonkit.check.rule import Finding, read_rule

TODO = "Tag it as a heading of the level it has; in Word use the styles Heading 1, Heading 2 …"
LARGER = 1.15
"""In parts of the body's size."""
SLIGHTLY = 1.05
MOST_WORDS = 14
GROUPS = frozenset({"Div", "Sect", "Aside", "Art", "Part", "BlockQuote", "NonStruct"})
ELSEWHERE = ("Table", "L", "TOC", "Note", "FENote", "Caption", "Figure", "Form", "Index", "Title")
SENTENCE_ENDS = tuple(".,;:!”’)…")

Look: TypeAlias = tuple[str, float]


def check(subject: AnyPdf) -> Iterator[Finding]:
    looks = {_look(block) for block in subject.headings if block.runs}
    similar: dict[Look, list[Block]] = {}
    cells = {block for one, other in pairwise(subject.blocks) if _are_beside(one, other) for block in (one, other)}
    for block, following in pairwise([*subject.blocks, None]):
        if block is None or following is None or block in cells or not _may_be(subject, block, following):
            continue
        if _look(block) in looks and not _follows_title(block, subject):
            what = f"{quoted(block.text)} looks like the headings but is tagged as {block.node.role}."
            yield RULE.fail(what, TODO, **block.spot)
        elif not _follows_title(block, subject):
            similar.setdefault(_look(block), []).append(block)
    for block in subject.blocks:
        if line := _run_in(block, looks):
            what = f"{quoted(line)} looks like the headings but is the beginning of a {block.node.role}."
            yield RULE.fail(what, TODO, **block.spot)
    for blocks in similar.values():
        first, more = blocks[0], f" (and {len(blocks) - 1} more)" if len(blocks) > 1 else ""
        what = f"{quoted(first.text)}{more} looks like a heading but is tagged as {first.node.role}."
        yield RULE.review(what, TODO, **first.spot)


def _run_in(block: Block, looks: set[Look]) -> str:
    """The first line of a paragraph if it looks like a heading, and the others do not."""
    if block.node.role != "P" or len(block.lines) < 2:
        return ""
    first, rest = block.lines[0].runs, [run for line in block.lines[1:] for run in line.runs if run.text.strip()]
    shown = [run for run in first if run.text.strip()]
    alike = {(run.face.name, round(run.size)) for run in shown}
    larger = bool(shown and rest) and min(run.size for run in shown) > max(run.size for run in rest) * SLIGHTLY
    return block.lines[0].text if alike and alike <= looks and larger else ""


def _may_be(subject: AnyPdf, block: Block, following: Block) -> bool:
    """A short line of its own that is larger than the text, or bold, above some text."""
    if block.node.role not in ("P", "Span", "Div", "NonStruct") or block.node.inside(*ELSEWHERE):
        return False
    if not _is_short(block) or _is_title_like(following, subject) or following.node.role in ("TOC", "TOCI"):
        return False
    if _is_caption(block):
        return False
    larger = block.size >= LARGER * subject.body_size
    return larger or (block.bold and not _opens_a_group(block))


def _is_caption(block: Block) -> bool:
    """Above a table or beside a picture."""
    if block.node.original.casefold().startswith("caption"):
        return True
    beside = block.node.parent.nodes if block.node.parent is not None else []
    at = beside.index(block.node)
    before, after = beside[max(0, at - 1) : at], beside[at + 1 : at + 2]
    pictures = any(each.role == "Figure" for node in (*before, *after) for each in node.walk())
    return pictures or any(node.role == "Table" for node in after)


def _are_beside(one: Block, other: Block) -> bool:
    """On one line, as the cells of a row are."""
    return bool(one.runs and other.runs) and one.page == other.page and same_line(one.runs[0], other.runs[0])


def _look(block: Block) -> Look:
    drawn = [run for run in block.runs if run.text.strip()]
    return (drawn[0].face.name if drawn else "", round(block.size))


def _is_short(block: Block) -> bool:
    """A line or two that is no sentence."""
    words = block.text.split()
    return 0 < len(words) <= MOST_WORDS and len(block.lines) <= 2 and not block.text.endswith(SENTENCE_ENDS)


def _is_title_like(following: Block, subject: AnyPdf) -> bool:
    """A line above a heading, or above another line as large, introduces it."""
    if following.node.inside("TOC"):
        return True  # what stands above a list of contents is its title
    return following.node.role.startswith("H") or following.size >= LARGER * subject.body_size


def _opens_a_group(block: Block) -> bool:
    """The bold first line of a box is its title."""
    parent = block.node.parent
    return parent is not None and parent.role in GROUPS and parent.nodes[0] is block.node and len(parent.nodes) > 1


def _follows_title(block: Block, subject: AnyPdf) -> bool:
    """A line directly under a heading is its subtitle."""
    at = subject.blocks.index(block)
    return at > 0 and subject.blocks[at - 1].node.role.startswith("H")


RULE = read_rule(__name__, __doc__, check)
