"""The file can be read to its end.

What is damaged here, a reader shows in part or not at all, and nobody is told what is missing.

Passes: a structure tree in which every element stands once.
Fails: a structure tree that leads back into itself; a page whose content cannot be read.
Fix: Open the source and export the file again; a repaired copy may have lost words.
Clause: ISO 32000-1 14.7; PDF/UA-1 7.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    for fault in dict.fromkeys(subject.facts.faults):
        yield RULE.fail(fault, "Export the file again from its source.")


RULE = read_rule(__name__, __doc__, check)
