"""Words are not printed over each other.

Two lines in one place cannot be read; a listener hears both and does not know what others see.

Passes: lines one below the other; a letter printed twice in its place to look bold.
Fails: a paragraph moved up over the one before it; lines set so close that they touch.
Fix: In the source, move one of them, or set the line spacing to at least that of the letters; then export again.
Clause: our own; WCAG 2.2 SC 1.4.12
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Page, Run
from lessonkit.check.anypdf.subject import AnyPdf, quoted, spot_of
from lessonkit.check.rule import Finding, read_rule

SHARE = 0.35
"""Of the smaller of two runs; the boxes of lines that stand close share less."""
SAME = 0.9
FEWEST = 2
MOST_RUNS = 20_000
"""On one page; a drawing made of letters may have more."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    for page in subject.facts.pages:
        found = _overlaps(page)
        if len(found) >= FEWEST:
            one, other = found[0]
            what = f"{quoted(one.text)} and {quoted(other.text)} are printed over each other on page {page.number}."
            yield RULE.fail(what, "Move one of them, or part the lines.", **spot_of([one, other], other.text))


def _overlaps(page: Page) -> list[tuple[Run, Run]]:
    """Pairs of runs that stand in one place, from the top of the page down."""
    shown = [
        run for run in page.runs if run.text.strip() and run.level and run.mode != 3 and run.artifact != "Watermark"
    ]
    shown = sorted(shown[:MOST_RUNS], key=lambda run: -run.box.top)
    found: list[tuple[Run, Run]] = []
    open_runs: list[Run] = []
    for run in shown:
        open_runs = [each for each in open_runs if each.box.bottom < run.box.top]
        found += [(each, run) for each in open_runs if _overlap(each, run)]
        open_runs.append(run)
    return found


def _overlap(one: Run, other: Run) -> bool:
    shared, smaller = one.box.meets(other.box).area, min(one.box.area, other.box.area)
    if shared < SHARE * smaller or not smaller:
        return False
    again = one.text.strip() == other.text.strip() and shared > SAME * smaller
    return not again and any(map(str.isalnum, one.text)) and any(map(str.isalnum, other.text))


RULE = read_rule(__name__, __doc__, check)
