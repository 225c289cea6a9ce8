"""What is said to stand elsewhere is named by its heading, not by a number typed by hand.

Pages end elsewhere in Word, on larger paper and on a telephone, parts move, and nobody renumbers what was typed: the
reader who is told “page 7” finds something else there.

Passes: Go to [Who can help](#who-can-help); Part One of the guidance; chapter 2 of the Act; `^[the words of a note]`.
Fails: Turn to page 7; overleaf; see chapter 4; Table 1: Who helps; a “¹” typed behind a sentence.
Clause: WCAG 2.2 SC 2.4.4, 2.4.5; the project's own
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, passages
from lessonkit.source.typed_contacts import without_targets

NUMBER = r"(?:\d{1,3}|[ivx]{1,4})\b(?!\s+of\b|\s+in\b|[.\d]*\d)"
PAGE = re.compile(
    rf"\b(?:see|turn to|go to|look at|on|from)\s+(?:page|p\.)\s*{NUMBER}|\(p(?:age|\.)\s*{NUMBER}\)", re.I
)
OVER = re.compile(r"\b(?:overleaf|over the page|on the (?:next|previous|last|following|other) page(?!\s+of\b))\b", re.I)
PART = re.compile(
    rf"\b(?:see|turn to|go to|in|look at)\s+(?:chapter|section|part|table|figure|note|footnote)\s+{NUMBER}", re.I
)
LABEL = re.compile(r"^\s*(?:table|figure|fig\.|note|footnote)\s+\d{1,2}\s*[:.–—]", re.I)
CALL = re.compile(r"(?:(?<=[^\W\d_]{3}[.,;!?”’)])|^)\s?[¹²³⁴-⁹]|(?<=[a-zß-ÿ]{4})[¹²³⁴-⁹]")
LINK = "Link to the heading: `[its words](#its-id)`."
NOTE = "Write the note where it belongs, `^[the words of the note]`; captions need no number."


def check(subject: Sources) -> Iterator[Finding]:
    for passage in passages(subject.definition):
        plain = without_targets(passage.text)
        for pattern, todo in ((PAGE, LINK), (OVER, LINK), (PART, LINK), (LABEL, NOTE), (CALL, NOTE)):
            if match := pattern.search(plain):
                words = " ".join(match[0].split())
                what = f"“{words}” is typed by hand, and wrong as soon as something moves."
                yield RULE.review(what, todo, passage.text.place_of(match.start()))


RULE = read_rule(__name__, __doc__, check)
