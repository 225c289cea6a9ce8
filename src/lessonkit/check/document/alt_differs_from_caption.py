"""An alternative text does not repeat the caption.

The caption is read out as well; hearing the same words twice wastes time and still leaves the picture untold.

Passes: caption: Who can help; alt: Three adults stand around a child.
Fails: caption: Who can help; alt: Who can help.
Clause: WCAG 2.2 SC 1.1.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.reading import fold, plain

TODO = "Say in the alternative text what the caption leaves out, or mark the picture decorative."


def check(subject: Designed) -> Iterator[Finding]:
    for figure in subject.figures():
        alt = _bare(figure.alt) if isinstance(figure.alt, str) else ""
        if alt and alt == _bare(plain(figure.caption)):
            yield RULE.fail(f"The alternative text “{figure.alt}” repeats the caption.", TODO, figure.place)


def _bare(text: str) -> str:
    return fold(text).rstrip(".").casefold()


RULE = read_rule(__name__, __doc__, check)
