"""Text equality: what a finished file says is what the author wrote, word for word, in the same order.

Lost, joined and reordered words are what validators do not notice and readers do. All formats share this comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from lessonkit.check.rule import Finding
from lessonkit.document import Block, Contents, Document
from lessonkit.problems import Place
from lessonkit.reading import FIELD, contents_entries, inlines, plain, walk

SHOWN = 30
"""Characters shown on either side of a difference."""

TODO = "Report this fault; until it is mended, writing the passage in another way may help."


def compare(expected: Sequence[str], found: Sequence[str], document: Document, rule: str) -> Iterator[Finding]:
    """The first difference between the document's `reading_lines` and those read back from a file, if there is one.

    rule: the id of the rule that compares. Soft hyphens do not count: they only say where a line may break.
    """
    ours, theirs = _bare(expected), _bare(found)
    if ours == theirs:
        return
    at = next((n for n, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other), None)
    at = min(len(ours), len(theirs)) if at is None else at
    what = f"{_kind(ours[at:], theirs[at:])}: {_shown(ours[at:], theirs[at:])}."
    yield Finding(rule, "fail", what, TODO, _place(document, at))


def _bare(lines: Sequence[str]) -> list[str]:
    return [line.replace("\u00ad", "") for line in lines]


def _kind(ours: list[str], theirs: list[str]) -> str:
    """What happened to the first block that differs, in words."""
    if not theirs:
        return "The text ends too early"
    if not ours:
        return "There is more text than the author wrote"
    if ours[0].replace(" ", "") == theirs[0].replace(" ", ""):
        joined = len(theirs[0]) < len(ours[0])
        return "Words are joined that the author kept apart" if joined else "A word is torn apart"
    if sorted(ours) == sorted(theirs):
        return "Passages are in another order"
    if theirs[0] in ours:
        return "A passage is missing"
    if ours[0] in theirs:
        return "A passage is there that the author did not write, or wrote elsewhere"
    return "A passage reads differently"


def _shown(ours: list[str], theirs: list[str]) -> str:
    """Both versions of the first block, cut to where they differ; whole if they have little in common."""
    one, other = (readable(lines[0]) if lines else "" for lines in (ours, theirs))
    if SequenceMatcher(None, one, other).quick_ratio() >= 0.5:
        one, other = around(one, other)
    if not ours:
        return f"“{_shortened(other)}”"
    return f"“{_shortened(one)}” is missing" if not theirs else f"“{_shortened(one)}” reads “{_shortened(other)}”"


def around(one: str, other: str) -> tuple[str, str]:
    """Both texts around the first character in which they differ, cut at words."""
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return _cut(one, start), _cut(other, start)


def _cut(text: str, at: int) -> str:
    first, last = max(0, at - SHOWN), min(len(text), at + SHOWN)
    while first and text[first - 1] != " ":
        first -= 1
    while last < len(text) and text[last] != " ":
        last += 1
    return f"{'… ' if first else ''}{text[first:last].strip()}{' …' if last < len(text) else ''}"


def _shortened(text: str) -> str:
    return text if len(text) <= 4 * SHOWN else f"{text[: 4 * SHOWN].rpartition(' ')[0]} …"


def readable(text: str) -> str:
    """The text with a word in the place of each field."""
    return text.replace(FIELD, "[field]")


def _place(document: Document, line: int) -> Place:
    """Where the author wrote this line of `reading_lines`; the end of the document for lines beyond."""
    places = [place for block in walk(document.blocks) for place in _line_places(document, block)]
    return places[line] if line < len(places) else document.place


def _line_places(document: Document, block: Block) -> Iterator[Place]:
    """One place for each line a block adds to `reading_lines`, in the same order."""
    place = getattr(block, "place", document.place)
    yield from (place for content in inlines(block) if plain(content))
    if isinstance(block, Contents):
        yield from (heading.place for heading in contents_entries(document, block) if plain(heading.content))
