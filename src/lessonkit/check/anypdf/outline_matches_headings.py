"""The bookmarks are the headings, in their order and on their pages.

Bookmarks are the list of contents that every PDF reader can show; a wrong one leads astray.

Passes: a bookmark for each heading, one level down for each level.
Fails: a bookmark that leads to another page than its heading is on, or below it; bookmarks in another order; none in a
long file.
Fix: In Word, save as PDF with Options, “Create bookmarks using headings”. In Acrobat, Bookmarks panel, New Bookmarks
from Structure.
Clause: WCAG 2.2 SC 2.4.5 (technique PDF2); PDF/UA-1 7.17
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.anypdf.facts import Bookmark
from lessonkit.check.anypdf.subject import AnyPdf, Block, around, quoted
from lessonkit.check.rule import Finding, read_rule

TODO = "Make the bookmarks from the headings, and export it again."
MANY_HEADINGS = 3
BELOW = 40.0
"""Points: some programs name the line of a heading, or the one after it."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    headings, outline = [block for block in subject.headings if block.text], subject.facts.outline
    if not outline:
        if len(headings) >= MANY_HEADINGS and len(subject.facts.pages) > 1:
            yield RULE.review(f"The file has {len(headings)} headings and no bookmarks.", TODO)
        return
    yield from (
        RULE.fail(f"The bookmark {quoted(entry.title)} leads nowhere.", TODO) for entry in outline if entry.page == 0
    )
    if headings:
        yield from _compared(outline, headings)


def _compared(outline: list[Bookmark], headings: list[Block]) -> Iterator[Finding]:
    """Each bookmark beside the heading with its words; the first fault of each kind is told."""
    pairs, used = [], set[int]()
    for entry in outline:
        found = [at for at, block in enumerate(headings) if at not in used and _same(entry.title, block.text)]
        if found:
            used.add(found[0])
            pairs.append((entry, found[0]))
        elif entry.title:
            yield RULE.review(f"The bookmark {quoted(entry.title)} is not a heading.", TODO)
    for at, block in enumerate(headings):
        levels = {_level(headings[other]) for other in used}
        if at not in used and _level(block) in levels and not opens_contents(block):
            yield RULE.review(f"The heading {quoted(block.text)} has no bookmark.", TODO, **block.spot)
    yield from _each(pairs, headings)


def _each(pairs: list[tuple[Bookmark, int]], headings: list[Block]) -> Iterator[Finding]:
    for entry, at in pairs:
        if entry.page and headings[at].page and entry.page != headings[at].page:
            what = f"The bookmark {quoted(entry.title)} leads to page {entry.page}; its heading is on page"
            yield RULE.fail(f"{what} {headings[at].page}.", TODO, **headings[at].spot)
        elif entry.page and is_below(entry.top, headings[at]):
            what = f"The bookmark {quoted(entry.title)} leads to a place below its heading."
            yield RULE.fail(what, TODO, **headings[at].spot)
    for (entry, at), (following, after) in pairwise(pairs):
        if after < at:
            yield RULE.fail(f"The bookmark {quoted(following.title)} comes too late.", TODO)
            return
        steps = following.level - entry.level, _level(headings[after]) - _level(headings[at])
        if _sign(steps[0]) != _sign(steps[1]):
            yield RULE.fail(f"The bookmark {quoted(following.title)} is on another level than its heading.", TODO)
            return


def is_below(top: float | None, heading: Block) -> bool:
    """Whether a place is so far below a heading that whoever goes there does not see it."""
    return top is not None and bool(heading.runs) and around(heading.runs).bottom > top + BELOW


def opens_contents(block: Block) -> bool:
    """The heading of a list of contents needs no bookmark."""
    beside = block.node.parent.nodes if block.node.parent is not None else []
    at = beside.index(block.node) + 1 if block.node in beside else 0
    return [node.role for node in beside[at : at + 1]] == ["TOC"]


def _same(title: str, heading: str) -> bool:
    """The same letters; a number before a heading may be left out."""
    one, other = (re.sub(r"\W", "", text.casefold()) for text in (title, heading))
    return one == other or (len(one) > 3 and (one in other or other in one) and bool(other))


def _level(block: Block) -> int:
    return int(block.node.role[1:] or 0)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


RULE = read_rule(__name__, __doc__, check)
