"""Words are not written in capitals.

Capitals all have the same shape: they are slow to read, above all with dyslexia, and some screen readers spell them.

Passes: Never share it; the NSPCC Helpline.
Fails: NEVER share it; WHO CAN HELP.
Clause: British Dyslexia Association, Dyslexia friendly style guide; the project's own
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, abbreviations, passages
from lessonkit.source.typed_contacts import without_targets

RUN = re.compile(r"\b[A-Z]{2,}(?:['’][A-Z]+)?(?:[\s-]+[A-Z]{2,}(?:['’][A-Z]+)?)*\b")
SHOUTED = frozenset(
    (
        *("ALL", "ALWAYS", "ANY", "ATTENTION", "DANGER", "DO", "DON'T", "IMPORTANT", "MUST", "NEVER", "NO", "NOT"),
        *("NOTE", "NOW", "ONLY", "PLEASE", "REMEMBER", "STOP", "URGENT", "WARNING", "YES", "YOU", "YOUR"),
    )
)
"""Words that stand alone in capitals and are no abbreviation."""


def check(subject: Sources) -> Iterator[Finding]:
    known = abbreviations(subject.library)
    for passage in passages(subject.definition):
        for match in RUN.finditer(without_targets(passage.text)):
            found = [word for word in re.split(r"[\s-]+", match[0]) if word not in known]
            long = [word for word in found if len(word) > 3]
            if (len(found) > 1 and long) or any(word.replace("’", "'") in SHOUTED for word in found):
                what = f"“{' '.join(match[0].split())}” is written in capitals."
                todo = "Write it in small letters; for weight make it `**strong**`."
                yield RULE.review(what, todo, passage.text.place_of(match.start()))


RULE = read_rule(__name__, __doc__, check)
