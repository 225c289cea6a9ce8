"""An alternative text is at most 150 characters long.

A screen reader reads it in one go, without a way to stop and go back; longer descriptions belong into the text.

Passes: alt: A girl shows her phone to her teacher.
Fails: an alternative text of three sentences.
Clause: the project's own limit; WCAG 2.2 SC 1.1.1 (technique G94)
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.reading import source_name

LIMIT = 150


def check(subject: Designed) -> Iterator[Finding]:
    for picture in subject.pictures():
        if isinstance(picture.alt, str) and len(picture.alt) > LIMIT:
            name = source_name(picture)
            what = f"The alternative text of {name} has {len(picture.alt)} characters; {LIMIT} are enough."
            yield RULE.review(what, "Keep the point; put the rest into the text beside the picture.", picture.place)


RULE = read_rule(__name__, __doc__, check)
