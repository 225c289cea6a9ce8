"""The PDF and the Word file of a document say the same.

A class has both at hand: one pupil listens to the Word file while another reads the PDF. What one of them lacks, its
reader does not know to ask for.

Passes: the same headings, words, pictures, links, header cells and languages in both, in the same order.
Fails: a heading that is a plain paragraph in the Word file; a link that leads elsewhere in the PDF.
Fix: Make both files anew from one source. By hand, mend the one that is wrong, in Word by its styles and View Alt Text.
Clause: WCAG 2.2 SC 3.2.4; the project's own promise that each format says the same
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from lessonkit.check.equality import readable
from lessonkit.check.pair.spoken import Pair
from lessonkit.check.rule import Finding, read_rule

TODO = "Make both files anew from one source; if you have done so, report this fault."
AROUND = 6
"""Words shown on either side of a difference."""
SHOWN = 80


def check(subject: Pair) -> Iterator[Finding]:
    pdf, word = subject.pdf, subject.word
    yield from _values("title", pdf.title, word.title)
    yield from _values("language", pdf.language, word.language)
    yield from _words(pdf.text, word.text)
    yield from _first(
        "heading", [_heading(*each) for each in pdf.headings], [_heading(*each) for each in word.headings]
    )
    yield from _first("alternative text", [f"“{alt}”" for alt in pdf.alts], [f"“{alt}”" for alt in word.alts])
    yield from _first("link", [_link(*each) for each in pdf.links], [_link(*each) for each in word.links])
    yield from _first("table with the headers", [*map(_cells, pdf.tables)], [*map(_cells, word.tables)])
    yield from _languages(dict(pdf.foreign), dict(word.foreign))


def _values(name: str, pdf: str, word: str) -> Iterator[Finding]:
    if pdf != word:
        what = f"The {name} of the PDF is {_quoted(pdf)}, that of the Word file {_quoted(word)}."
        yield RULE.fail(what, TODO)


def _words(pdf: Sequence[str], word: Sequence[str]) -> Iterator[Finding]:
    """The first place at which the words differ."""
    if pdf == word:
        return
    at = next((n for n, (one, other) in enumerate(zip_longest(pdf, word)) if one != other), 0)
    one, other = (_quoted(readable(" ".join(text[max(0, at - AROUND) : at + AROUND]))) for text in (pdf, word))
    order = "The words come in another order" if sorted(pdf) == sorted(word) else "The words differ"
    yield RULE.fail(f"{order}: the PDF has {one}, the Word file {other}.", TODO, quote=one)


def _first(kind: str, pdf: Sequence[str], word: Sequence[str]) -> Iterator[Finding]:
    """The first thing of a kind that is not the same in both; said in another way when only the order differs."""
    if pdf == word:
        return
    if sorted(pdf) == sorted(word):
        yield RULE.fail(f"The order differs: each {kind} is in both files, but not in the same place.", TODO)
        return
    number, one, other = next((n, a, b) for n, (a, b) in enumerate(zip_longest(pdf, word), 1) if a != b)
    what = f"In the PDF, {kind} {number} is {_shown(one)}; in the Word file, {_shown(other)}."
    yield RULE.fail(what, TODO, quote=one or other or "")


def _languages(pdf: dict[str, str], word: dict[str, str]) -> Iterator[Finding]:
    for language in sorted({*pdf, *word}):
        if pdf.get(language) != word.get(language):
            marked = "different words" if language in pdf and language in word else "words"
            where = (
                "in one file and the other"
                if marked != "words"
                else f"in the {'PDF' if language in pdf else 'Word file'} only"
            )
            yield RULE.fail(f"There are {marked} marked as {language} {where}.", TODO)


def _heading(level: int, words: str) -> str:
    return f"“{readable(words)}” at level {level}"


def _link(words: str, target: str) -> str:
    return f"“{readable(words)}” to {target.rstrip('/')}"


def _cells(cells: Sequence[str]) -> str:
    return readable(", ".join(f"“{cell}”" for cell in cells)) or "no header cells"


def _shown(text: str | None) -> str:
    if text is None:
        return "there is none"
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rpartition(' ')[0]} …"


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "empty"


RULE = read_rule(__name__, __doc__, check)
