"""The PDF says what each abbreviation stands for.

Who meets “DSL” for the first time, and hears it as letters, can ask the screen reader for what it means.

Passes: “DSL” with the expansion “designated safeguarding lead”.
Fails: “DSL” without one; another abbreviation with its expansion.
Clause: WCAG 2.2 SC 3.1.4 (technique PDF8)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from lessonkit.check.expected import abbreviations
from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.structure import walk, words
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

TODO = "Report this fault."


def check(subject: PdfOutput) -> Iterator[Finding]:
    ours = [_named(fold(node.text), node.expansion) for node in abbreviations(subject.document)]
    theirs = [_named(words(each), each.expansion) for each in walk(subject.pdf.root) if each.expansion is not None]
    for one, other in zip_longest(ours, theirs, fillvalue="no further abbreviation"):
        if one != other:
            yield RULE.fail(f"The PDF has {other} where the author has {one}.", TODO, subject.document.place)
            return


def _named(text: str, expansion: str) -> str:
    return f"“{text}” for “{expansion}”"


RULE = read_rule(__name__, __doc__, check)
