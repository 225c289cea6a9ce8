"""Every paragraph in the Word file is one, from its first word to its last.

Text pasted from a PDF or a message is broken at the end of each line: screen readers stop in the middle of sentences,
and the lines break anew in the wrong places when the letters grow.

Passes: a sentence that Word breaks into lines; an address or a poem with a line break after each line.
Fails: nothing fails. For a person to look at: a long line that ends in the middle of a sentence, and a paragraph that
goes on with it; two line breaks between two texts.
Fix: In Word, Find and Replace ^p or ^l by a space where a line was broken; press Enter between two paragraphs.
Clause: WCAG 2.2 SC 1.3.1, 1.4.10; our own
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.docx.names import W
from lessonkit.check.docx.text import typed_text
from lessonkit.check.docx.wordfile import WordFile, WordParagraph
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

LONG = 40
"""Letters: the lines of poems, addresses and signatures are shorter."""
OPEN = re.compile(r"[a-zà-ÿ,]$|[a-zà-ÿ]{2}[-\u00ad]$")
GOES_ON = re.compile(r"[a-zà-ÿ]")
PARTED = re.compile(r"\n\s*\n")


def check(file: WordFile) -> Iterator[Finding]:
    for one, other in pairwise(file.paragraphs):
        if not _is_special(file, one) and not _is_special(file, other):
            yield from _broken(file, one.text, other.text)
    for node in file.body.iter(f"{W}p"):
        if next(node.iter(f"{W}br"), None) is None:
            continue
        typed = typed_text(node)
        for first, second in pairwise(map(fold, typed.split("\n"))):
            yield from _broken(file, first, second)
        for first, second in pairwise(map(fold, PARTED.split(typed))):
            if len(first) >= LONG and len(second) >= LONG:
                what = f"Two line breaks stand between “…{first[-30:]}” and “{second[:30]}…”."
                yield RULE.review(what, "Make them two paragraphs.", file.place(first), quote=second)


def _broken(file: WordFile, first: str, second: str) -> Iterator[Finding]:
    if len(first) >= LONG and OPEN.search(first) and GOES_ON.match(second):
        what = f"The sentence “…{first[-30:]}” goes on behind a break: “{second[:30]}…”."
        yield RULE.review(what, "Join the two lines.", file.place(first), quote=second)


def _is_special(file: WordFile, paragraph: WordParagraph) -> bool:
    """True for items of lists, headings, cells, notes and contents, where a line may end anyhow."""
    special = paragraph.number is not None or paragraph.in_table or paragraph.in_note or paragraph.in_contents
    return special or file.heading_level(paragraph) > 0


RULE = read_rule(__name__, __doc__, check)
