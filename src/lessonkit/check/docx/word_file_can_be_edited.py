"""Nothing keeps people from editing the Word file, or from changing how it looks to them.

A protected file keeps assistive programs out as well as hands.

Passes: no protection.
Fails: only comments, or only forms, may be changed. For a person to look at: a file that is to be read only,
is marked as final or signed.
Fix: In Word, Review, Restrict Editing, Stop Protection.
Clause: Microsoft Accessibility Checker, “document access is not restricted”; DX-E13
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.docx.names import OFF, W, attribute
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

FINAL = re.compile(rb"_MarkAsFinal[^<]*<(\w+:)?bool>\s*(true|1)\b")
SIGNATURE = "/digital-signature/origin"
SAVE = "In Word, choose Save As, Tools, General Options."


def check(file: WordFile) -> Iterator[Finding]:
    settings = file.part("settings")
    locked = None if settings is None else settings.find(f"{W}writeProtection")
    if locked is not None:
        yield RULE.review("The Word file asks to be opened for reading only.", SAVE, file.place(""))
    if any(FINAL.search(content) for name, content in file.parts.items() if name.endswith("custom.xml")):
        what = "The file is marked as final, which closes it to those who fill it in."
        yield RULE.review(what, "In Word, choose File, Info, Protect Document.", file.place(""))
    if any(node.get("Type", "").endswith(SIGNATURE) for node in file.trees.get("_rels/.rels", ())):
        what = "The file is signed, and loses its signature when somebody fills it in."
        yield RULE.review(what, "In Word, choose File, Info, View Signatures, Remove.", file.place(""))
    found = None if settings is None else settings.find(f"{W}documentProtection")
    if found is not None and attribute(found, "enforcement") not in ("", *OFF):
        what = f"The Word file is protected ({attribute(found, 'edit') or 'all of it'})."
        yield RULE.fail(what, "In Word, choose Review, Restrict Editing, Stop Protection.", file.place(""))


RULE = read_rule(__name__, __doc__, check)
