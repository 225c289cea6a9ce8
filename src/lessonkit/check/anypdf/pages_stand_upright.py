"""Pages are shown the right way up.

A page on its side must be turned by each reader, and cannot be turned in a window that shows two.

Passes: a wide page whose lines run along it.
Fails: an upright page turned by 90 degrees, with its words on their side.
Fix: In Acrobat, Organise pages, Rotate. Better, export the file again from its source.
Clause: WCAG 2.2 SC 1.3.4
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf, at
from lessonkit.check.rule import Finding, read_rule

FEWEST_LETTERS = 40


def check(subject: AnyPdf) -> Iterator[Finding]:
    for page in subject.facts.pages:
        letters = Counter[int]()
        for run in page.runs:
            letters[(run.angle - page.turn) % 360] += len(run.text.strip())
        if letters and (most := letters.most_common(1)[0])[1] >= FEWEST_LETTERS and most[0] in (90, 180, 270):
            how = "upside down" if most[0] == 180 else "on its side"
            yield RULE.review(f"Page {page.number} is shown {how}.", "Turn it.", **at(page.number))


RULE = read_rule(__name__, __doc__, check)
