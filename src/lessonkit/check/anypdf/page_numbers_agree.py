"""The number on a page is the one that a reader calls it by.

“Turn to page 7”, says the teacher; whoever types 7 into the reader's box comes to another page, if the file counts from
its cover and the print from what follows it. A page that is named must be there, too.

Passes: page labels that count like the feet of the pages; “see page 3” in a file of four pages.
Fails: For a person to look at: 5, 6 and 7 at the feet of the pages that the reader calls 1, 2 and 3; “Page 1 of 4” on
the third of four pages; “see page 9” in a file of two pages.
Fix: In Acrobat, Organise pages, More, Page labels: count as the printed numbers do. In Word, update the references.
Clause: WCAG 2.2 SC 2.4.5, 3.2.3 (technique PDF17); ISO 32000-1 12.4.2
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from lessonkit.check.anypdf.facts import Page
from lessonkit.check.anypdf.subject import AnyPdf, at, quoted
from lessonkit.check.rule import Finding, read_rule

NUMBER = re.compile(r"(?<![\d.,:/])\d{1,4}(?![\d.,:/]\d|\d)")
NAMED = re.compile(r"\b(?:see|turn to|go to|back to|on to) page (\d{1,4})\b(?!\s*(?:of|in)\b)", re.IGNORECASE)
FEWEST_PAGES = 3
"""On fewer, a number at the foot may be anything, but for “1 of 2”."""
TOTAL = re.compile(r"\d ?(?:of|/|von|sur|de|o|z) ?(\d{1,4})\b")
MARGIN = 0.15
"""In parts of the page: where its number stands."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    facts = subject.facts
    printed = [
        (page, called, numbers)
        for page, called in zip(facts.pages, facts.page_numbers, strict=False)
        if called is not None and (numbers := _numbers(page))
    ]
    apart = {number - called for _, called, numbers in printed[:1] for number in numbers}
    for _, called, numbers in printed[1:]:
        apart &= {number - called for number in numbers}
    counted = all(_tells_pages(page, len(facts.pages)) for page in facts.pages)
    if counted and len(facts.pages) > 1 and None in facts.page_numbers:
        page = facts.pages[facts.page_numbers.index(None)]
        what = f"A reader calls page {page.number} by no number, but a number is on it."
        yield RULE.review(what, "Give the pages labels that count like their numbers.", **at(page.number))
    if (counted or len(printed) >= FEWEST_PAGES) and apart and 0 not in apart:
        page, called, _ = printed[0]
        number = called + min(apart, key=abs)
        what = f"Page {page.number} has the number {number} on it, but a reader calls it {called}."
        yield RULE.review(what, "Give the pages labels that count like their numbers.", **at(page.number))
    yield from _odd_ones(subject)
    yield from _named(subject, set(chain.from_iterable(numbers for _, _, numbers in printed)))


def _numbers(page: Page) -> set[int]:
    """Those in the decoration at its head and foot."""
    return {int(number) for line in _margins(page) for number in NUMBER.findall(line)}


def _tells_pages(page: Page, pages: int) -> bool:
    """Whether “Page 1 of 2” stands at the foot, as it should."""
    return any(int(of) == pages for line in _margins(page) for of in TOTAL.findall(line))


def _odd_ones(subject: AnyPdf) -> Iterator[Finding]:
    """The first page whose number, or number of pages, is not what all others let expect."""
    lines: dict[str, list[tuple[Page, int, str]]] = {}
    for page, called in zip(subject.facts.pages, subject.facts.page_numbers, strict=False):
        for line in dict.fromkeys(_margins(page) if called is not None else ()):
            lines.setdefault(NUMBER.sub("0", line), []).append((page, called or 0, line))
    for same in lines.values():
        steps = zip(*([int(each) - called for each in NUMBER.findall(line)] for _, called, line in same), strict=False)
        totals = zip(*([int(each) for each in TOTAL.findall(line)] for _, _, line in same), strict=False)
        for odd in filter(None, map(_odd, (*steps, *totals))):
            page, _, line = same[odd - 1]
            what = f"{quoted(line)} stands on page {page.number}, where the other pages let expect another number."
            yield RULE.review(what, "Correct it in the source, and export it again.", **at(page.number, line))
            return


def _odd(values: Sequence[int]) -> int:
    """Which one is not like all others, counted from 1; 0 for none, or for fewer than four."""
    usual, count = Counter(values).most_common(1)[0]
    alone = count == len(values) - 1 >= FEWEST_PAGES
    return next(place for place, value in enumerate(values, 1) if value != usual) if alone else 0


def _margins(page: Page) -> list[str]:
    """The lines of decoration at its head and foot."""
    words: dict[float, str] = {}
    low, high = (page.box.bottom + part * page.box.height for part in (MARGIN, 1 - MARGIN))
    for run in page.runs:
        if run.artifact is not None and not low < run.baseline < high:
            line = round(run.baseline)
            words[line] = words.get(line, "") + run.text
    return [line.strip() for line in words.values()]


def _named(subject: AnyPdf, printed: set[int]) -> Iterator[Finding]:
    """Pages that the text names and the file does not have."""
    known = printed | {number for number in subject.facts.page_numbers if number} | {0}
    last = max(*known, len(subject.facts.pages))
    for block in subject.blocks:
        for found in NAMED.finditer(block.text):
            if int(found[1]) > last:
                what = f"{quoted(block.text)} names page {found[1]}, which is not in the file."
                yield RULE.review(what, "Correct the number, or say of which document it is.", **block.spot)
                break


RULE = read_rule(__name__, __doc__, check)
