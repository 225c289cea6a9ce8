"""Every picture has an alternative text or is marked decorative.

Someone who cannot see a picture hears its alternative text instead; without one they only learn that they miss
something.

Passes: alt: A hand covers a phone. Or: decorative: true, for a picture that only pleases the eye.
Fails: a picture with neither.
Clause: PDF/UA-1 7.3; WCAG 2.2 SC 1.1.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.reading import fold, source_name

TODO = "Say in `alt` what it tells the reader, or write `decorative: true`."


def check(subject: Designed) -> Iterator[Finding]:
    for picture in subject.pictures():
        if isinstance(picture.alt, str) and not fold(picture.alt):
            yield RULE.fail(f"The picture {source_name(picture)} has no alternative text.", TODO, picture.place)


RULE = read_rule(__name__, __doc__, check)
