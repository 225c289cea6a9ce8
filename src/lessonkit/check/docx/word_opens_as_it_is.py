"""Word opens the file as one of its own, not in compatibility mode, and without a question.

In compatibility mode Word sets text as it did long ago, and keeps back what it can do for readers now.

Passes: compatibility mode 15, which is that of Word 2013 and later.
Fails: fields that Word must count first. For a person to look at: a lower mode, or none.
Fix: In Word, File, Info, Convert.
Clause: the project’s own promise that files are pleasant to edit; DX-W03
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.docx.names import OFF, W, attribute
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

NEWEST = "15"


def check(file: WordFile) -> Iterator[Finding]:
    settings = file.part("settings")
    modes = [] if settings is None else settings.findall(f"{W}compat/{W}compatSetting")
    mode = next((attribute(one, "val") for one in modes if attribute(one, "name") == "compatibilityMode"), "none")
    if mode != NEWEST:
        todo = "In Word, choose File, Info, Convert."
        yield RULE.review(f"Word opens the file in compatibility mode ({mode}).", todo, file.place(""))
    if _asks(file):
        todo = "In Word, press Ctrl+A and F9, and save the file."
        yield RULE.fail("Word asks whoever opens the file whether it should update its fields.", todo, file.place(""))


def _asks(file: WordFile) -> bool:
    """True if fields wait to be counted: Word then warns of “fields that may refer to other files”."""
    settings = file.part("settings")
    wanted = None if settings is None else settings.find(f"{W}updateFields")
    if wanted is not None and attribute(wanted, "val") not in OFF:
        return True
    return any(
        attribute(node, "dirty") not in ("", *OFF)
        for root in file.text_parts()
        for node in root.iter(f"{W}fldChar", f"{W}fldSimple")
    )


RULE = read_rule(__name__, __doc__, check)
