"""Lines and rows in the Word file grow with their letters, and the letters are large.

Someone who needs larger letters sees half of each line where its height is fixed.

Passes: lines of at least 17 points; body text of 12 points.
Fails: nothing fails. For a person to look at: a line or row of an exact height; body text below 12 points,
or any below 9.
Fix: In Word, Paragraph, Line spacing: Multiple or At least; Table Properties, Row: At least; and 12 points or more.
Clause: EN 301 549 10.1.4.12; WCAG 2.2 SC 1.4.12; DX-W07
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.looks import looks_of
from lessonkit.check.docx.names import W, ancestor, attribute
from lessonkit.check.docx.text import raw_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.dataclass import dataclass

EXACT = {"spacing": "lineRule", "trHeight": "hRule"}
SMALLEST = 24
"""In half points."""
TINY = 18
"""In half points: print that nobody can read without glasses. Twelve letters are more than a raised figure."""
TINY_WORDS = 12


def check(file: WordFile) -> Iterator[Finding]:
    styles = file.part("styles")
    roots = (*file.text_parts(), *(() if styles is None else (styles,)))
    if any(_is_exact(root) for root in roots):
        todo = "In Word, choose “At least” for the height."
        yield RULE.review("The Word file has a line or row of an exact height.", todo, file.place(""))
    sizes = list(_sizes(file))
    size, words = _commonest(sizes)
    if size and size < SMALLEST:
        what = f"The body text of the Word file has {size / 2:g} points."
        yield RULE.review(what, "Use 12 or more.", file.place(""), quote=words)
    tiny = {
        one.size: one.text
        for one in reversed(sizes)
        if one.size < TINY and one.size != size and len(one.text) >= TINY_WORDS
    }
    for small, text in sorted(tiny.items()):
        what = f"“{text[:40]}” has {small / 2:g} points."
        yield RULE.review(what, "Use 12 points, or 9 at the very least.", file.place(text), quote=text)


@dataclass(frozen=True, slots=True)
class Sized:
    """Some words and their size, in half points."""

    text: str
    size: int
    is_body: bool
    """They stand in the body, outside of tables."""


def _sizes(file: WordFile) -> Iterator[Sized]:
    looks = looks_of(file)
    for root in file.text_parts():
        for run in root.iter(f"{W}r"):
            if text := raw_text(run):
                is_body = root is file.body and ancestor(run, "tbl") is None
                yield Sized(text, looks.of(run).half_points, is_body)


def _commonest(sizes: list[Sized]) -> tuple[int, str]:
    """The size of most of the text, in half points, with some of its words; 0 for a file without text."""
    letters: Counter[int] = Counter()
    first: dict[int, str] = {}
    for one in sizes:
        if one.is_body:
            letters[one.size] += len(one.text)
            first.setdefault(one.size, one.text)
    return next(((size, first[size]) for size, _ in letters.most_common(1)), (0, ""))


def _is_exact(root: etree._Element) -> bool:
    return any(attribute(node, rule) == "exact" for name, rule in EXACT.items() for node in root.iter(f"{W}{name}"))


RULE = read_rule(__name__, __doc__, check)
