"""Word opens the file as one of its own, not in compatibility mode.

In compatibility mode Word sets text as it did long ago, and keeps back what it can do for readers now.

Passes: compatibility mode 15, which is that of Word 2013 and later.
Fails: nothing fails. For a person to look at: a lower mode, or none.
Fix: In Word, File, Info, Convert.
Clause: the project’s own promise that files are pleasant to edit; DX-W03
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.docx.names import W, attribute
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

NEWEST = "15"


def check(file: WordFile) -> Iterator[Finding]:
    settings = file.trees.get("word/settings.xml")
    modes = [] if settings is None else settings.findall(f"{W}compat/{W}compatSetting")
    mode = next((attribute(one, "val") for one in modes if attribute(one, "name") == "compatibilityMode"), "none")
    if mode != NEWEST:
        todo = "In Word, choose File, Info, Convert."
        yield RULE.review(f"Word opens the file in compatibility mode ({mode}).", todo, file.place(""))


RULE = read_rule(__name__, __doc__, check)
