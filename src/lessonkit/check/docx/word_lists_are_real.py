"""Lists in the Word file are Word's lists, and each starts with its own number.

A screen reader says how many items a list has and where it ends only if Word knows that it is one. Typed numbers and
bullets are read as letters and signs.

Passes: numbered paragraphs of a list that starts anew.
Fails: a paragraph “1. Sit together” with a typed number; two lists that share one numbering; a list without one.
Clause: EN 301 549 10.1.3.1; WCAG 2.2 SC 1.3.1; DX-E10
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

TYPED = re.compile(r"\s*([•◦▪‣●○☐□✓–-]\s|\(?(\d{1,2}|[a-z])[.)]\s)")
TODO = "Use `points`, `steps` or `checklist`."


def check(file: WordFile) -> Iterator[Finding]:
    yield from _typed_labels(file)
    yield from _missing_numbers(file)
    yield from _continued_lists(file)


def _typed_labels(file: WordFile) -> Iterator[Finding]:
    for paragraph in file.paragraphs:
        if paragraph.number is None and not file.heading_level(paragraph) and TYPED.match(paragraph.raw):
            what = f"“{paragraph.text[:40]}” begins with a typed number or bullet."
            yield RULE.fail(what, TODO, file.place(paragraph.text))


def _missing_numbers(file: WordFile) -> Iterator[Finding]:
    used = {paragraph.number: paragraph for paragraph in reversed(file.paragraphs) if paragraph.number}
    for number, paragraph in sorted(used.items()):
        if number not in file.numbers:
            what = f"“{paragraph.text[:40]}” belongs to list {number}, which is not defined."
            yield RULE.fail(what, "", file.place(paragraph.text))
        elif not file.numbers[number].starts:
            what = f"The list that begins with “{paragraph.text[:40]}” does not start anew."
            yield RULE.fail(what, "", file.place(paragraph.text))


def _continued_lists(file: WordFile) -> Iterator[Finding]:
    """A list must not come back after a heading has ended it."""
    ended: set[int] = set()
    open_lists: set[int] = set()
    for before, paragraph in pairwise((None, *file.paragraphs)):
        assert paragraph is not None
        if file.heading_level(paragraph) or (before is not None and before.in_table != paragraph.in_table):
            ended |= open_lists
            open_lists = set()
        if paragraph.number and paragraph.number in ended:
            what = f"“{paragraph.text[:40]}” goes on with a list that had ended."
            yield RULE.fail(what, "Each list needs its own numbering.", file.place(paragraph.text))
            ended.discard(paragraph.number)
        if paragraph.number:
            open_lists.add(paragraph.number)


RULE = read_rule(__name__, __doc__, check)
