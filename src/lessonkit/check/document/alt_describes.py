"""Alternative texts say what the picture tells, not what kind of file it is.

A screen reader already says “image”; a file name tells a listener nothing.

Passes: alt: A girl shows her phone to her teacher.
Fails: alt: girl-phone.png; alt: Image of a girl; alt: picture.
Clause: WCAG 2.2 SC 1.1.1 (techniques F30, H37)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.alt_words import trouble
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed

FILE_NAME = re.compile(r"\S+\.(png|jpe?g|gif|svg|webp|bmp|tiff?)\s*$|^(icon:|img|dsc|image|untitled)[-_]?\d*$", re.I)
REDUNDANT = re.compile(
    r"^\s*(an?\s+|the\s+)?(image|picture|photo(graph)?|graphic|icon|drawing|illustration)\s+(of|showing)\b", re.I
)


NOTHING = re.compile(
    r"^\W*(?:(?:an?|the|my|this)\s+)?(?:alt(?:ernative)?(?:\s+text)?|image|picture|photo(?:graph)?|graphic|icon|logo|drawing"
    r"|illustration|decorative|figure|screenshot|qr\s+code|chart|untitled|placeholder|todo|tbc|none|null)?\W*\d*\W*$",
    re.I,
)


def check(subject: Designed) -> Iterator[Finding]:
    for picture in subject.pictures():
        alt = picture.alt if isinstance(picture.alt, str) else ""
        if FILE_NAME.search(alt):
            yield RULE.fail(
                f"The alternative text “{alt}” is a file name.", "Say what the picture tells.", picture.place
            )
        elif found := REDUNDANT.match(alt):
            what = f"The alternative text “{alt}” starts with “{found[0].strip()}”, which listeners hear anyway."
            yield RULE.fail(what, "Start with what is in the picture.", picture.place)
        elif alt.strip() and NOTHING.match(alt):
            yield RULE.fail(f"The alternative text “{alt}” says nothing.", "Say what the picture tells.", picture.place)
        elif (fault := trouble(alt))[0]:
            yield RULE.fail(f"The alternative text “{alt}” {fault[0]}.", fault[1], picture.place)


RULE = read_rule(__name__, __doc__, check)
