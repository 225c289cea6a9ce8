"""A help sheet for young people does not say on the outside what it is about.

Its title shows in a window, its name in a list of downloads, both on a printer that others use. Whoever needs the sheet
must be able to open it beside other people.

Passes: help-sheet, “Help and what to do next”.
Fails: nude-image-help, “If a nude picture of you has been shared”.
Clause: the project's own
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources
from lessonkit.source.sheet import Sheet

TELLING = re.compile(
    r"(?<![a-z])(?:nudes?|sexual|sex|abuse[a-z]*|images?|pictures?|photos?|videos?|groom[a-z]*|sextortion|blackmail[a-z]*|"
    r"threat[a-z]*|police|ceop|report(?:-|\s)remove|victims?|shared|leaked)(?![a-z])",
    re.I,
)
"""Words that say what has happened."""


def check(subject: Sources) -> Iterator[Finding]:
    sheet = subject.definition
    if not isinstance(sheet, Sheet) or not sheet.discreet:
        return
    for key in ("name", "title", "subtitle", "summary"):
        found = TELLING.search(str(getattr(sheet, key) or ""))
        if found:
            what = f"The {key} of this help sheet says “{found[0]}”, which others can see."
            yield RULE.fail(what, "Choose words that could be about anything.", sheet.place_of(key))


RULE = read_rule(__name__, __doc__, check)
