"""Words are parted by real spaces, at the ends of lines too.

A gap that is only seen is not heard: “some bacteria” becomes “somebacteria”.

Passes: a space before the end of each line but the last.
Fails: two lines of a paragraph with no space between them; words set apart by moving the pen.
Fix: Export the file again from its source with another program; this one leaves spaces out.
Clause: ISO 32000-1 14.8.2.5; PDF/UA-1 7.2
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.anypdf.facts import Run
from lessonkit.check.anypdf.subject import AnyPdf, Block, quoted, same_line, spot_of
from lessonkit.check.rule import Finding, read_rule

TODO = "Export it with another program or a newer version; put a real space there."
GAP = 0.18
"""In parts of the size: a wider step between two letters is seen as a space."""
NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]")
"""Scripts that write without spaces."""
HYPHENS = "-\u00ad\u2010\u2011\u2012\u2013\u2014/\u200b"
LONGEST_WORD = 200
ADDRESS = re.compile(r"[/@_]|www\.", re.IGNORECASE)


def check(subject: AnyPdf) -> Iterator[Finding]:
    labels: list[tuple[Run, str]] = []
    for block in subject.blocks:
        found = list(_joined(subject, block))
        labels += [each for each in found if _is_label(each[1])]
        yield from _told([each for each in found if not _is_label(each[1])])
    yield from _told(labels)


def _told(joined: list[tuple[Run, str]]) -> Iterator[Finding]:
    if joined:
        run, words = joined[0]
        more = f" (and {len(joined) - 1} more)" if len(joined) > 1 else ""
        what = f"No space parts {quoted(words)}{more} on page {run.page}, so the words are read as one."
        yield RULE.fail(what, TODO, **spot_of([run], words))


def _is_label(token: str) -> bool:
    """The number of a list item and its first word; told once for the file."""
    return re.match(r"\(?(\d{1,3}|[A-Za-z])[.)]\w", token) is not None


def _joined(subject: AnyPdf, block: Block) -> Iterator[tuple[Run, str]]:
    """Words that are seen apart and read as one, each with its run."""
    in_contents = block.node.role == "TOCI" or block.node.inside("TOCI")  # its page number is an element of its own
    shown = [run for run in block.runs if run.spoken is None]
    for run in shown:
        for gap in run.gaps:
            before, after = run.text[:gap], run.text[gap:]
            if _are_words(before, after):
                yield run, _around(before, after)
    drawn = [run for run in block.runs if run.said]
    heard = ""
    for at, (one, other) in enumerate(pairwise(drawn), 1):
        heard += one.said
        if one.spoken is not None or other.spoken is not None or one.text[-1] in HYPHENS:
            continue
        parts = in_contents or _are_boxes(subject, one, other)
        seen_apart = _apart(one, other) and not (parts and one.content != other.content)
        if seen_apart and _are_words(one.text, other.text):
            rest = "".join(run.said for run in drawn[at : at + LONGEST_WORD])  # some draw each letter by itself
            token = _around(heard[-LONGEST_WORD:], rest)
            if not ADDRESS.search(token):
                yield other, token


def _are_boxes(subject: AnyPdf, one: Run, other: Run) -> bool:
    """Whether they may be parts of their own, in elements that do not say what they are."""
    holders = (subject.facts.holders.get(run.content, []) for run in (one, other) if run.content is not None)
    return any(node.role == "NonStruct" for nodes in holders for node in nodes[:1])


def _apart(one: Run, other: Run) -> bool:
    """Whether the second stands on another line, or after a gap."""
    if one.page != other.page or not same_line(one, other):
        return True
    return one.level and other.level and other.box.left - one.box.right > GAP * max(one.size, other.size)


def _are_words(before: str, after: str) -> bool:
    last, first = before[-1:], after[:1]
    if not last or not first or last.isspace() or first.isspace() or NO_SPACES.match(last) or NO_SPACES.match(first):
        return False
    return (last.isalnum() or last in ".,;:!?)”’") and (first.isalnum() or first in "(“‘")


def _around(before: str, after: str) -> str:
    """The word that is heard."""
    return (before.split() or [""])[-1] + (after.split() or [""])[0]


RULE = read_rule(__name__, __doc__, check)
