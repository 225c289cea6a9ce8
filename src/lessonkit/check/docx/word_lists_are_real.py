"""Lists in the Word file are Word's lists, and each starts with its own number.

A screen reader says how many items a list has and where it ends only if Word knows that it is one. Typed numbers and
bullets are read as letters and signs.

Passes: numbered paragraphs of a list that starts anew.
Fails: a paragraph “1. Sit together” with a typed number; two lists that share one numbering; a list without one.
For a person to look at: lines below each other that begin with ✅; a number typed into a heading, or
into the items of a list; three lists of one item each; an item two levels
below the one above it.
Fix: In Word, delete the typed signs, select the lines and choose Bullets or Numbering under Home; right-click a
number, Restart at 1.
Clause: EN 301 549 10.1.3.1; WCAG 2.2 SC 1.3.1; DX-E10
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from lessonkit.check.docx.word_footnotes_are_few import starred_notes
from lessonkit.check.docx.wordfile import WordFile, WordNumber, WordParagraph
from lessonkit.check.rule import Finding, read_rule

TYPED = re.compile(
    r"\s*([•◦▪‣●○■□☐✓✔➢►▶»\uf0b7\uf0a7*–—·-]\s|[•▪‣●■☐\uf0b7]|\(?(\d{1,2}(\.\d{1,2})*|[a-z]|[ivx]{2,4})[.)]\s|o\s\s"
    r"|\[[ xX]?\]\s|[\u2460-\u2473\u2776-\u2793]\s?\w)"
)
BULLET = re.compile("\\s*[•▪‣●■\uf0b7\uf0a7]\\s")
"""Never a part of the words."""
SIGN = re.compile(r"\s*([^\w\s\"'“”‘’«»„(\[…£$€¿¡<|.,:;/&@%\ufffc-]\ufe0f?|o)\s+\w")
"""A sign that is no bullet by itself: one above the other make a list."""

TYPED_IN_HEADING = re.compile(r"\s*\d{1,2}(\.\d{1,2})+\.?\s")
COUNTED_HEADING = re.compile(r"\s*(\d{1,2})[.)]\s")
NUMBER = "In Word, Home, Multilevel List."
FEWEST = 3
COUNTED = ("decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman")
TODO = "Use `points`, `steps` or `checklist`; in Word, the buttons for lists."
FIX = "In Word, right-click its first number, Restart at 1."


def check(file: WordFile) -> Iterator[Finding]:
    yield from _typed_labels(file)
    yield from _numbered_headings(file)
    yield from _same_signs(file)
    yield from _labelled_twice(file)
    yield from _lists_of_one(file)
    yield from _skipped_levels(file)
    yield from _missing_numbers(file)
    yield from _continued_lists(file)


def _typed_labels(file: WordFile) -> Iterator[Finding]:
    notes = starred_notes(file)
    for paragraph in file.paragraphs:
        if paragraph.number is None and file.heading_level(paragraph) and TYPED_IN_HEADING.match(paragraph.raw):
            what = f"The number of the heading “{paragraph.text[:40]}” is typed."
            yield RULE.review(what, NUMBER, file.place(paragraph.text), quote=paragraph.text)
        if (
            paragraph.number is None
            and not paragraph.in_contents
            and not file.heading_level(paragraph)
            and TYPED.match(paragraph.raw)
            and paragraph not in notes
            and any(map(str.isalnum, paragraph.raw))
        ):
            what = f"“{paragraph.text[:40]}” begins with a typed number or bullet."
            yield RULE.fail(what, TODO, file.place(paragraph.text), quote=paragraph.text)


def _numbered_headings(file: WordFile) -> Iterator[Finding]:
    """Headings “1. …” and “2. …” of one level: a number that comes alone may be part of the words."""
    before: dict[int, int] = {}
    for level, heading in file.headings():
        found = COUNTED_HEADING.match(heading.raw) if heading.number is None else None
        if found and int(found[1]) == before.get(level, -1) + 1:
            what = f"The number of the heading “{heading.text[:40]}” is typed."
            yield RULE.review(what, NUMBER, file.place(heading.text), quote=heading.text)
        if found:
            before[level] = int(found[1])


def _same_signs(file: WordFile) -> Iterator[Finding]:
    """Lines below each other that begin with the same sign, such as ✅ or →."""
    before = ""
    for paragraph in file.paragraphs:
        found = None if paragraph.number or TYPED.match(paragraph.raw) else SIGN.match(paragraph.raw)
        if found and found[1] == before:
            what = f"“{paragraph.text[:40]}” begins with the same sign as the line above it."
            yield RULE.review(what, TODO, file.place(paragraph.text), quote=paragraph.text)
        before = found[1] if found else ""


def _labelled_twice(file: WordFile) -> Iterator[Finding]:
    """Items of a list with a typed label behind their own: one number or letter alone may be part of the words."""
    told: set[int] = set()
    for one, other in pairwise(file.paragraphs):
        if not one.number or one.number in told or not TYPED.match(one.raw):
            continue
        in_list = (one.number, one.level) == (other.number, other.level)
        if BULLET.match(one.raw) or (in_list and TYPED.match(other.raw)):
            told.add(one.number)
            what = f"“{one.text[:40]}” has a typed number or bullet behind that of its list."
            yield RULE.review(what, "Delete the typed ones.", file.place(one.text), quote=one.text)


def _skipped_levels(file: WordFile) -> Iterator[Finding]:
    """Items that stand two levels below the one above them, in the same list."""
    for above, one in pairwise(file.paragraphs):
        if one.number and one.number == above.number and one.level > above.level + 1:
            what = f"“{one.text[:40]}” skips a level of its list."
            yield RULE.review(what, "In Word, press Shift+Tab in it.", file.place(one.text), quote=one.text)


def _lists_of_one(file: WordFile) -> Iterator[Finding]:
    """Numbered lines below each other of which each starts a list of its own, as converted PDF files have them."""
    times = Counter(one.number for one in file.paragraphs)
    for is_one, found in groupby(file.paragraphs, lambda one: _is_list_of_one(file, one, times)):
        lines = list(found)
        if is_one and len(lines) >= FEWEST:
            what = f"“{lines[0].text[:40]}” begins {len(lines)} lists of one item each."
            yield RULE.review(what, "Make them one list.", file.place(lines[0].text), quote=lines[0].text)


def _is_list_of_one(file: WordFile, paragraph: WordParagraph, times: Counter[int | None]) -> bool:
    found = None if paragraph.in_table else file.numbers.get(paragraph.number or 0)
    starts = found is not None and not found.of_styles and paragraph.level in found.starts
    is_counted = found is not None and starts and _counts(found, paragraph.level)
    return is_counted and times[paragraph.number] == 1 and not file.heading_level(paragraph)


def _missing_numbers(file: WordFile) -> Iterator[Finding]:
    used = {paragraph.number: paragraph for paragraph in reversed(file.paragraphs) if paragraph.number}
    parted = _parted(file)
    for number, paragraph in reversed(used.items()):
        found = file.numbers.get(number)
        if found is None:
            what = f"“{paragraph.text[:40]}” belongs to list {number}, which is not defined."
            yield RULE.fail(what, TODO, file.place(paragraph.text), quote=paragraph.text)
        elif not found.starts and not found.of_styles and (file.source or number in parted):
            what = f"The list that begins with “{paragraph.text[:40]}” does not start anew."
            yield RULE.fail(what, FIX, file.place(paragraph.text), quote=paragraph.text)


def _parted(file: WordFile) -> set[int]:
    """Lists that go on with the numbers of another one, although there is text between them."""
    parted: set[int] = set()
    closed: set[int] = set()
    opened: set[int] = set()
    """Definitions of the lists above: those with text below them, and those without."""
    for paragraph in file.paragraphs:
        found = file.numbers.get(paragraph.number or 0)
        if paragraph.number is None and paragraph.text:
            closed |= opened
        elif found and _counts(found, paragraph.level):
            if found.definition in closed and paragraph.level == 0:
                parted.add(paragraph.number or 0)
            opened.add(found.definition)
            closed.discard(found.definition)
    return parted


def _counts(number: WordNumber, level: int) -> bool:
    """True for a list with numbers: bullets cannot go on with those of another list."""
    return level < len(number.formats) and number.formats[level] in COUNTED


def _continued_lists(file: WordFile) -> Iterator[Finding]:
    """A list must not come back after a heading, or the end of the table that it stands in, has ended it.

    A table in an item ends nothing: the list goes on after it.
    """
    ended: set[int] = set()
    open_lists: dict[int, bool] = {}
    """Lists by number, and whether each began in a table."""
    for before, paragraph in pairwise((None, *file.paragraphs)):
        assert paragraph is not None
        leaves_table = before is not None and before.in_table and not paragraph.in_table
        if file.heading_level(paragraph) or leaves_table:
            ended |= {number for number, in_table in open_lists.items() if in_table or not leaves_table}
            open_lists = {number: in_table for number, in_table in open_lists.items() if number not in ended}
        number = file.numbers.get(paragraph.number or 0)
        if number and number.of_styles:
            continue
        if paragraph.number in ended and (file.source or (number and _counts(number, paragraph.level))):
            assert paragraph.number is not None
            what = f"“{paragraph.text[:40]}” goes on with a list that had ended."
            say = RULE.fail if file.source else RULE.review
            yield say(what, FIX, file.place(paragraph.text), quote=paragraph.text)
            ended.discard(paragraph.number)
        if paragraph.number:
            open_lists.setdefault(paragraph.number, paragraph.in_table)


RULE = read_rule(__name__, __doc__, check)
