"""The window shows the title, not the file's name.

Whoever goes from window to window hears what the window is called.

Passes: DisplayDocTitle true.
Fails: DisplayDocTitle missing or false.
Fix: In Acrobat, File, Properties, Initial View, Show: Document Title.
Clause: PDF/UA-1 7.1; WCAG 2.2 SC 2.4.2
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    if not subject.facts.shows_title:
        todo = "In Acrobat: File, Properties, Initial View, Show: Document Title."
        yield RULE.fail("The window shows the file's name, not its title.", todo)


RULE = read_rule(__name__, __doc__, check)
