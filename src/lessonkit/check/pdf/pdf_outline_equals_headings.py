"""The bookmarks are the headings, with their levels and pages.

Bookmarks are the contents list that every PDF reader can show; a wrong one leads astray.

Passes: a bookmark for each heading of level 2 and below, one level for each level of headings.
Fails: no bookmarks; a bookmark that leads to another page than its heading is on.
Clause: WCAG 2.2 SC 2.4.5 (technique PDF2); Matterhorn 1.1, 31
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from lessonkit.check.equality import readable
from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.structure import Entry, headings, page_of, words
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import FIELD

TODO = "Report this fault."


def check(subject: PdfOutput) -> Iterator[Finding]:
    place = subject.document.place
    found = headings(subject.pdf.root)
    ours = [Entry(level, words(element), page_of(element)) for level, element in found]
    theirs = [Entry(entry.level, entry.title, entry.page) for entry in subject.pdf.outline]
    for one, other in zip_longest(ours, theirs):
        if one is None or other is None or not _same(one, other):
            yield RULE.fail(f"There is {_named(other)} where the headings have {_named(one)}.", TODO, place)
            return


def _same(heading: Entry, entry: Entry) -> bool:
    """A field in a heading has its value in the bookmark."""
    same_words = heading.title == entry.title or FIELD in heading.title
    return same_words and (heading.level, heading.page) == (entry.level, entry.page)


def _named(entry: Entry | None) -> str:
    if entry is None:
        return "no further bookmark"
    return f"“{readable(entry.title)}” at level {entry.level} on page {entry.page}"


RULE = read_rule(__name__, __doc__, check)
