"""Formulas in the Word file are said in words beside them.

Word cannot give a formula an alternative text, and not every program can read one.

Passes: no formulas.
Fails: nothing fails. For a person to look at: a formula.
Fix: In Word, write beside the formula what it says.
Clause: PDF/UA-1 7.7; WCAG 2.2 SC 1.1.1; DX-T02
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"


def check(file: WordFile) -> Iterator[Finding]:
    found: list[object] = [node for root in file.text_parts() for node in root.iter(FORMULA)]
    found += [field for field in file.fields if field.name == "EQ"]
    if found:
        what = f"The Word file has {len(found)} formulas." if len(found) > 1 else "The Word file has a formula."
        yield RULE.review(what, "Say it in words beside it.", file.place(""))


RULE = read_rule(__name__, __doc__, check)
