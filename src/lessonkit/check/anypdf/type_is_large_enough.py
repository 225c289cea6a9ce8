"""Words are large enough to read.

Small type shuts out readers with low vision, and tires everyone on paper, where nobody can zoom.

Passes: 12 points.
Fails: a paragraph of 7 points; letters that are squeezed together.
Fix: In Word, change the size of the style, and export again.
Clause: our own limit; RNIB Clear Print asks for 12 points
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Run
from lessonkit.check.anypdf.subject import AnyPdf, quoted, spot_of
from lessonkit.check.rule import Finding, read_rule

SMALLEST = 8.9
"""Points; 9 and a little for rounding."""
MANY_LETTERS = 20
NARROWEST = 0.2
"""Of their height, as the mean width of many letters: condensed type has 0.35."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    small = [
        run
        for block in subject.blocks
        if not block.node.inside("Figure", "Formula")
        for run in block.runs
        if run.size < SMALLEST and run.mode != 3
        if block.size < SMALLEST or len(run.text.strip()) >= MANY_LETTERS
    ]
    letters = sum(len(run.text.strip()) for run in small)
    if letters >= MANY_LETTERS:
        text, size = quoted("".join(run.text for run in small)), min(run.size for run in small)
        what = f"{text} and the like, {letters} letters in all, are as small as {size:.1f} points."
        yield RULE.review(what, "Use 12 points for text, and never less than 9.", **spot_of(small))
    for block in subject.blocks:
        squeezed = [run for run in block.runs if run.level and run.mode != 3 and _is_squeezed(run)]
        if squeezed:
            what = f"{quoted(block.text)} is squeezed: its letters are a fifth as wide as they are high, or less."
            yield RULE.review(what, "Set the text at its full width.", **spot_of(squeezed))
            return


def _is_squeezed(run: Run) -> bool:
    letters = len(run.text.strip())
    return letters >= MANY_LETTERS and 0 < run.box.width < NARROWEST * run.size * letters


RULE = read_rule(__name__, __doc__, check)
